"""The sweep itself, compiled: states are ways to have covered all blocks up to the first open one."""

from __future__ import annotations

import numpy as np
from numba import njit

ONE = np.uint64(1)


@njit(cache=True)
def _slot(table, masks, mask):  # type: ignore[no-untyped-def]
    """Give the place in the table of a mask, or the one where it is to be put."""
    value = np.uint64(1469598103934665603)
    for word in mask:
        value = (value ^ word) * np.uint64(1099511628211)
        value ^= value >> np.uint64(29)
    slot, free = np.int64(value & np.uint64(len(table) - 1)), np.int64(-1)
    while table[slot] != -1:
        state = table[slot]
        if state == -2:
            free = slot if free < 0 else free
        elif (masks[state] == mask).all():
            return slot
        slot = (slot + 1) & (len(table) - 1)
    return slot if free < 0 else free


@njit(cache=True)
def _anew(table, masks, slots, heads, following):  # type: ignore[no-untyped-def]
    """Write the table again without the states that are gone."""
    table[:] = -1
    for head in heads:
        state = head
        while state >= 0:
            slots[state] = _slot(table, masks, masks[state])
            table[slots[state]] = state
            state = following[state]


@njit(cache=True)
def _joined(one, other, out):  # type: ignore[no-untyped-def]
    """Write the union of two masks; tell whether they were apart."""
    for word in range(len(out)):
        if one[word] & other[word]:
            return False
        out[word] = one[word] | other[word]
    return True


@njit(cache=True)
def _first_open(mask, place, count):  # type: ignore[no-untyped-def]
    """Give the first open block from a place on."""
    while place < count and mask[place >> 6] >> np.uint64(place & 63) & ONE:
        place += 1
    return place


@njit(cache=True)
def _chosen(head, following, costs, tops, rest, number):  # type: ignore[no-untyped-def]
    """Give the states of a level, the best first, and the estimate of each."""
    places, estimates = np.empty(number, np.int64), np.empty(number)
    for i in range(number):
        places[i], estimates[i] = head, costs[head] + rest[tops[head]]
        head = following[head]
    order = np.argsort(estimates, kind="mergesort")
    return places[order], estimates[order]


@njit(cache=True)
def _desk(room, words, count):  # type: ignore[no-untyped-def]
    """Give the arrays of the states that wait, all free but the first: it has nothing covered yet."""
    masks, cost = np.zeros((room, words), np.uint64), np.zeros(room)
    top, following = np.zeros(room, np.int32), np.full(room, -1, np.int32)
    past, by = np.full(room, -1, np.int32), np.full(room, -1, np.int32)
    slots, free = np.zeros(room, np.int64), np.arange(room)[::-1].copy()
    table = np.full(1 << int(np.ceil(np.log2(2 * room))), -1, np.int32)
    head, number = np.full(count + 1, -1, np.int64), np.zeros(count + 1, np.int64)
    head[0], number[0] = 0, 1
    slots[0] = _slot(table, masks, masks[0])
    table[slots[0]] = 0
    return masks, cost, top, following, past, by, slots, free, table, head, number


@njit(cache=True)
def _spread(here, level, told, left, limit, sets, rest, desk, least, mask, losses):  # type: ignore[no-untyped-def]
    """Cover the first open block of a state in every way; give how many states are still free."""
    covers, tops, prices, begin = sets
    masks, cost, top, following, past, by, slots, free, table, head, number = desk
    for s in range(begin[level], begin[level + 1]):
        now = cost[here] + prices[s]
        if now > limit:
            losses[1] = min(losses[1], now)
            break
        if not _joined(masks[here], covers[s], mask):
            continue
        at, reach = _first_open(mask, level + 1, len(head) - 1), max(top[here], tops[s])
        for before in range(level + 1, at + 1):
            least[before] = min(least[before], now)
        if now + rest[reach] > limit:
            losses[1] = min(losses[1], now)
            continue
        slot = _slot(table, masks, mask)
        other = table[slot]
        if other < 0 and left < 0:
            losses[0], losses[1] = min(losses[0], now + rest[reach]), min(losses[1], now)
            continue
        if other < 0:
            other = free[left]
            left -= 1
            table[slot], slots[other], masks[other] = other, slot, mask
            following[other], head[at] = head[at], other
            number[at] += 1
        elif now >= cost[other]:
            continue
        cost[other], top[other], past[other], by[other] = now, reach, told, s
    return left


@njit(cache=True)
def sweep(sets, rest, limit, beam, room, least):  # type: ignore[no-untyped-def]
    """
    Cover all blocks in their order by sets, keeping of all ways to cover the same the cheapest.

    :param sets: (sets, words) blocks as bits in their order, one more than the last block of each, prices,
        none negative; by first block, cheapest first; and where each block's begin.
    :param rest: (blocks + 1,) what it costs at least to cover all from a block on.
    :param beam: states kept at each block.
    :param room: states that wait.
    :param least: (blocks + 1,) takes what it costs at least to cover all before a block.
    :returns: the cost of the best plan or inf, its sets, and the least estimate of what was given up.
    """
    count, words = len(rest) - 1, sets[0].shape[1]
    desk = _desk(room, words, count)
    masks, cost, top, following, past, by, slots, free, table, head, number = desk
    parents, taken, told = np.empty(beam, np.int32), np.empty(beam, np.int32), 0
    left, gone, mask = room - 2, 0, np.zeros(words, np.uint64)
    losses = np.full(2, np.inf)  # of what was given up: the least estimate, the least spent so far
    least[:], least[0] = np.inf, 0.0
    for level in range(count):
        places, estimates = _chosen(head[level], following, cost, top, rest, number[level])
        if told + beam > len(parents):
            parents = np.concatenate((parents, np.empty(len(parents) + beam, np.int32)))
            taken = np.concatenate((taken, np.empty(len(taken) + beam, np.int32)))
        for rank in range(len(places)):
            here = places[rank]
            if rank >= beam:
                losses[0], losses[1] = min(losses[0], estimates[rank]), min(losses[1], cost[here])
            else:
                parents[told], taken[told] = past[here], by[here]
                left = _spread(here, level, told, left, limit, sets, rest, desk, least, mask, losses)
                told += 1
            left += 1
            free[left], table[slots[here]] = here, -2
        gone += len(places)
        if 4 * gone > len(table):
            _anew(table, masks, slots, head[level + 1 :], following)
            gone = 0
        least[level + 1] = min(least[level + 1], losses[1])
    if not number[count]:
        return np.inf, np.empty(0, np.int64), losses[0]
    return cost[head[count]], _back(by[head[count]], past[head[count]], parents, taken), losses[0]


@njit(cache=True)
def _back(last, at, parents, taken):  # type: ignore[no-untyped-def]
    """Give the sets of a plan, from its last one back."""
    sets = [np.int64(last)]
    while parents[at] >= 0:
        sets.append(np.int64(taken[at]))
        at = parents[at]
    return np.array(sets)
