"""Which least sets keep to the conditions: no two of them apart, and a seat where one may lack."""

from __future__ import annotations

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.maxp.ground import Ground
from tinhgon.solvers.consolidate.maxp.minimal import Sets
from tinhgon.solvers.consolidate.maxp.moves import seatable, welcome


def lawful_sets(ground: Ground, sets: Sets) -> Sets:
    """Leave out the sets that break a condition."""
    if not (len(ground.foe) or ground.seats_matter):
        return sets
    members, begins = sets
    seats = (ground.units_from, ground.units, ground.points, ground.may_seat, ground.far)
    ways = (ground.near_from, ground.near, ground.foe_from, ground.foe)
    kept = _lawful(members, begins, ways, seats, ground.seats_matter)
    sizes = np.diff(begins)
    return members[np.repeat(kept, sizes)], np.concatenate([[0], np.cumsum(sizes[kept])])


@njit(cache=True)
def _lawful(members, begins, ways, seats, seats_matter):  # type: ignore[no-untyped-def]
    near_from, near, foe_from, foe = ways
    count = len(near_from) - 1
    kept = np.ones(len(begins) - 1, np.bool_)
    into = np.zeros(count, np.int32)
    mark, stack = np.zeros(count + 1, np.int64), np.zeros(count, np.int32)
    for s in range(len(kept)):
        mine = members[begins[s] : begins[s + 1]]
        for block in mine:
            into[block] = 1
        for block in mine:
            if not welcome(block, 1, -1, into, foe_from, foe):
                kept[s] = False
        if seats_matter and kept[s]:
            kept[s] = seatable(mine[0], into, near_from, near, *seats, mark, stack)  # type: ignore[call-arg]
        for block in mine:
            into[block] = 0
    return kept
