"""The order in which blocks are swept: a short front between what is covered and what is not."""

from __future__ import annotations

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.values import Places


@njit(cache=True)
def _widening(block, done, open_near, near, near_from):  # type: ignore[no-untyped-def]
    """Give by how much the front widens when a block is covered."""
    wider = 0
    for place in range(near_from[block], near_from[block + 1]):
        other = near[place]
        if not done[other]:
            wider = max(wider, 1)
    for place in range(near_from[block], near_from[block + 1]):
        other = near[place]
        wider -= done[other] and open_near[other] == 1
    return wider


@njit(cache=True)
def _from(start, near, near_from, order):  # type: ignore[no-untyped-def]
    """Write the order from one block on, always what widens the front least; give the price of its fronts."""
    count = len(near_from) - 1
    done, seen = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
    open_near = near_from[1:] - near_from[:-1]
    queue, length = np.empty(count, np.int64), 1
    queue[0], seen[start] = start, True
    front, price = 0, 0.0
    for step in range(count):
        at, least = 0, 1 << 30
        for place in range(length):
            wider = _widening(queue[place], done, open_near, near, near_from)
            if wider < least:
                at, least = place, wider
        block = queue[at]
        for place in range(at, length - 1):
            queue[place] = queue[place + 1]
        length -= 1
        order[step], done[block] = block, True
        front += least
        price += 2.0 ** (front / 2)
        for place in range(near_from[block], near_from[block + 1]):
            other = near[place]
            open_near[other] -= 1
            if not seen[other]:
                seen[other], queue[length] = True, other
                length += 1
    return price


@njit(cache=True)
def _best(near, near_from, order):  # type: ignore[no-untyped-def]
    """Write the cheapest of the orders from every block."""
    tried, least = np.empty_like(order), np.inf
    for start in range(len(order)):
        price = _from(start, near, near_from, tried)
        if price < least:
            least = price
            order[:] = tried


def order_of(near: Places, near_from: Places) -> Places:
    """Give the blocks of a connected part in the order in which to sweep them."""
    order = np.empty(len(near_from) - 1, dtype=np.int64)
    _best(near, near_from, order)
    return order
