"""Prices of seats and tolls of rules: flows first, whose pairs grow where it pays, then what rows add."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.place.arcs import Arcs, arcs_of, joined
from tinhgon.solvers.place.bound import bound_of, charges_of
from tinhgon.solvers.place.climbing import climbed
from tinhgon.solvers.place.flow import flow_duals, flowed
from tinhgon.solvers.place.ground import NEVER, SCALE, Ground
from tinhgon.solvers.place.master import Master
from tinhgon.solvers.place.nearest import within
from tinhgon.solvers.place.programme import programmed
from tinhgon.solvers.place.teams import teams_of
from tinhgon.solvers.place.values import Ints
from tinhgon.solvers.watch import Clock

FIRST, FLOW_ROUNDS, ADDED = 24, 4, 5
LARGE = 3000  # people, above which a linear programme takes longer than many flows
WIDE = 1000 * SCALE  # a pair so much dearer than the person's best is not looked at
NEAR = 1e-5  # a bound this near to the flow's value needs no further pairs


def priced(ground: Ground, clock: Clock) -> Master:
    """Find prices and tolls whose bound is near the best."""
    master = _by_flows(ground, clock)
    if not len(master.teams.rows) or not len(master.arcs):
        return master
    return climbed(master) if len(ground.person) > LARGE else programmed(master)


def _by_flows(ground: Ground, clock: Clock) -> Master:
    """Let pairs grow by the prices of flows, which know no rows of teams."""
    master = _flow(ground, clock, arcs_of(ground, FIRST))
    for _ in range(FLOW_ROUNDS - 1):
        post_of = flowed(ground, master.arcs, master.arcs.cost)
        if clock.over() or master.bound.value >= value_of(ground, master.arcs, post_of) * (1 - NEAR):
            break
        charges = charges_of(ground, master.teams, master.duals)
        people, posts, price = within(ground, charges, np.minimum(master.bound.each, NEVER) + WIDE, ADDED)
        arcs = joined(ground, master.arcs, people, posts, price)
        if len(arcs) == len(master.arcs):
            break
        master = _flow(ground, clock, arcs)
    return master


def _flow(ground: Ground, clock: Clock, arcs: Arcs) -> Master:
    post_of, teams = flowed(ground, arcs, arcs.cost), teams_of(ground, arcs)
    duals = flow_duals(ground, arcs, teams, post_of)
    bound = bound_of(ground, teams, duals, charges_of(ground, teams, duals))
    clock.tell("pricing", bound=bound.value / SCALE)
    return Master(ground, clock, arcs, teams, duals, bound)


def value_of(ground: Ground, arcs: Arcs, post_of: Ints) -> int:
    """Give the cost of a plan without the rows of teams."""
    used = post_of[arcs.person] == arcs.post
    return int(ground.facts.p_out[post_of < 0].sum() + arcs.cost[used].sum())
