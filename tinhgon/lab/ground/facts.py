"""What the rules may ask about a unit: what the register says, and what the scenario assumes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast, get_args
from uuid import UUID

from tinhgon.core.rules.units.facts import Kind, Territory
from tinhgon.findings.facts.territories import WARD_IN
from tinhgon.lab.ground.refusals import RegionUnknown, TerrainUnknown
from tinhgon.lab.parameters import StandardsAsked

# Law 72/2025/QH15 knows communes, wards and special zones: from then on no unit is a township.
NO_TOWNSHIPS = date(2025, 7, 1)
KINDS = frozenset(get_args(Kind))


def facts_of(
    kind: str,
    asked: StandardsAsked,
    *,
    unit: UUID | None = None,
    above: str = "",
    top: str = "",
    on: date,
    terrain: str = "",
) -> Territory | None:
    """Give what the rules may ask about a unit; None for one that they know nothing of.

    :param above: the kind of the unit above it; `top` the kind of its province.
    :param terrain: of all units of the office, where the scenario says nothing.
    """
    if kind not in KINDS:
        return None
    inside = asked.in_municipality
    if inside is None and top:
        inside = top == "municipality"
    known = terrain or None
    named: Mapping[UUID, str] = asked.terrains
    return Territory(
        kind=cast("Kind", kind_on(kind, on)),
        terrain=cast("Any", named.get(unit, asked.terrain or known) if unit else asked.terrain or known),
        of_what=cast("Any", WARD_IN.get(above)) if kind == "ward" else None,
        in_municipality=inside,
        region=None if inside else asked.region,
        minority_share=Decimal(str(asked.minority_share or 0)),
        land_border=asked.land_border,
        hard_coast=asked.hard_coast,
        heritage=asked.heritage,
        exemption=asked.exempt.get(unit) if unit else None,
    )


def kind_on(kind: str, on: date) -> str:
    """Give the kind that a unit is of on a day: a township is a commune since there are none."""
    return "commune" if kind == "township" and on >= NO_TOWNSHIPS else kind


def assert_known(named: Iterable[tuple[str, Territory | None]], *, regions: bool) -> None:
    """
    Let pass only what the standards can be told of.

    :param regions: whether those of wards go by the region of the province.

    :raises TerrainUnknown, RegionUnknown: by the name of the first unit.
    """
    pairs = [(name, facts) for name, facts in named if facts]
    flat = [name for name, facts in pairs if facts.kind == "commune" and facts.terrain is None]
    if flat:
        raise TerrainUnknown(count=len(flat), unit=flat[0])
    for name, facts in pairs if regions else ():
        if facts.kind == "ward" and not facts.in_municipality and facts.region is None:
            raise RegionUnknown(unit=name)
