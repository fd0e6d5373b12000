"""What the annealing asks of the map at every step; compiled."""

from __future__ import annotations

import numpy as np
from numba import njit

MULTIPLIER, LOW = np.uint64(2685821657736338717), np.uint64(11)
A, B, C = np.uint64(12), np.uint64(25), np.uint64(27)


@njit(cache=True)
def draw(state):  # type: ignore[no-untyped-def]
    """Give the next 53 random bits (xorshift64*, Vigna 2016); the state is one word, never 0."""
    x = state[0]
    x ^= x >> A
    x ^= x << B
    x ^= x >> C
    state[0] = x
    return (x * MULTIPLIER) >> LOW


@njit(cache=True)
def whole_without(v, into, near_from, near, mark, stack):  # type: ignore[no-untyped-def]
    """Tell whether the region of a block stays in one piece without it; `mark[-1]` counts the calls."""
    region, first, beside = into[v], -1, 0
    for e in range(near_from[v], near_from[v + 1]):
        if into[near[e]] == region:
            beside += 1
            first = near[e]
    if beside <= 1:
        return True
    mark[-1] += 1
    seen = mark[-1]
    mark[v] = seen
    mark[first] = seen
    stack[0], top = first, 1
    while top > 0:
        top -= 1
        x = stack[top]
        for e in range(near_from[x], near_from[x + 1]):
            u = near[e]
            if into[u] == region and mark[u] != seen:
                mark[u] = seen
                stack[top] = u
                top += 1
    for e in range(near_from[v], near_from[v + 1]):
        if into[near[e]] == region and mark[near[e]] != seen:
            return False
    return True


@njit(cache=True)
def touches(v, region, but, into, near_from, near):  # type: ignore[no-untyped-def]
    """Tell whether a block has a neighbour in a region, apart from one block."""
    for e in range(near_from[v], near_from[v + 1]):  # noqa: SIM110  (compiled)
        if near[e] != but and into[near[e]] == region:
            return True
    return False


@njit(cache=True)
def welcome(v, region, but, into, foe_from, foe):  # type: ignore[no-untyped-def]
    """Tell whether a region holds nothing a block must be kept apart from, but for one block."""
    for e in range(foe_from[v], foe_from[v + 1]):  # noqa: SIM110  (compiled)
        if foe[e] != but and into[foe[e]] == region:
            return False
    return True


@njit(cache=True)
def seatable(v, into, near_from, near, units_from, units, points, may_seat, far, mark, stack):  # type: ignore[no-untyped-def]
    """Tell whether the region of a block has a member that may be the seat and is near enough to all."""
    region = into[v]
    mark[-1] += 1
    seen = mark[-1]
    mark[v] = seen
    stack[0], found, at = v, 1, 0
    while at < found:
        x = stack[at]
        at += 1
        for e in range(near_from[x], near_from[x + 1]):
            u = near[e]
            if into[u] == region and mark[u] != seen:
                mark[u] = seen
                stack[found] = u
                found += 1
    if found == 1 and units_from[v + 1] - units_from[v] == 1:
        return True
    for i in range(found):
        for a in range(units_from[stack[i]], units_from[stack[i] + 1]):
            if may_seat[units[a]] and _reaches(units[a], stack, found, units_from, units, points, far):
                return True
    return False


@njit(cache=True)
def _reaches(seat, stack, found, units_from, units, points, far):  # type: ignore[no-untyped-def]
    for j in range(found):
        for b in range(units_from[stack[j]], units_from[stack[j] + 1]):
            square = 0.0
            for axis in range(3):
                square += (points[seat, axis] - points[units[b], axis]) ** 2
            if square > far * far:  # never where a position is unknown
                return False
    return True


@njit(cache=True)
def worth(sums, region, weight, plus, minus, least):  # type: ignore[no-untyped-def]
    """Give what a region counts with one block more and one less (-1: none): 1 from the threshold up.

    Below it half the square of what it reaches. Half: less would leave pieces scattered, more would let
    them live on instead of being filled up. The square: one piece nearly full is worth more than two halves.
    """
    reached, full = 0.0, True
    for m in range(len(least)):
        found = sums[region, m]
        if plus >= 0:
            found += weight[plus, m]
        if minus >= 0:
            found -= weight[minus, m]
        if found >= least[m]:
            reached += 1.0
        else:
            full = False
            reached += found / least[m]
    if full:
        return 1.0
    reached /= len(least)
    return 0.5 * reached * reached


@njit(cache=True)
def is_full(sums, region, least):  # type: ignore[no-untyped-def]
    """Tell whether a region reaches every threshold."""
    for m in range(len(least)):  # noqa: SIM110  (compiled)
        if sums[region, m] < least[m]:
            return False
    return True
