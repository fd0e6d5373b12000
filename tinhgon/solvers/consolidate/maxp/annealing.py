"""Simulated annealing over all ways to part the map: blocks change their region, or change places; compiled.

A region below the threshold counts a little (`worth`), so pieces grow until they are regions of their own.
The regions of today's step are always in one piece and keep to every condition.
"""

from __future__ import annotations

import math

from numba import njit

from tinhgon.solvers.consolidate.maxp.moves import (
    draw,
    is_full,
    seatable,
    touches,
    welcome,
    whole_without,
    worth,
)

HOT, COLD = 0.05, 0.01  # measured: hotter and colder ends find fewer regions in the same steps


@njit(cache=True)
def anneal(ways, limits, state, tally, word, best, begin, end, steps):  # type: ignore[no-untyped-def]
    """
    Take the steps from `begin` to `end` of all `steps`; `best` keeps the parting with most full regions.

    :param ways: near_from, near, foe_from, foe, weight, size of a `Ground`.
    :param limits: least; members at most; whether seats matter; units_from, units, points, may_seat, far.
    :param state: into, sums, blocks and units of each region, unused regions, mark, stack.
    :param tally: full regions now, at best, number of unused regions.
    :param word: the state of the random numbers.
    """
    near_from, near = ways[0], ways[1]
    into, held = state[0], state[2]
    count, heat = len(into), HOT
    for step in range(begin, end):
        if step % 1024 == 0 or step == begin:
            heat = HOT * (COLD / HOT) ** (step / steps)
        v = int(draw(word) % count)
        near_by = near_from[v + 1] - near_from[v]
        pick = int(draw(word) % (near_by + 1))
        if pick == near_by:
            if held[into[v]] > 1:
                _change(v, -1, state[4][tally[2] - 1], heat, ways, limits, state, tally, word)
        else:
            u = near[near_from[v] + pick]
            if into[u] != into[v] and not _change(v, -1, into[u], heat, ways, limits, state, tally, word):
                _change(v, u, into[u], heat, ways, limits, state, tally, word)
        if tally[0] > tally[1]:
            tally[1] = tally[0]
            best[:] = into


@njit(cache=True)
def _change(v, u, other, heat, ways, limits, state, tally, word):  # type: ignore[no-untyped-def]
    """Move v into another region, u of it (-1: none) back into v's, if heat and conditions allow."""
    weight, least = ways[4], limits[0]
    into, sums = state[0], state[1]
    mine = into[v]
    gain = (
        worth(sums, mine, weight, u, v, least)
        + worth(sums, other, weight, v, u, least)
        - worth(sums, mine, weight, -1, -1, least)
        - worth(sums, other, weight, -1, -1, least)
    )
    if gain < 0 and draw(word) * (1.0 / 9007199254740992.0) >= math.exp(gain / heat):
        return False
    if not _allowed(v, u, other, ways, limits, state):
        return False
    full = is_full(sums, mine, least) + is_full(sums, other, least)
    _put(v, other, ways, state)
    if u >= 0:
        _put(u, mine, ways, state)
    if limits[2] and not _seated(v, mine, ways, limits, state):
        _put(v, mine, ways, state)
        if u >= 0:
            _put(u, other, ways, state)
        return False
    held, unused = state[2], state[4]
    if held[other] == 1 and u < 0 and unused[tally[2] - 1] == other:
        tally[2] -= 1
    if held[mine] == 0:
        unused[tally[2]] = mine
        tally[2] += 1
    tally[0] += is_full(sums, mine, least) + is_full(sums, other, least) - full
    return True


@njit(cache=True)
def _allowed(v, u, other, ways, limits, state):  # type: ignore[no-untyped-def]
    near_from, near, foe_from, foe, _, size = ways
    into, _, held, units, _, mark, stack = state
    mine = into[v]
    back = size[u] if u >= 0 else 0
    if units[other] + size[v] - back > limits[1] or units[mine] - size[v] + back > limits[1]:
        return False
    if not welcome(v, other, u, into, foe_from, foe):
        return False
    if held[mine] > 1 and not whole_without(v, into, near_from, near, mark, stack):
        return False
    if u < 0:
        return True
    return (
        touches(u, mine, v, into, near_from, near)
        and touches(v, other, u, into, near_from, near)
        and welcome(u, mine, v, into, foe_from, foe)
        and whole_without(u, into, near_from, near, mark, stack)
    )


@njit(cache=True)
def _put(v, region, ways, state):  # type: ignore[no-untyped-def]
    weight, size = ways[4], ways[5]
    into, sums, held, units = state[0], state[1], state[2], state[3]
    old = into[v]
    for m in range(weight.shape[1]):
        sums[old, m] -= weight[v, m]
        sums[region, m] += weight[v, m]
    held[old] -= 1
    held[region] += 1
    units[old] -= size[v]
    units[region] += size[v]
    into[v] = region


@njit(cache=True)
def _seated(v, mine, ways, limits, state):  # type: ignore[no-untyped-def]
    near_from, near = ways[0], ways[1]
    into, mark, stack = state[0], state[5], state[6]
    _, _, _, units_from, units, points, may_seat, far = limits
    if not seatable(v, into, near_from, near, units_from, units, points, may_seat, far, mark, stack):
        return False
    for e in range(near_from[v], near_from[v + 1]):
        x = near[e]
        if into[x] == mine:
            return seatable(x, into, near_from, near, units_from, units, points, may_seat, far, mark, stack)
    return True
