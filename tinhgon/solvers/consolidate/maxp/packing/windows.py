"""A window: a few regions that hang together, free blocks beside them, every least set inside; compiled."""

from __future__ import annotations

from numba import njit

from tinhgon.solvers.consolidate.maxp.moves import draw

REGIONS, BLOCKS, TRIES, SETS = 3, 40, 24, 4096  # of one window; sets beyond that many are not looked at
ONE = 1_000_000_000  # the price of 1


@njit(cache=True)
def draw_window(ways, taken, place, pool, word):  # type: ignore[no-untyped-def]
    """
    Fill `pool` with the blocks of regions that hang together and the free blocks beside them.

    :param taken: the set each block lies in; −1 is free.
    :param place: of each block in `pool`; −1 is outside.
    :return: the number of blocks and that of regions.
    """
    near_from, near, members, begins = ways[:4]
    count, regions = 0, 0
    block = int(draw(word) % len(taken))
    for _ in range(TRIES):
        if place[block] < 0:
            mine = taken[block]
            if mine < 0:
                count = _add(block, count, place, pool)
            else:
                if count + begins[mine + 1] - begins[mine] > BLOCKS:
                    break
                for e in range(begins[mine], begins[mine + 1]):
                    count = _add(members[e], count, place, pool)
                regions += 1
            if regions == REGIONS or count == BLOCKS:
                break
        x = pool[int(draw(word) % count)]
        beside = near_from[x + 1] - near_from[x]
        if beside == 0:
            break
        block = near[near_from[x] + int(draw(word) % beside)]
    at = 0
    while at < count:  # grows
        for e in range(near_from[pool[at]], near_from[pool[at] + 1]):
            if taken[near[e]] < 0 and place[near[e]] < 0 and count < BLOCKS:
                count = _add(near[e], count, place, pool)
        at += 1
    return count, regions


@njit(cache=True)
def _add(block, count, place, pool):  # type: ignore[no-untyped-def]
    place[block] = count
    pool[count] = block
    return count + 1


@njit(cache=True)
def sets_inside(ways, price, spare, place, pool, count, inside, first):  # type: ignore[no-untyped-def]
    """List the sets within the window that cost no more than 1 and `spare`, by the least place in them."""
    members, begins, root_from = ways[2], ways[3], ways[4]
    mask, loss, after, number = inside
    first[:count] = -1
    found = 0
    for at in range(count):
        for s in range(root_from[pool[at]], root_from[pool[at] + 1]):
            bits, cost, least = 0, -ONE, BLOCKS
            for e in range(begins[s], begins[s + 1]):
                j = place[members[e]]
                if j < 0:
                    least = -1
                    break
                bits |= 1 << j
                cost += price[members[e]]
                least = min(least, j)
            if least >= 0 and cost <= spare and found < SETS:
                mask[found], loss[found], number[found] = bits, cost, s
                after[found], first[least] = first[least], found
                found += 1
