"""The smallest set of conditions found that leaves no plan: what is not needed is dropped in turn."""

from __future__ import annotations

from collections.abc import Sequence

from tinhgon.core.errors import Refused
from tinhgon.solvers.consolidate.conflicts.named import Condition, each_of
from tinhgon.solvers.consolidate.conflicts.possible import is_possible, rules_of
from tinhgon.solvers.consolidate.values import Conditions, Territory


class NoPlan(Refused):
    """No plan keeps to all conditions; `conflict` holds those that collide."""

    vi = "Không có phương án nào thỏa mãn đồng thời: {conflict} Bỏ hoặc nới một trong các điều kiện này."
    en = "No plan keeps to all of these: {conflict} Drop or relax one of them."
    between = " "

    def __init__(self, conflict: Sequence[Condition]) -> None:
        self.conflict = tuple(conflict)
        super().__init__(conflict=tuple(condition.said for condition in conflict))


def explain(territory: Territory, conditions: Conditions) -> tuple[Condition, ...]:
    """
    Give conditions that cannot all be kept, and can as soon as any one of them is dropped.

    Empty where a plan exists, or where none was proven to be missing. The territory must be sound.
    """
    every = tuple(each_of(territory, conditions))

    def possible(kept: Sequence[Condition]) -> bool:
        return is_possible(rules_of(territory, conditions, kept))

    if possible(every):
        return ()
    found: list[list[Condition]] = []
    for order in (every, every[::-1]):
        needed = list(order)
        for condition in order:
            without = [kept for kept in needed if kept is not condition]
            if not possible(without):
                needed = without
        found.append(needed)
    smallest: list[Condition] = min(found, key=len)
    return tuple(smallest)


def assert_possible(territory: Territory, conditions: Conditions) -> None:
    """
    Let only conditions pass that leave a plan.

    :raises NoPlan: with the smallest conflict found.
    """
    conflict = explain(territory, conditions)
    if conflict:
        raise NoPlan(conflict)
