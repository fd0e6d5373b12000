"""The task without the rows of teams is a flow: everyone to a post or none, deputies through a quota."""

from __future__ import annotations

import numpy as np
from ortools.graph.python import min_cost_flow

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.model import Duals
from tinhgon.solvers.place.residual import residual
from tinhgon.solvers.place.teams import Teams, quotas
from tinhgon.solvers.place.values import DEPUTY, Ints


def flowed(ground: Ground, arcs: Arcs, price: Ints, out: Ints | None = None) -> Ints:
    """Give everyone the post of a cheapest flow, -1 for none; whole prices, so an exact answer.

    Who must get a post goes without only where the flow cannot do otherwise.

    :param price: of each arc.
    :param out: cost of no post, where it is not the facts' own.
    """
    facts, n, m = ground.facts, len(ground.person), len(ground.post)
    people, units = np.arange(n), np.arange(len(ground.unit))
    sink = n + m + len(units)
    away = facts.p_out if out is None else out
    must = 2 * (int(np.abs(price).max(initial=0)) + int(away[away < NEVER].max(initial=0)) + 1)
    to = np.where(facts.q_level == DEPUTY, n + m + facts.q_unit, sink)
    one = np.ones(n, np.int64)
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(arcs.person, n + arcs.post, one[:1].repeat(len(arcs)), price)
    flow.add_arcs_with_capacity_and_unit_cost(people, one * sink, one, np.where(away < NEVER, away, must))
    flow.add_arcs_with_capacity_and_unit_cost(n + np.arange(m), to, facts.q_seats, np.zeros(m, np.int64))
    flow.add_arcs_with_capacity_and_unit_cost(
        n + m + units, np.full(len(units), sink), quotas(ground), np.zeros(len(units), np.int64)
    )
    flow.set_nodes_supplies(np.append(people, sink), np.append(one, -n))
    status = flow.solve()
    if status != flow.OPTIMAL:  # cannot be: everyone has an arc to the sink
        raise RuntimeError(f"The flow has no answer: {status}.")
    used = np.flatnonzero(flow.flows(np.arange(len(arcs))) > 0)
    post_of = np.full(n, -1, np.int64)
    post_of[arcs.person[used]] = arcs.post[used]
    return post_of


def flow_duals(ground: Ground, arcs: Arcs, teams: Teams, post_of: Ints) -> Duals:
    """Read the prices of a cheapest flow from what one more seat would cost."""
    facts = ground.facts
    seat = np.minimum(residual(ground, arcs, arcs.cost, post_of).seat, NEVER // 1024).astype(np.float64)
    held = post_of[post_of >= 0]
    is_deputy = facts.q_level == DEPUTY
    at = facts.q_unit[held][is_deputy[held]]
    tight = np.bincount(at, minlength=len(ground.unit)) >= quotas(ground)
    least = np.full(len(ground.unit), np.inf)
    np.minimum.at(least, facts.q_unit[is_deputy], seat[is_deputy])
    deputies = np.where(tight & np.isfinite(least), least, 0.0)
    return Duals(
        seats=np.maximum(seat - np.where(is_deputy, deputies[facts.q_unit], 0.0), 0.0),
        deputies=deputies,
        tolls=np.zeros(len(teams.rows)),
    )
