"""One packing of a window, drawn from all that are largest; compiled.

Prices on blocks under which a set costs 1 or more say what a packing wastes: the price of blocks left free,
and what its sets cost above 1. All largest packings waste the same in sum; those are likelier that waste it
on free blocks (a heat bath), since these are what one day makes one region more.
"""

from __future__ import annotations

import math

from numba import njit

from tinhgon.solvers.consolidate.maxp.moves import draw
from tinhgon.solvers.consolidate.maxp.packing.windows import ONE

NODES = 3000  # of the search tree of one window


@njit(cache=True)
def draw_packing(price, inside, first, count, most, spare, keen, levels, free, chosen, drawn, word):  # type: ignore[no-untyped-def]
    """
    Fill `drawn` with the sets of a packing of `most` sets, or of more where there is one.

    :param price: of each place of the window; a free block costs its price.
    :param spare: what a packing of `most` sets may waste.
    :param keen: by how much a packing is the likelier (exponent) for each 1 that is free.
    :param levels, free: room for the levels of the tree: place, next set, places done, waste, sets.
    :return: how many sets; fewer than `most` if the tree was too large.
    """
    mask, loss, after, _ = inside
    place, next_, done, waste, sets = levels
    place[0], next_[0], done[0], waste[0], sets[0], free[0] = 0, first[0], 0, 0, 0, 0.0
    level, nodes, found, weights = 0, 0, 0, 0.0
    while level >= 0 and nodes < NODES:
        p = place[level]
        if p == count:
            if sets[level] > most:
                spare -= (sets[level] - most) * ONE
                most, weights = sets[level], 0.0
            weight = math.exp(keen * (free[level] - spare / ONE))  # never above 1
            weights += weight
            if draw(word) * (1.0 / 9007199254740992.0) * weights <= weight:
                found = most
                drawn[:found] = chosen[:found]
            level -= 1
            continue
        s, deeper = next_[level], level + 1
        if s >= 0:  # take the set
            next_[level] = after[s]
            if mask[s] & done[level] or waste[level] + loss[s] > spare:
                continue
            chosen[sets[level]] = s
            done[deeper], waste[deeper] = done[level] | mask[s], waste[level] + loss[s]
            sets[deeper], free[deeper] = sets[level] + 1, free[level]
        elif s == -1 and waste[level] + price[p] <= spare:  # leave the block free
            next_[level] = -2
            done[deeper], waste[deeper] = done[level], waste[level] + price[p]
            sets[deeper], free[deeper] = sets[level], free[level] + price[p] / ONE
        else:
            level -= 1
            continue
        nodes += 1
        p += 1
        while p < count and done[deeper] >> p & 1:
            p += 1
        place[deeper] = p
        next_[deeper] = first[p] if p < count else -1
        level = deeper
    return found
