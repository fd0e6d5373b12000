"""One connected part of a territory solved: each first term in its turn, then the weighted sum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from tinhgon.core.errors import Refused
from tinhgon.solvers.consolidate.columns import (
    BYTES,
    WHOLE,
    Sets,
    TooManySets,
    sets_of,
    totals_of,
)
from tinhgon.solvers.consolidate.field import Field
from tinhgon.solvers.consolidate.sets import SCALE
from tinhgon.solvers.consolidate.tree import Tree
from tinhgon.solvers.consolidate.values import Conditions, Places, Standards, Weights
from tinhgon.solvers.watch import Clock

ROOM_MB = 8000  # for the sets of one part, where no limit is given
FEWER = "fewer_members_looked_at"  # a note: larger sets did not fit into memory


class NoLawfulPlan(Refused):
    """The conditions leave no plan at all for some units."""

    vi = (
        "Không phương án nào thỏa mọi điều kiện cho các đơn vị quanh {unit}. Hãy xem điều kiện nào mâu thuẫn."
    )
    en = "No plan meets every condition for the units around {unit}. See which conditions contradict."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The best plan of one part.

    :param units: the places of each new unit's members.
    :param value, bound: of the weighted sum; firsts the same of each first term; in thousandths.
    """

    units: tuple[tuple[int, ...], ...]
    value: float
    bound: float
    firsts: tuple[tuple[float, float], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        """Tell whether no plan of the part is better."""
        return self.bound >= self.value and all(bound >= value for value, bound in self.firsts)


def solve_part(
    field: Field, standards: Standards, weights: Weights, conditions: Conditions, clock: Clock,
    start: tuple[tuple[int, ...], ...] = (), told: Callable[[float, float], None] = lambda best, bound: None,
) -> Part:  # fmt: skip
    """
    Give the best plan of one part.

    :param start: new units of a plan to begin from.
    :param told: hears the value and the bound of the weighted sum, in thousandths, as they move.
    :raises NoLawfulPlan: the conditions contradict.
    """
    members, prices, notes = _enumerated(field, standards, weights, conditions, clock)
    count = len(conditions.first)
    chosen, firsts = _found(field, members, start), list[tuple[float, float]]()
    limits = np.array([[-np.inf, np.inf]] * (2 + count))
    for place in range(count + 1):
        last = place == count
        grain = SCALE if not last and conditions.first[place] in WHOLE else 1
        totals = totals_of(prices, place)
        sets = Sets(members, prices[:, 1 + place].astype(np.float64), totals)
        tree = Tree(
            sets, field.blocks, (field.near, field.near_from), clock, limits[: 2 + place].copy(), float(grain)
        )
        tree.accept(chosen)
        tree.search(partial(_tell, told) if last and not notes else _silent)
        if tree.best is None:
            raise NoLawfulPlan(unit=int(field.units[0]))
        chosen = tree.best
        if not last:
            firsts.append((tree.value, _lifted(tree.bound, grain)))
            limits[2 + place, 1] = (tree.value + 0.5) / SCALE
    bound = -np.inf if notes else tree.bound
    units = tuple(_units(field, members[place]) for place in (() if chosen is None else chosen))
    return Part(units=units, value=tree.value, bound=bound, firsts=tuple(firsts), notes=notes)


def _tell(told: Callable[[float, float], None], tree: Tree) -> None:
    if tree.best is not None:
        told(tree.value, tree.bound)


def _silent(tree: Tree) -> None:
    """Say nothing: the sum is not yet what is made small, or the bound holds for fewer sets."""


def _lifted(bound: float, grain: int) -> float:
    """Give a bound to the next value that a plan can have."""
    return float(np.ceil((bound - 0.5) / grain) * grain)


def _enumerated(
    field: Field, standards: Standards, weights: Weights, conditions: Conditions, clock: Clock
) -> tuple[Places, Places, tuple[str, ...]]:
    """Give all sets; where memory does not hold them, those of fewer members, and a note of it."""
    room = (clock.limits.memory_mb or ROOM_MB) * 1_000_000 // BYTES
    for most in range(conditions.max_members, 1, -1):
        try:
            fewer = replace(conditions, max_members=most)
            members, prices = sets_of(field, standards, weights, fewer, room)
        except TooManySets:
            continue
        return members, prices, () if most == conditions.max_members else (FEWER,)
    members, prices = sets_of(field, standards, weights, replace(conditions, max_members=1), 1 << 62)
    return members, prices, (FEWER,) if conditions.max_members > 1 else ()


def _units(field: Field, blocks: Places) -> tuple[int, ...]:
    inside = np.isin(field.block, blocks[blocks >= 0])
    return tuple(field.units[inside].tolist())


def _found(field: Field, members: Places, start: tuple[tuple[int, ...], ...]) -> Places | None:
    """Give the places of the sets of a plan; None where one of them is no lawful set."""
    if not start:
        return None
    draw = np.random.default_rng(0).integers(1, 1 << 62, field.blocks, dtype=np.int64)
    keys = np.where(members >= 0, draw[members], 0).sum(axis=1)
    wanted = []
    for units in start:
        blocks = np.unique(field.block[np.searchsorted(field.units, units)])
        wanted.append(int(draw[blocks].sum()))
    places = np.flatnonzero(np.isin(keys, wanted))
    held = members[places]
    whole = np.bincount(held[held >= 0], minlength=field.blocks)
    return places if (whole == 1).all() else None
