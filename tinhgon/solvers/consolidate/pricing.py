"""What each set would gain by the duals of a linear programme, and the bound that follows from any duals."""

from __future__ import annotations

import numpy as np
from numba import njit

from tinhgon.solvers.consolidate.values import Floats, Places


@njit(cache=True)
def reduced_costs(members, prices, duals, out, least, sharing):  # type: ignore[no-untyped-def]
    """
    Write the reduced cost of each set.

    :param least: (blocks,) takes the set of least reduced cost through each block.
    :param sharing: (blocks,) takes the least of min(0, reduced cost) / size over the sets through it.
    """
    worst = np.full(len(duals), np.inf)
    for s in range(len(members)):
        cost, size = float(prices[s]), 0
        for place in range(members.shape[1]):
            if members[s, place] < 0:
                break
            cost -= duals[members[s, place]]
            size += 1
        out[s] = cost
        for place in range(size):
            block = members[s, place]
            if cost < worst[block]:
                worst[block], least[block] = cost, s
            if cost < 0:
                sharing[block] = min(sharing[block], cost / size)


@njit(cache=True)
def fair_shares(members, prices, out):  # type: ignore[no-untyped-def]
    """Write each block's least share of a set that holds it: duals that price out no set."""
    for s in range(len(members)):
        size = 0
        while size < members.shape[1] and members[s, size] >= 0:
            size += 1
        for place in range(size):
            out[members[s, place]] = min(out[members[s, place]], prices[s] / size)


def priced(members: Places, prices: Floats, duals: Floats) -> tuple[Floats, Places, float]:
    """
    Give reduced costs, the best set through each block, and the bound that holds for these duals.

    The bound: Σ duals + Σ over blocks of the worst share of a negative reduced cost. Any plan costs its duals
    and its reduced costs, and each negative one is made up for by the shares of its blocks; so it holds for
    any duals, however they were come by.
    """
    out = np.empty(len(members))
    least = np.full(len(duals), -1, dtype=np.int64)
    sharing = np.zeros(len(duals))
    reduced_costs(members, prices, duals, out, least, sharing)
    return out, least, float(duals.sum() + sharing.sum())


def repaired(members: Places, prices: Floats, duals: Floats) -> Floats:
    """Give reduced costs, none negative, by duals whose sum is the bound: each takes its share of what is."""
    out, least, sharing = np.empty(len(members)), np.zeros(len(duals), dtype=np.int64), np.zeros(len(duals))
    reduced_costs(members, prices, duals, out, least, sharing)
    reduced_costs(members, prices, duals + sharing, out, least, np.zeros(len(duals)))
    return np.maximum(out, 0.0)
