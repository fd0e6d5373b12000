"""All the sets a part of the territory can be parted into, with what each costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.core.errors import Refused
from tinhgon.solvers.consolidate.field import Field
from tinhgon.solvers.consolidate.sets import SCALE, arguments, enumerate_sets
from tinhgon.solvers.consolidate.values import TERMS, Conditions, Floats, Places, Standards, Weights

BYTES = 120  # of a set, with what is worked out about it
WHOLE = ("units", "missed", "districts")  # terms that are counted, not measured


class TooManySets(Refused):
    """What may be merged with what makes more sets than fit into memory."""

    vi = "Có {found} cách ghép, vượt bộ nhớ cho phép ({allowed}). Hãy giảm số đơn vị tối đa mỗi đơn vị mới."
    en = "There are {found} sets to choose from; memory holds {allowed}. Allow fewer members to a new unit."


@dataclass(frozen=True, slots=True, eq=False)
class Sets:
    """Connected sets of blocks.

    :param members: (sets, K) blocks, filled up with -1.
    :param prices: (sets,) the objective, whole thousandths.
    :param totals: (sets, sides) how much of each side row a set is: a unit, the standards it misses,
        and the terms that are made small first.
    """

    members: Places
    prices: Floats
    totals: Floats

    def __len__(self) -> int:
        return len(self.prices)

    def those(self, places: Places) -> Sets:
        """Give some of them."""
        return Sets(self.members[places], self.prices[places], self.totals[places])


def objectives_of(weights: Weights, conditions: Conditions) -> Floats:
    """Give the price of each term: rows for what is missed, each first term, the weighted sum."""
    unit = np.eye(len(TERMS))
    firsts = [unit[TERMS.index(name)] for name in conditions.first]
    last = np.array([getattr(weights, name) for name in TERMS], dtype=float)
    return np.stack([unit[TERMS.index("missed")], *firsts, last])


def sets_of(
    field: Field, standards: Standards, weights: Weights, conditions: Conditions, room: int
) -> tuple[Places, Places]:
    """
    Give the members of every lawful set and its prices by each objective.

    :raises TooManySets: there are more of them than there is room for.
    """
    graph, unit = arguments(field)
    far = np.inf if conditions.max_km is None else conditions.max_km
    waived = np.inf if standards.waived_from is None else standards.waived_from
    limits = np.array([conditions.max_members, far, waived], dtype=float)
    prices_of = objectives_of(weights, conditions)
    deep = min(conditions.max_members, field.blocks)
    members, prices = np.full((0, deep), -1, np.int32), np.empty((0, len(prices_of)), np.int64)
    count = enumerate_sets(graph, unit, field.asked, prices_of, limits, members, prices)
    if count > room:
        raise TooManySets(found=count, allowed=room)
    members, prices = np.full((count, deep), -1, np.int32), np.empty((count, len(prices_of)), np.int64)
    enumerate_sets(graph, unit, field.asked, prices_of, limits, members, prices)
    lawful = (members[:, 0] >= 0) & _in_one_piece(field, members)
    return (members, prices) if lawful.all() else (members[lawful], prices[lawful])


def _in_one_piece(field: Field, members: Places) -> np.ndarray:
    """Tell which sets hang together by their own units: a block of units apart needs what lies between."""
    fine = np.ones(len(members), dtype=bool)
    for block in range(field.blocks):
        if not _connected(field, np.array([block])):
            for place in np.flatnonzero((members == block).any(axis=1)):
                fine[place] = _connected(field, members[place][members[place] >= 0])
    return fine


def _connected(field: Field, blocks: Places) -> bool:
    inside = set(np.flatnonzero(np.isin(field.block, blocks)).tolist())
    if len(inside) < 2:
        return True
    reached, todo = set(), [min(inside)]
    edges = [(a, b) for a, b in field.inner.tolist() if a in inside and b in inside]
    while todo:
        reached.add(here := todo.pop())
        todo += [b if a == here else a for a, b in edges if here in (a, b) and {a, b} - reached]
    return reached == inside


def totals_of(prices: Places, firsts: int) -> Floats:
    """Give the side rows of each set: 1, the standards missed, the first terms already settled."""
    counted = prices[:, : 1 + firsts].astype(np.float64) / SCALE
    return np.column_stack([np.ones(len(prices)), counted])
