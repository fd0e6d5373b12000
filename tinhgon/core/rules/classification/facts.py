"""What is known of a unit that is to be classified; None is unknown and is counted as a range of points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT

Role: TypeAlias = Literal["none", "strategic", "cluster_centre", "specialised_centre", "general_centre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prior:
    """Size, and what priority points ask for. A standard that the unit does not have is "none"."""

    __pydantic_config__: ClassVar = STRICT
    population: int | None = None
    area_km2: Decimal | None = None
    standard_population: int | Literal["none"] | None = None
    standard_area_km2: Decimal | Literal["none"] | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Local(Prior):
    """What communes, wards and special zones share; rates are per cent."""

    __pydantic_config__: ClassVar = STRICT
    budget_balanced: bool | None = None
    budget_percent: Decimal | None = None
    industry_percent: Decimal | None = None
    nonfarm_percent: Decimal | None = None
    poor_percent: Decimal | None = None
    water_percent: Decimal | None = None
    online_percent: Decimal | None = None
    online_average: Decimal | None = None
    signed_percent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune(Local):
    """A commune (xã)."""

    __pydantic_config__: ClassVar = STRICT
    mountain: bool | None = None
    minority_percent: Decimal | None = None
    land_border: bool | None = None
    heritage: bool | None = None
    safe_zone: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward(Local):
    """A ward (phường); `large` is the judgement that it is large in people and area."""

    __pydantic_config__: ClassVar = STRICT
    in_city: bool | None = None
    mountain: bool | None = None
    converted_percent: Decimal | None = None
    heritage: bool | None = None
    safe_zone: bool | None = None
    large: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone(Local):
    """A special zone (đặc khu); `urban` where it is recognised as a class of urban area."""

    __pydantic_config__: ClassVar = STRICT
    permanent_population: int | None = None
    urban: bool = False
    in_city: bool | None = None
    mountain: bool | None = None
    large: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Province(Prior):
    """A province; growth and rates are per cent, `income_percent` is of the country's average.

    :param role: centres, of a cluster or of a province, are only communes, wards and special zones.
    """

    __pydantic_config__: ClassVar = STRICT
    role: Literal["none", "strategic"] | None = None
    kind: Literal["province", "city", "hanoi", "ho_chi_minh"] = "province"
    mountain: bool | None = None
    shares_revenue: bool | None = None
    shared_percent: Decimal | None = None
    budget_percent: Decimal | None = None
    industry_percent: Decimal | None = None
    growth_percent: Decimal | None = None
    nonfarm_percent: Decimal | None = None
    productivity_percent: Decimal | None = None
    income_percent: Decimal | None = None
    insured_percent: Decimal | None = None
    insured_average: Decimal | None = None
    poor_percent: Decimal | None = None
    poor_average: Decimal | None = None
    water_percent: Decimal | None = None
    water_average: Decimal | None = None
    satisfaction_rank: int | None = None
    online_percent: Decimal | None = None
    online_average: Decimal | None = None
    minority_percent: Decimal | None = None
    border_units_percent: Decimal | None = None
    heritage: bool | None = None
    commune_units: int | None = None
