"""Bettering a plan window by window: a few neighbouring new units are taken apart and put together best.

With the duals of the linear programme a plan costs their sum and its reduced costs, none negative; so a
window is searched by reduced costs, cheapest first, and left where they pass what it has now. Large
neighbourhood search (Shaw 1998) with an exact cover search as its repair.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.columns import Sets
from tinhgon.solvers.consolidate.values import Floats, Places
from tinhgon.solvers.watch import Clock

ROOM = 50_000  # sets inside a window that are looked at
POOL = 100  # sets to choose from, times the blocks
DRAWN = 3  # lots for the middle of a window: where a plan is dear it is to be mended
SIZES = (16, 28, 40)  # blocks of a window
STEPS, NODES = 3, 1000  # windows, times the blocks; sets tried in each


@njit(cache=True)
def _draw(state, below):  # type: ignore[no-untyped-def]
    """Give a whole number below a limit, by xorshift64: the same everywhere for one seed."""
    x = state[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    state[0] = x
    return np.int64(x % np.uint64(below))


@njit(cache=True)
def _window(plan, members, costs, near, near_from, size, state, free, rows):  # type: ignore[no-untyped-def]
    """Free the sets around a block drawn by lot, the dearest of a few; give how many blocks became free."""
    count, at = 0, 0
    start = _draw(state, len(plan))
    for _ in range(DRAWN - 1):
        other = _draw(state, len(plan))
        if costs[plan[other]] > costs[plan[start]]:
            start = other
    for place in range(members.shape[1]):
        block = members[plan[start], place]
        if block < 0:
            break
        free[block] = True
        rows[count] = block
        count += 1
    while at < count and count < size:
        span = near_from[rows[at] + 1] - near_from[rows[at]]
        turn = _draw(state, span) if span else 0
        for step in range(span):
            other = near[near_from[rows[at]] + (step + turn) % span]
            if free[other] or count >= size:
                continue
            for place in range(members.shape[1]):
                block = members[plan[other], place]
                if block < 0:
                    break
                free[block] = True
                rows[count] = block
                count += 1
        at += 1
    return count


@njit(cache=True)
def _gather(free, rows, count, members, costs, begin, through, bit, local):  # type: ignore[no-untyped-def]
    """
    Collect the sets inside a window, as bits of its blocks.

    :param local: masks, costs and places of the sets, block by block, cheapest first, and (count + 1,)
        where each block's begin.
    """
    masks, prices, places, starts = local
    found = 0
    for i in range(count):
        starts[i] = found
        for entry in range(begin[rows[i]], begin[rows[i] + 1]):
            s = through[entry]
            mask, inside = np.uint64(0), True
            for place in range(members.shape[1]):
                block = members[s, place]
                if block < 0:
                    break
                if not free[block]:
                    inside = False
                    break
                mask |= np.uint64(1) << np.uint64(bit[block])
            if inside and found < len(masks):
                masks[found], prices[found], places[found] = mask, costs[s], s
                found += 1
    starts[count] = found


@njit(cache=True)
def _scarcest(count, cost, used, best, local):  # type: ignore[no-untyped-def]
    """Give the open block that fewest sets can still cover below the best; -1 where one has none."""
    masks, prices, _, starts = local
    scarcest, fewest = -1, 1 << 30
    for row in range(count):
        if used >> np.uint64(row) & np.uint64(1):
            continue
        fits = 0
        for s in range(starts[row], starts[row + 1]):
            if fits >= fewest or cost + prices[s] >= best:
                break
            fits += (masks[s] & used) == 0
        if fits == 0:
            return -1
        if fits < fewest:
            scarcest, fewest = row, fits
    return scarcest


@njit(cache=True)
def _cover(count, limit, nodes, local, found):  # type: ignore[no-untyped-def]
    """Search the cheapest cover of a window below a limit; give its cost and how many sets it has."""
    masks, prices, _, starts = local
    entry = np.empty(count + 1, dtype=np.int64)
    last = np.empty(count + 1, dtype=np.int64)
    used = np.zeros(count + 2, dtype=np.uint64)
    cost = np.zeros(count + 2)
    whole = ~np.uint64(0) if count == 64 else (np.uint64(1) << np.uint64(count)) - np.uint64(1)
    best, sets, depth, steps = limit, 0, 0, 0
    row = _scarcest(count, 0.0, np.uint64(0), limit, local)
    if row < 0:
        return best, sets
    entry[0], last[0] = starts[row], starts[row + 1]
    while depth >= 0 and steps < nodes:
        if entry[depth] >= last[depth] or cost[depth] + prices[entry[depth]] >= best:
            depth -= 1
            continue
        s = entry[depth]
        entry[depth] += 1
        if masks[s] & used[depth]:
            continue
        steps += 1
        used[depth + 1] = used[depth] | masks[s]
        cost[depth + 1] = cost[depth] + prices[s]
        if used[depth + 1] == whole:
            best, sets = cost[depth + 1], depth + 1
            for i in range(sets):
                found[i] = entry[i] - 1
            depth -= 1
            continue
        row = _scarcest(count, cost[depth + 1], used[depth + 1], best, local)
        if row >= 0:
            depth += 1
            entry[depth], last[depth] = starts[row], starts[row + 1]
    return best, sets


@njit(cache=True)
def mend(plan, members, costs, begin, through, near, near_from, seed, steps, size, nodes):  # type: ignore[no-untyped-def]
    """
    Better a plan in place, for so many windows; give what was gained.

    :param plan: (blocks,) the set that each block is in.
    :param begin, through: the sets through each block, cheapest first.
    """
    state = np.array([seed * 2654435761 + 88172645463325252], dtype=np.uint64)
    free = np.zeros(len(plan), dtype=np.bool_)
    rows = np.empty(len(plan) + members.shape[1], dtype=np.int64)
    found, bit = np.empty(65, dtype=np.int64), np.zeros(len(plan), dtype=np.int64)
    local = (np.empty(ROOM, np.uint64), np.empty(ROOM), np.empty(ROOM, np.int64), np.empty(66, np.int64))
    gained = 0.0
    for _ in range(steps):
        wanted = size // 2 + _draw(state, size - size // 2 + 1)
        count = _window(plan, members, costs, near, near_from, wanted, state, free, rows)
        now = 0.0
        for i in range(count):
            if members[plan[rows[i]], 0] == rows[i]:
                now += costs[plan[rows[i]]]
        sets = 0
        if now > 0.5 and count <= 64:
            for i in range(count):
                bit[rows[i]] = i
            _gather(free, rows, count, members, costs, begin, through, bit, local)
            best, sets = _cover(count, now - 0.5, nodes, local, found)
        if sets:
            gained += now - best
        for i in range(sets):
            s = local[2][found[i]]
            for place in range(members.shape[1]):
                if members[s, place] >= 0:
                    plan[members[s, place]] = s
        for i in range(count):
            free[rows[i]] = False
    return gained


def better(
    sets: Sets, plan: Places, reduced: Floats, blocks: int, near: tuple[Places, Places], clock: Clock
) -> Places:
    """Give a plan at least as good: its windows mended by the sets that cost least beyond the duals."""
    cheap = np.argpartition(reduced, min(POOL * blocks, len(reduced) - 1))[: POOL * blocks]
    kept = np.union1d(cheap, plan)
    members, costs = sets.members[kept], np.maximum(reduced[kept], 0.0)
    begin, through = by_block(members, costs, blocks)
    within = np.empty(blocks, dtype=np.int64)
    for place in np.searchsorted(kept, plan).tolist():
        held = members[place]
        within[held[held >= 0]] = place
    for size in SIZES:
        steps = max(int(STEPS * blocks * clock.limits.effort), 1)
        if clock.over():
            break
        mend(within, members, costs, begin, through, *near, clock.limits.seed + size, steps, size, NODES)
    return np.unique(kept[within])


def by_block(members: Places, costs: Floats, blocks: int) -> tuple[Places, Places]:
    """Give where each block's sets begin, and the sets block by block, cheapest first."""
    held = members >= 0
    sets, rows = np.nonzero(held)[0], members[held]
    order = np.lexsort((sets, costs[sets], rows))
    return np.searchsorted(rows[order], np.arange(blocks + 1)).astype(np.int64), sets[order].astype(np.int64)
