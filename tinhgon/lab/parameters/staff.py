"""Posts of the new units, how people are placed in them, and who is planned to follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, ClassVar, Literal, TypeAlias
from uuid import UUID

from pydantic import Field

from tinhgon.core.operations import STRICT
from tinhgon.lab.parameters.values import Amount, Few, Months, Percent, prices
from tinhgon.solvers.place.values import Weights
from tinhgon.solvers.succeed.values import SuccessionWeights

Training: TypeAlias = Literal["political_theory", "state_management", "defence", "skills", "digital"]
Ranked: TypeAlias = Literal["head", "deputy"]


def _trainings() -> dict[Ranked, tuple[Training, ...]]:
    both: tuple[Training, ...] = ("political_theory", "state_management")
    return {"head": both, "deputy": both}


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The posts of each new body: one head of each title, of deputies and others so many.

    :param deputies: of each title; None is as many as the member with most had.
    :param others_percent: of the seats that are neither, rounded up.
    """

    __pydantic_config__: ClassVar = STRICT
    deputies: Few | None = None
    others_percent: Percent = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How people are placed; what is None or False is off. The names are those of `solvers.place`.

    :param closed: pairs of a person and a planned post that are not to be.
    :param salary: monthly, in đồng, taken as given for sums of those who leave.
    """

    __pydantic_config__: ClassVar = STRICT
    weights: prices(Weights) = field(default_factory=dict)  # type: ignore[valid-type]
    lead_months: Months | None = None
    rise: Few | None = 0  # a merger promotes nobody, unless it is meant to
    fall: Few | None = None
    field: Literal["same", "adjacent"] | None = None
    needs: bool = True
    barred: bool = True
    reach_km: Amount | None = None
    deputies: bool = True
    one_origin: Few | None = None
    nobody_out: bool = False
    closed: tuple[tuple[UUID, UUID], ...] = ()
    salary: Annotated[Decimal, Field(gt=0, lt=10**12)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succeed:
    """How successors are planned; what is None follows the rule packs of the day.

    :param trainings: what whoever takes a post of a rank has completed: an assumption, no law says it here.
    :param training_months: how long each takes; one that is not named has no known length.
    """

    __pydantic_config__: ClassVar = STRICT
    weights: prices(SuccessionWeights) = field(default_factory=dict)  # type: ignore[valid-type]
    years: Annotated[int, Field(ge=1, le=20)] = 5
    rotation_months: Months | None = None
    people_a_title: Few | None = None
    titles_a_person: Few | None = None
    candidates: Annotated[int, Field(ge=1, le=1000)] = 15
    trainings: dict[Ranked, tuple[Training, ...]] = field(default_factory=_trainings)
    training_months: dict[Training, Months] = field(default_factory=dict)
