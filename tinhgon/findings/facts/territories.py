"""Places as the rules on units see them."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings

from tinhgon.core.rows import TERRITORIAL
from tinhgon.core.rules.units.facts import Kind, Province, Terrain, Territory
from tinhgon.findings.facts.bodies import COMMUNES, PROVINCES
from tinhgon.findings.picture import Picture, Seen

DISTRICTS = frozenset({"rural_district", "urban_district", "provincial_city", "town"})
URBAN = frozenset({"provincial_city", "town"})
WARD_IN = {"urban_district": "urban_district", "provincial_city": "provincial_city", "town": "town",
           "province": "province", "municipality": "province"}  # fmt: skip


def territory(seen: Seen, picture: Picture, *, members: int | None = None) -> Territory | None:
    """Give a place below the province; None for any other unit. `members` made it, if a merger did."""
    if seen.kind not in COMMUNES | DISTRICTS:
        return None
    top, above = picture.top(seen), picture.above(seen)
    below = _places(seen, picture)
    return Territory(
        kind=cast("Kind", seen.kind),
        terrain=_terrain(),
        of_what=cast("Any", WARD_IN.get(above.kind)) if above and seen.kind == "ward" else None,
        in_municipality=top.kind == "municipality" if top.kind in PROVINCES else None,
        area_km2=seen.area_km2,
        population=seen.population,
        members=members,
        commune_units=len(below) if below else None,
        townships=sum(one.kind == "township" for one in below) if below else None,
    )


def province(seen: Seen, picture: Picture, *, members: int | None = None) -> Province | None:
    """Give a province; None for any other unit. What lies below is counted where all of it is seen."""
    if seen.kind not in PROVINCES:
        return None
    below = _places(seen, picture)
    districts = [one for one in below if one.kind in DISTRICTS]
    whole = bool(below) and not districts
    terrain = _terrain()
    return Province(
        kind=cast("Any", seen.kind),
        terrain=terrain if terrain != "island" else None,
        area_km2=seen.area_km2,
        population=seen.population,
        members=members,
        district_units=len(districts) or None,
        urban_units=sum(one.kind in URBAN for one in districts) if districts else None,
        commune_units=len(below) if whole else None,
        wards=sum(one.kind == "ward" for one in below) if whole else None,
    )


def _places(seen: Seen, picture: Picture) -> list[Seen]:
    return [one for one in picture.children.get(seen.unit, ()) if TERRITORIAL in one.parents]


def _terrain() -> Terrain | None:
    """Give what the office says of all its places; where it says nothing, nothing is guessed."""
    return cast("Terrain", settings.TERRAIN) if settings.TERRAIN else None
