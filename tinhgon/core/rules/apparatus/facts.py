"""What the rules of organisation look at: a body, a province, a unit after a merger. None is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

from tinhgon.core.operations import STRICT
from tinhgon.core.values import Count

Kind: TypeAlias = Literal[
    "division",  # phòng thuộc sở
    "office",  # văn phòng sở
    "inspectorate",  # thanh tra sở
    "sub_department",  # chi cục thuộc sở
    "sub_department_division",  # phòng thuộc chi cục thuộc sở
    "service_unit",  # đơn vị sự nghiệp công lập thuộc UBND cấp tỉnh
    "service_division",  # phòng thuộc đơn vị sự nghiệp công lập
    "ministry_division",  # phòng thuộc cục của bộ
    "ministry_sub_division",  # phòng thuộc chi cục của cục thuộc bộ
]
# "other_province": neither Hà Nội nor TP. Hồ Chí Minh, of a type that is not known.
ProvinceType: TypeAlias = Literal["hanoi_hcm", "type_1", "type_2", "type_3", "other_province"]
# Who pays for a service unit: the state; the unit its running costs; the unit its investment too.
Funding: TypeAlias = Literal["state_funded", "self_funded", "self_funded_all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One body of the administration and its numbers.

    :param headcount: posts for officials that it was given, or employees of a service unit.
    :param divisions: how many inner organisations it has.
    :param superior_deputies: deputies of the body directly above it.
    :param peer_deputies: most deputies of a body of its kind and level that has inner organisations.
    :param merged_on: first day of the decision that rearranged it; None: it was not rearranged.
    """

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    province_type: ProvinceType | None = None
    headcount: Count | None = None
    deputy_heads: Count | None = None
    divisions: Count | None = None
    superior_deputies: Count | None = None
    peer_deputies: Count | None = None
    funding: Funding | None = None
    essential_service: bool | None = None
    being_set_up: bool = False
    merged_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """The totals of a province; its communes' totals are taken together.

    :param merged_from: of how many provincial units it was made; 1: it was not merged.
    :param joined_departments: how many of its departments came of that merger.
    :param commune_bodies: divisions and public service centres of all communes.
    """

    __pydantic_config__: ClassVar = STRICT
    province_type: ProvinceType | None = None
    departments: Count | None = None
    department_deputies: Count | None = None
    merged_from: Count | None = None
    joined_departments: Count | None = None
    merged_on: date | None = None
    communes: Count | None = None
    commune_bodies: Count | None = None
    commune_divisions: Count | None = None
    commune_deputies: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A province or commune made by the rearrangement of 2025, and its people.

    :param staff_before: people present in the units of the same level before.
    :param moved_in: people of the provincial and district level who were placed in the commune.
    """

    __pydantic_config__: ClassVar = STRICT
    level: Literal["province", "commune"]
    staff_after: Count | None = None
    staff_before: Count | None = None
    moved_in: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Somebody whom a rearrangement placed in other work, on the day of that document."""

    __pydantic_config__: ClassVar = STRICT
    placed_on: date
