"""Every least set: connected, at the threshold, and below it when any one block is taken out; compiled.

The enumeration is ESU (Wernicke, Efficient detection of network motifs, 2006), which stops at the threshold.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.maxp.ground import Ground, Longs
from tinhgon.solvers.consolidate.values import Ints

Sets: TypeAlias = tuple[Ints, Longs]

DEEP, ROOM = 24, 1_200_000  # blocks in a set and sets that are looked at; beyond, nothing is claimed


def some_sets(ground: Ground) -> Sets:
    """Give the least sets up to as many blocks as there is room for: enough to search, not to prove."""
    for deepest in range(8, 1, -1):
        if (sets := least_sets(ground, deepest)) is not None:
            return sets
    return np.empty(0, np.int32), np.zeros(1, np.int64)


def least_sets(ground: Ground, deepest: int = DEEP) -> Sets | None:
    """
    Give the blocks of each least set one after the other and where each begins; None if too many.

    :param deepest: larger sets are left out; without it there being one is too many.
    """
    ways = (ground.near_from, ground.near)
    width = int(np.diff(ground.near_from).max(initial=0)) * (DEEP + 1) + 1
    begins = np.zeros(ROOM + 1, np.int64)
    members = np.empty(ROOM * 5, np.int32)
    of = (ground.weight, ground.least, ground.size, ground.most, deepest)
    found = _least_sets(*ways, *of, width, members, begins)
    return None if found < 0 else (members[: begins[found]].copy(), begins[: found + 1].copy())


@njit(cache=True)
def _least_sets(near_from, near, weight, least, size, most, deepest, width, members, begins):  # type: ignore[no-untyped-def]
    count, found = len(size), 0
    ways, ways_len = np.empty((DEEP + 1, width), np.int32), np.zeros(DEEP + 1, np.int64)
    chosen, beside = np.empty(DEEP + 1, np.int32), np.zeros(count, np.int32)
    for root in range(count):
        chosen[0], deep, fresh = root, 1, True
        while deep > 0:
            if fresh:  # the newest block makes a set that was not looked at
                fresh = False
                if size[chosen[:deep]].sum() > most or (
                    deep > 1 and _reach(chosen, deep - 1, -1, weight, least)
                ):
                    deep -= 1
                    continue
                if _reach(chosen, deep, -1, weight, least):
                    if _is_least(chosen, deep, near_from, near, weight, least):
                        if found + 1 >= len(begins) or begins[found] + deep > len(members):
                            return -1
                        members[begins[found] : begins[found] + deep] = chosen[:deep]
                        found += 1
                        begins[found] = begins[found - 1] + deep
                    deep -= 1
                    continue
                if deep == DEEP:
                    return -1
                if deep == deepest:
                    deep -= 1
                    continue
                ways_len[deep] = _widen(chosen, deep, near_from, near, beside, ways, ways_len)
            if ways_len[deep] == 0:
                deep -= 1
                _mark(chosen[deep], near_from, near, beside, -1)
                continue
            ways_len[deep] -= 1
            chosen[deep] = ways[deep, ways_len[deep]]
            deep, fresh = deep + 1, True
    return found


@njit(cache=True)
def _widen(chosen, deep, near_from, near, beside, ways, ways_len):  # type: ignore[no-untyped-def]
    """List what may still be added after the newest block, and mark what it stands beside."""
    newest, root, listed = chosen[deep - 1], chosen[0], 0
    if deep > 1:
        for i in range(ways_len[deep - 1]):
            ways[deep, listed] = ways[deep - 1, i]
            listed += 1
    for e in range(near_from[newest], near_from[newest + 1]):
        if near[e] > root and beside[near[e]] == 0:
            ways[deep, listed] = near[e]
            listed += 1
    _mark(newest, near_from, near, beside, 1)
    return listed


@njit(cache=True)
def _mark(block, near_from, near, beside, by):  # type: ignore[no-untyped-def]
    beside[block] += by
    for e in range(near_from[block], near_from[block + 1]):
        beside[near[e]] += by


@njit(cache=True)
def _reach(chosen, deep, but, weight, least):  # type: ignore[no-untyped-def]
    for m in range(len(least)):
        found = 0
        for i in range(deep):
            if i != but:
                found += weight[chosen[i], m]
        if found < least[m]:
            return False
    return True


@njit(cache=True)
def _is_least(chosen, deep, near_from, near, weight, least):  # type: ignore[no-untyped-def]
    """Tell whether every block is needed, for the threshold or to hold the others together."""
    if deep == 1:
        return True
    near_by = np.zeros(deep, np.int64)
    for i in range(deep):
        for e in range(near_from[chosen[i]], near_from[chosen[i] + 1]):
            for j in range(deep):
                if chosen[j] == near[e]:
                    near_by[i] |= 1 << j
    for i in range(deep):
        if _reach(chosen, deep, i, weight, least):
            others = ((1 << deep) - 1) ^ (1 << i)
            if _spread(others, near_by, deep) == others:
                return False
    return True


@njit(cache=True)
def _spread(inside, near_by, deep):  # type: ignore[no-untyped-def]
    """Give what is connected with the first block of a set of bits, within the set."""
    reached, grown = 0, inside & -inside
    while grown != reached:
        reached = grown
        for i in range(deep):
            if reached >> i & 1:
                grown |= near_by[i] & inside
    return reached
