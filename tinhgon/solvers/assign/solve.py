"""Assign every job to an agent with room for it, as cheaply as can be, with a bound of its own."""

from __future__ import annotations

import math

import numpy as np

from tinhgon.solvers import linear
from tinhgon.solvers.assign.check import check
from tinhgon.solvers.assign.dive import dive
from tinhgon.solvers.assign.knapsack import Flags, Prices, Table, ascend, narrowed
from tinhgon.solvers.assign.polish import cooled, judged, polished, programme
from tinhgon.solvers.assign.refusals import Overloaded
from tinhgon.solvers.assign.values import Assigned
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import UNWATCHED, Clock, Limits, Watch

STEPS = 1_500  # of the prices
SHARES = (0.03, 0.06, 0.12)  # of the jobs left that each dive settles at a time
EXACT = 1e-7  # of a bound; all costs are whole, so the next whole number holds too


def solve(
    costs: Table, loads: Table, capacities: Table, *, allowed: Flags | None = None,
    limits: Limits | None = None, watch: Watch = UNWATCHED,
) -> Assigned:  # fmt: skip
    """Assign every job to one agent, within all capacities, at the least cost.

    :param costs: (agents, jobs) whole numbers; so are `loads`, and `capacities` (agents,).
    :param allowed: (agents, jobs) which agent may have which job; None is any.
    :raises BadTable: a table has a wrong size or what is no whole number from 0 up.
    :raises NoAgent: a job fits nowhere.
    :raises Overloaded: no assignment within all capacities was found.
    """
    clock = Clock(limits or Limits(), watch)
    costs, loads, room, open_ = check(costs, loads, capacities, allowed)
    prices, level = _first_prices(costs, loads, room, open_, clock)
    steps = max(round(STEPS * clock.limits.effort), 1)
    bound, prices, _ = ascend(costs, *narrowed(loads, room), open_, prices, level * 1.003, steps)
    least = math.ceil(bound - EXACT * max(1.0, abs(bound)))
    clock.tell("searching", bound=least)
    tried = (
        cooled(costs, loads, room, open_, dive(costs, loads, room, open_, prices, bound, share, clock), clock)
        for share in SHARES
    )
    agent_of = min(tried, key=lambda one: judged(costs, loads, room, one))
    agent_of, proven = polished(costs, loads, room, open_, agent_of, float(least), clock)
    return _told(costs, loads, room, agent_of, max(float(least), proven), clock)


def _first_prices(
    costs: Table, loads: Table, room: Table, open_: Flags, clock: Clock
) -> tuple[Prices, float]:
    """Give prices of the jobs to begin with, from the relaxed programme, and what that costs."""
    model, _ = programme(costs, loads, room, open_)
    _, duals = linear.relax(model, clock)
    return duals[: costs.shape[1]].copy(), max(linear.bound(model, duals), 1.0)


def _told(costs: Table, loads: Table, room: Table, agent_of: Table, bound: float, clock: Clock) -> Assigned:
    """Check the plan by plain arithmetic and give it.

    :raises Overloaded: it passes a capacity.
    """
    jobs = np.arange(len(agent_of))
    load = np.bincount(agent_of, loads[agent_of, jobs], minlength=len(room)).astype(np.int64)
    if (over := np.maximum(load - room, 0)).any():
        raise Overloaded(overload=int(over.sum()), agents=tuple(np.flatnonzero(over).tolist()))
    value = float(costs[agent_of, jobs].sum())
    return Assigned(
        agent_of=agent_of, load=load, proof=Proof(value=value, bound=min(bound, value)),
        whole=not clock.cut_short and clock.left > 0, seconds=clock.seconds, versions=linear.versions(),
    )  # fmt: skip
