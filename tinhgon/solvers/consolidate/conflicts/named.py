"""Each condition by itself, with a sentence: what can be named as part of a conflict, and dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tinhgon.core.errors import Said
from tinhgon.solvers.consolidate.values import Conditions, Territory

TOGETHER, APART, ALONE, MEMBERS, DISTANCE, GROUPS, SEATS = (
    "together", "apart", "alone", "max_members", "max_km", "group", "may_seat",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition; `units` are the places it names in `Territory.codes`, `said` its sentence."""

    kind: str
    units: tuple[int, ...]
    said: Said


def each_of(territory: Territory, conditions: Conditions) -> Iterator[Condition]:
    """Give every condition that a plan may fail by, limits first."""
    most, km, codes = conditions.max_members, conditions.max_km, territory.codes
    yield Condition(MEMBERS, (), Said(
        f"Một đơn vị mới có tối đa {most} đơn vị cũ.",
        f"A new unit has at most {most} members."))  # fmt: skip
    if km is not None:
        yield Condition(DISTANCE, (), Said(
            f"Không nơi nào cách trụ sở mới quá {km:g} km.",
            f"No member is more than {km:g} km from the seat."))  # fmt: skip
    if len(set(territory.group.tolist())) > 1:
        yield Condition(GROUPS, (), Said(
            "Đơn vị thuộc các nhóm khác nhau không được nhập với nhau.",
            "Units of different groups are never merged."))  # fmt: skip
    if not np.all(territory.may_seat):
        yield Condition(SEATS, (), Said(
            "Trụ sở chỉ đặt ở những nơi được phép.", "The seat is only where it is allowed."))  # fmt: skip
    for unit in sorted(set(conditions.alone)):
        yield Condition(ALONE, (unit,), Said(
            f"{codes[unit]} giữ nguyên.", f"{codes[unit]} stays as it is."))  # fmt: skip
    for one, other in conditions.apart:
        yield Condition(APART, (one, other), Said(
            f"{codes[one]} và {codes[other]} không chung một đơn vị.",
            f"{codes[one]} and {codes[other]} do not share a unit."))  # fmt: skip
    for members in conditions.together:
        if len(set(members)) > 1:
            listed = ", ".join(codes[unit] for unit in members)
            yield Condition(TOGETHER, members, Said(
                f"{listed} vào cùng một đơn vị.", f"{listed} end in one unit."))  # fmt: skip
