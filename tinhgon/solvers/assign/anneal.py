"""A plan bettered by small moves: a job shifts to another agent, or pushes one out that goes on to a third.

Simulated annealing over ejection chains of at most two links (the moves of Yagiura, Ibaraki & Glover 2004).
Room that is passed has a price that rises as long as an agent stays too full.
"""

from __future__ import annotations

import numba as nb
import numpy as np

from tinhgon.solvers.assign.knapsack import Prices, Table

TURN = 20_000  # steps between two looks at temperature and prices
DEARER = 1.05
HALF = 1 << 30


@nb.njit(cache=True, inline="always")
def _drawn(state: Table, limit: int) -> int:
    """Draw a number below a limit by xorshift64: the same on every machine."""
    one = np.uint64(state[0])
    one ^= one << np.uint64(13)
    one ^= one >> np.uint64(7)
    one ^= one << np.uint64(17)
    state[0] = np.int64(one)
    return int(np.int64(one >> np.uint64(33)) % limit)


@nb.njit(cache=True)
def anneal(
    costs: Table, loads: Table, room: Table, options: Table, agent_of: Table, price: Prices, hot: float,
    cold: float, turns: int, seed: int,
) -> tuple[Table, int, int]:  # fmt: skip
    """Give the best plan met, its overload and its cost; less overload is better, then less cost.

    :param options: (jobs, k) agents to try for each job.
    :param price: of a unit of load above an agent's room, to begin with.
    """
    now, price, load = agent_of.copy(), price.copy(), np.zeros_like(room)
    state = np.array([np.int64(88172645463325252) + seed])
    cost = 0
    for job in range(costs.shape[1]):
        load[now[job]] += loads[now[job], job]
        cost += costs[now[job], job]
    over = np.maximum(load - room, 0).sum()
    best, best_over, best_cost = now.copy(), over, cost
    fall, heat = (cold / hot) ** (1.0 / max(turns - 1, 1)), hot
    for _ in range(turns):
        for _ in range(TURN):
            more, fuller = _step(costs, loads, room, options, now, load, price, heat, state)
            cost, over = cost + more, over + fuller
            if over < best_over or (over == best_over and cost < best_cost):
                best[:], best_over, best_cost = now, over, cost
        heat *= fall
        price *= np.where(load > room, DEARER, 1.0)
    return best, best_over, best_cost


@nb.njit(cache=True)
def _step(
    costs: Table, loads: Table, room: Table, options: Table, now: Table, load: Table, price: Prices,
    heat: float, state: Table,
) -> tuple[int, int]:  # fmt: skip
    """Try one move; give what it adds to cost and overload, nothing where it is not made."""
    jobs, width = options.shape
    job = _drawn(state, jobs)
    source, to = now[job], options[job, _drawn(state, width)]
    other, third = _drawn(state, jobs), -1
    if to == source:
        return 0, 0
    if now[other] == to:
        third = source if _drawn(state, 2) else options[other, _drawn(state, width)]
    if third == to:
        return 0, 0
    _carry(loads, now, load, job, source, to)
    more, fuller = costs[to, job] - costs[source, job], 0
    if third >= 0:
        _carry(loads, now, load, other, to, third)
        more += costs[third, other] - costs[to, other]
    change = float(more)
    for place in range(3):
        agent = (source, to, third)[place]
        if agent < 0 or (place == 2 and agent == source):
            continue
        before = load[agent]
        before += (loads[agent, job] if agent == source else 0) - (loads[agent, job] if agent == to else 0)
        if third >= 0:
            before += (loads[agent, other] if agent == to else 0) - (
                loads[agent, other] if agent == third else 0
            )
        added = max(load[agent] - room[agent], 0) - max(before - room[agent], 0)
        fuller += added
        change += price[agent] * added
    if change > 0.0 and _drawn(state, HALF) / HALF >= np.exp(-change / heat):
        if third >= 0:
            _carry(loads, now, load, other, third, to)
        _carry(loads, now, load, job, to, source)
        return 0, 0
    return more, fuller


@nb.njit(cache=True, inline="always")
def _carry(loads: Table, now: Table, load: Table, job: int, source: int, to: int) -> None:
    load[source] -= loads[source, job]
    load[to] += loads[to, job]
    now[job] = to
