"""The search that turns regions into least sets and packs these better, window by window."""

from __future__ import annotations

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.maxp.ground import Ground
from tinhgon.solvers.consolidate.maxp.minimal import Sets
from tinhgon.solvers.consolidate.maxp.packing.drawing import draw_packing
from tinhgon.solvers.consolidate.maxp.packing.known import sets_within, with_regions
from tinhgon.solvers.consolidate.maxp.packing.lawful import lawful_sets
from tinhgon.solvers.consolidate.maxp.packing.windows import BLOCKS, ONE, SETS, draw_window, sets_inside
from tinhgon.solvers.consolidate.values import Flags, Floats, Ints
from tinhgon.solvers.watch import Clock

WINDOWS_A_BLOCK, STRIDE = 400, 1 << 16
SLACK, KEEN = 20.0, 80.0  # how keen on free blocks at first and at last; less keen finds far fewer regions
SEED = 0xD1B54A32D192ED03  # not that of the annealing


def better_packed(
    ground: Ground, sets: Sets, price: Floats, into: Ints, full: Flags, clock: Clock, bound: int
) -> Ints:
    """
    Give the region of each block, of which at least as many are full as in `into`.

    :param price: under which each region that is full costs 1 or more.
    :param full: of each region of `into`.
    """
    sets = with_regions(lawful_sets(ground, sets), into, full)
    taken = sets_within(sets, into)
    regions = len(np.unique(taken[taken >= 0]))
    members, begins = sets
    root_from = np.searchsorted(members[begins[:-1]], np.arange(len(ground) + 1))
    ways = (ground.near_from, ground.near, members, begins, root_from)
    cost = np.ceil(price * ONE + 1).astype(np.int64)
    word = np.array([(clock.limits.seed + 1) * SEED & (2**64 - 1)], np.uint64)
    place = np.full(len(ground), -1, np.int64)
    windows = int(WINDOWS_A_BLOCK * len(ground) * clock.limits.effort)
    for begin in range(0, windows, STRIDE):
        if clock.over() or regions >= bound:
            break
        keen = SLACK * (KEEN / SLACK) ** (begin / windows)
        regions += sweep(ways, cost, taken, place, word, keen, min(STRIDE, windows - begin))
        clock.tell("searching", best=-float(regions), bound=-float(bound))
    apart = np.where(taken < 0, len(begins) + np.arange(len(ground)), taken)
    numbers: Ints = np.unique(apart, return_inverse=True)[1].astype(np.int32)
    return numbers


@njit(cache=True)
def sweep(ways, price, taken, place, word, keen, windows):  # type: ignore[no-untyped-def]
    """Draw windows and pack each anew; give how many regions more there are."""
    members, begins = ways[2], ways[3]
    pool, first = np.zeros(BLOCKS, np.int64), np.zeros(BLOCKS, np.int64)
    inside = (
        np.zeros(SETS, np.int64),
        np.zeros(SETS, np.int64),
        np.zeros(SETS, np.int64),
        np.zeros(SETS, np.int64),
    )
    room = np.zeros((5, BLOCKS + 1), np.int64)
    levels = (room[0], room[1], room[2], room[3], room[4])
    free, chosen, drawn = np.zeros(BLOCKS + 1), np.zeros(BLOCKS, np.int64), np.zeros(BLOCKS, np.int64)
    more = 0
    for _ in range(windows):
        count, regions = draw_window(ways, taken, place, pool, word)
        spare = price[pool[:count]].sum() - regions * ONE
        sets_inside(ways, price, spare, place, pool, count, inside, first)
        found = draw_packing(
            price[pool[:count]], inside, first, count, regions, spare, keen, levels, free, chosen, drawn, word
        )
        place[pool[:count]] = -1
        if found < regions:
            continue
        taken[pool[:count]] = -1
        for i in range(found):
            s = inside[3][drawn[i]]
            taken[members[begins[s] : begins[s + 1]]] = s
        more += found - regions
    return more
