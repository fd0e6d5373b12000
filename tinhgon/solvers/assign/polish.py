"""A plan bettered: first by many small moves, then by branch and bound over a few agents at a time."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from tinhgon.solvers import linear
from tinhgon.solvers.assign.anneal import anneal
from tinhgon.solvers.assign.knapsack import Flags, Prices, Table
from tinhgon.solvers.blocks import blocks
from tinhgon.solvers.linear import Floats, Linear
from tinhgon.solvers.watch import Clock

TURNS, ROUNDS = 300, 40  # of the small moves; of the parts
WIDTH, PART = 8, 80  # agents tried for a job; jobs of a part
NODES = 200
SMALL = 2_000  # pairs up to which the whole is proven by branch and bound


def programme(costs: Table, loads: Table, room: Table, open_: Flags) -> tuple[Linear, Table]:
    """Write it as a programme over the open pairs; give these, too, job by job."""
    job, agent = np.nonzero(open_.T)
    number, (agents, jobs) = len(job), costs.shape
    one = np.arange(number)
    rows = sparse.csr_array(
        (np.r_[np.ones(number), loads[agent, job]], (np.r_[job, jobs + agent], np.r_[one, one])),
        shape=(jobs + agents, number), dtype=np.float64,
    )  # fmt: skip
    low, high = np.r_[np.ones(jobs), np.full(agents, -np.inf)], np.r_[np.ones(jobs), room]
    flags, zeros, ones = np.ones(number, bool), np.zeros(number), np.ones(number)
    model = Linear(costs[agent, job].astype(float), zeros, ones, flags, rows, low, high.astype(float))
    return model, np.array([agent, job])


def scarcity(costs: Table, loads: Table, room: Table, open_: Flags, clock: Clock) -> Prices:
    """Give what a unit of each agent's room is worth, by the relaxed programme."""
    _, duals = linear.relax(programme(costs, loads, room, open_)[0], clock)
    return np.maximum(-duals[costs.shape[1] :], 0.0)


def likely(costs: Table, loads: Table, open_: Flags, worth: Prices) -> Table:
    """Give, for each job, some agents that are cheapest when their room is paid for."""
    paid = np.where(open_, costs + worth[:, None] * loads, np.inf)
    order = np.argsort(paid, axis=0, kind="stable").T[:, :WIDTH]
    return np.where(open_.T[np.arange(len(order))[:, None], order], order, order[:, :1]).astype(np.int64)


def cooled(costs: Table, loads: Table, room: Table, open_: Flags, agent_of: Table, clock: Clock) -> Table:
    """Place jobs left over, and better all by small moves; never cut, for without it nothing may fit."""
    worth = scarcity(costs, loads, room, open_, clock)
    options = likely(costs, loads, open_, worth)
    begin = np.where(agent_of < 0, options[:, 0], agent_of)
    turns = max(round(TURNS * clock.limits.effort), 1)
    price = np.maximum(3.0 * worth, float(np.median(costs[open_])) / 10 + 1.0)
    heat = max(float(np.median(costs[open_])) / 30, 1.0)
    found, _, _ = anneal(costs, loads, room, options, begin, price, heat, heat / 20, turns, clock.limits.seed)
    return np.asarray(found, np.int64)


def judged(costs: Table, loads: Table, room: Table, agent_of: Table) -> tuple[int, int]:
    """Give overload and cost."""
    jobs = np.arange(len(agent_of))
    load = np.bincount(agent_of, loads[agent_of, jobs], minlength=len(room))
    return int(np.maximum(load - room, 0).sum()), int(costs[agent_of, jobs].sum())


def polished(
    costs: Table, loads: Table, room: Table, open_: Flags, agent_of: Table, least: float, clock: Clock
) -> tuple[Table, float]:
    """Better the jobs of a few agents at a time; prove the whole where it is small. Give a bound, too."""
    worth = scarcity(costs, loads, room, open_, clock)
    small, jobs = open_.sum() <= SMALL, np.arange(len(agent_of))
    near = open_ if small else np.zeros_like(open_)
    near[likely(costs, loads, open_, worth), jobs[:, None]] = True
    near[agent_of, jobs] = True
    model, pairs = programme(costs, loads, room, near & (open_ | (np.arange(len(room))[:, None] == agent_of)))
    x = (agent_of[pairs[1]] == pairs[0]).astype(float)
    bound = least
    if small:
        start = x if linear.keeps(model, x) else None
        found = linear.solve(model, clock, start=start, stage="proving")
        x = x if found.x is None else found.x
        bound = least if found.bound is None else max(least, float(np.ceil(found.bound - 1e-6)))
    elif linear.keeps(model, x):
        x = _by_parts(model, pairs, x, least, len(room), clock)
    better = np.empty_like(agent_of)
    better[pairs[1][x > 0.5]] = pairs[0][x > 0.5]
    return better, bound


def _by_parts(model: Linear, pairs: Table, x: Floats, least: float, agents: int, clock: Clock) -> Floats:
    """Free the jobs of some agents, again and again, until nothing is to gain or the rounds are over."""
    whole, chance = blocks(model, pairs[1]), np.random.default_rng(clock.limits.seed)
    for _ in range(max(round(ROUNDS * clock.limits.effort), 1)):
        value = float(model.cost @ x)
        clock.tell("searching", value, least)
        if clock.over() or value <= least:
            break
        agent_of = pairs[:, x > 0.5]
        order = np.argsort(chance.permutation(agents)[agent_of[0]], kind="stable")
        x = whole.better(x, np.sort(agent_of[1][order][:PART]), clock, NODES)
    return x
