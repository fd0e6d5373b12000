"""A plan from the prices: what agents take again and again is settled step by step, prices renewed."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.assign.knapsack import Flags, Prices, Table, ascend
from tinhgon.solvers.watch import Clock

SURE = 0.97  # how often an agent took a job, from which that is settled
STEPS = 120  # of new prices between


def dive(
    costs: Table,
    loads: Table,
    room: Table,
    open_: Flags,
    prices: Prices,
    target: float,
    share: float,
    clock: Clock,
) -> Table:
    """Settle job after job; -1 for one that no agent has room for.

    :param target: about what the best plan costs.
    :param share: of the jobs left that are settled at least, the surest first, at a time.
    """
    agent_of, room, open_ = np.full(costs.shape[1], -1), room.copy(), open_.copy()
    steps = max(round(STEPS * clock.limits.effort), 1)
    done = 0.0
    while open_.any() and not clock.over():
        _, prices, mean = ascend(costs, loads, room, open_, prices, max(target - done, 1.0), steps)
        for job in _surest(np.where(open_, mean, -1.0), share):
            order = np.lexsort((costs[:, job], -mean[:, job]))
            agent = next(
                (one for one in order.tolist() if open_[one, job] and loads[one, job] <= room[one]), -1
            )
            agent_of[job] = agent
            if agent >= 0:
                room[agent] -= loads[agent, job]
                done += float(costs[agent, job])
            open_[:, job] = False
        open_ &= loads <= room[:, None]
    return agent_of


def _surest(mean: Prices, share: float) -> list[int]:
    jobs = np.flatnonzero(mean.max(axis=0) >= 0)
    sure = mean[:, jobs].max(axis=0)
    number = max(int((sure >= SURE).sum()), int(np.ceil(share * len(jobs))))
    found: list[int] = jobs[np.lexsort((jobs, -sure))[:number]].tolist()
    return found
