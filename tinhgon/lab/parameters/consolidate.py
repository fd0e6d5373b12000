"""How units are merged, and the standards that they must reach."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal
from uuid import UUID

from tinhgon.core.operations import STRICT
from tinhgon.core.rules.units.facts import Terrain
from tinhgon.core.values import Day
from tinhgon.lab.parameters.values import Amount, Group, Members, Percent, Term, prices
from tinhgon.solvers.consolidate.values import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardsAsked:
    """Which standards units must reach, and what is taken as given about them.

    What is stated here is an assumption of the scenario and shown as one. Easements (minorities, border,
    coast, heritage) count only where they are stated.

    :param by: the rule packs of the day, numbers of one's own, or nothing.
    :param on: the day whose law counts; None is the day of effect.
    :param terrain: of all units; `terrains` says it of single ones.
    :param in_municipality: whether the new units lie in a centrally-run city; None is as on the eve.
    :param region: of the province that wards lie in, where it is no centrally-run city.
    :param exempt: grounds recorded for units that may stay as they are.
    :param given: least amount by measure, where `by` is given; `waived_from` goes with it.
    """

    __pydantic_config__: ClassVar = STRICT
    by: Literal["rules", "given", "none"] = "rules"
    on: Day | None = None
    terrain: Terrain | None = None
    terrains: dict[UUID, Terrain] = field(default_factory=dict)
    in_municipality: bool | None = None
    region: Literal["mountain", "border", "other"] | None = None
    minority_share: Percent | None = None
    land_border: bool = False
    hard_coast: bool = False
    heritage: bool = False
    exempt: dict[UUID, Literal["isolated", "important"]] = field(default_factory=dict)
    given: dict[str, Amount] = field(default_factory=dict)
    waived_from: Members | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consolidate:
    """How units are merged: what a plan keeps to, and what it costs.

    :param group: what is never crossed; provinces unless said otherwise.
    :param least_border_km: neighbours that share less than this do not count as such.
    :param mode: the cheapest plan, or the most units that each reach `threshold` of `people`.
    """

    __pydantic_config__: ClassVar = STRICT
    weights: prices(Weights) = field(default_factory=dict)  # type: ignore[valid-type]
    max_members: Members = 6
    max_km: Amount | None = None
    people: str = "population"
    group: Group = "province"
    least_border_km: Amount = 0.0
    together: tuple[tuple[UUID, ...], ...] = ()
    apart: tuple[tuple[UUID, UUID], ...] = ()
    alone: tuple[UUID, ...] = ()
    first: tuple[Term, ...] = ()
    standards: StandardsAsked = field(default_factory=StandardsAsked)
    mode: Literal["cost", "max_p"] = "cost"
    threshold: Amount | None = None
