"""The bound: every job has a price, and each agent fills its room as cheaply as it can.

Lagrangean relaxation of the rows that give each job one agent (Fisher, Jaikumar & Van Wassenhove 1986): what
is left is one knapsack for each agent, solved exactly by dynamic programming. The bound holds for any prices;
subgradients better them.
"""

from __future__ import annotations

import numba as nb
import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.int64]
Flags = NDArray[np.bool_]
Prices = NDArray[np.float64]

CELLS = 4_096  # a knapsack is never wider: wider rooms are rounded so that whatever fits still fits
PATIENCE = 15  # steps without a better bound before the step is shortened
SHORTER, SHORTEST = 0.6, 1e-3
SMOOTH, MEMORY = 0.4, 0.04  # of the direction; of the mean of what the agents take


def narrowed(loads: Table, room: Table) -> tuple[Table, Table]:
    """Round loads and rooms down to a common measure of each agent: Σ⌊load⌋ ≤ ⌊Σ load⌋ keeps the bound."""
    measure = np.maximum(-(-room // CELLS), 1)
    return loads // measure[:, None], room // measure


@nb.njit(cache=True)
def fill(gains: Prices, loads: Table, room: int, taken: Flags, best: Prices, keep: Flags) -> float:
    """Fill one agent's room with the most gain; give it, and in `taken` which jobs it takes."""
    jobs, number = len(gains), 0
    order = np.empty(jobs, np.int64)
    best[: room + 1] = 0.0
    taken[:] = False
    for job in range(jobs):
        load = loads[job]
        if gains[job] <= 0.0 or load > room:
            continue
        row = keep[number]
        row[: room + 1] = False
        for cell in range(room, load - 1, -1):
            other = best[cell - load] + gains[job]
            if other > best[cell]:
                best[cell] = other
                row[cell] = True
        order[number] = job
        number += 1
    cell = room
    for place in range(number - 1, -1, -1):
        if keep[place, cell]:
            taken[order[place]] = True
            cell -= loads[order[place]]
    return float(best[room])


@nb.njit(cache=True)
def ascend(
    costs: Table, loads: Table, room: Table, open_: Flags, prices: Prices, target: float, steps: int
) -> tuple[float, Prices, Prices]:
    """Better the prices; give the best bound, its prices, and how often each agent took each job of late.

    :param open_: (agents, jobs) pairs that may be; a job without any is left out.
    :param target: about what the best plan costs.
    """
    agents, jobs = costs.shape
    best_cells, keep = np.empty(room.max() + 1), np.empty((jobs, room.max() + 1), np.bool_)
    taken, mean = np.zeros((agents, jobs), np.bool_), np.zeros((agents, jobs))
    asked = np.zeros(jobs)
    for job in range(jobs):
        asked[job] = 1.0 if open_[:, job].any() else 0.0
    best, kept, scale, stalled = -np.inf, prices.copy(), 1.0, 0
    way = np.zeros(jobs)
    for _ in range(steps):
        bound, found = (prices * asked).sum(), np.zeros(jobs)
        for agent in range(agents):
            gains = np.where(open_[agent], prices - costs[agent], 0.0)
            bound -= fill(gains, loads[agent], room[agent], taken[agent], best_cells, keep)
            found += taken[agent]
        mean += MEMORY * (taken - mean)
        stalled = 0 if bound > best + 1e-5 * abs(best) or best == -np.inf else stalled + 1
        if bound > best:
            best, kept = bound, prices.copy()
        if stalled > PATIENCE:
            scale, stalled, prices = scale * SHORTER, 0, kept.copy()
            way[:] = 0.0
        way = SMOOTH * way + asked - found * asked
        norm = (way * way).sum()
        if norm == 0.0 or scale < SHORTEST:
            break
        prices = prices + scale * max(target - bound, 1.0) / norm * way
    return best, kept, mean
