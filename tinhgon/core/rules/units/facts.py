"""What the rules on units ask about a unit; None is unknown, and never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT

Kind: TypeAlias = Literal[
    "rural_district", "urban_district", "provincial_city", "town", "ward", "township", "commune",
    "special_zone",
]  # fmt: skip
Terrain: TypeAlias = Literal["mountain", "lowland", "island"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A unit below the province. Shares are per cent.

    :param of_what: what a ward lies in; `province` where no district stands between.
    :param region: a ward's province, if it is no centrally-run city.
    :param members: how many old units it was made of, whole or in part; None if no merger made it.
    :param exemption: a recorded ground on which it need not be merged; None if none is recorded.
    :param hard_coast: a specially difficult commune on the coast.
    :param heritage: a ward with a site of world heritage.
    """

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    terrain: Terrain | None = None
    of_what: Literal["urban_district", "provincial_city", "town", "province"] | None = None
    in_municipality: bool | None = None
    region: Literal["mountain", "border", "other"] | None = None
    area_km2: Decimal | None = None
    population: int | None = None
    members: int | None = None
    exemption: Literal["isolated", "important"] | None = None
    minority_share: Decimal | None = None
    land_border: bool | None = None
    hard_coast: bool | None = None
    red_river_delta: bool | None = None
    heritage: bool | None = None
    commune_units: int | None = None
    townships: int | None = None
    urban_share: Decimal | None = None
    revenue_share: Decimal | None = None
    industry_share: Decimal | None = None
    nonfarm_share: Decimal | None = None
    income_above_average: bool | None = None
    poverty_below_average: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """A province or a centrally-run city.

    :param district_units: units of the middle level, of which `urban_units` are cities or towns.
    :param urbanisation: per cent of the people who live in urban places.
    :param class_two_areas: urban areas of class II.
    """

    __pydantic_config__: ClassVar = STRICT
    kind: Literal["province", "municipality"]
    terrain: Literal["mountain", "lowland"] | None = None
    area_km2: Decimal | None = None
    population: int | None = None
    members: int | None = None
    district_units: int | None = None
    urban_units: int | None = None
    commune_units: int | None = None
    wards: int | None = None
    urbanisation: Decimal | None = None
    class_two_areas: int | None = None
