"""Prices of seats and tolls of rules: flows first, then linear programmes whose pairs grow where it pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.place.arcs import Arcs, arcs_of, joined, kept, sorted_arcs
from tinhgon.solvers.place.bound import Bound, bound_of, charged_arcs, charges_of
from tinhgon.solvers.place.flow import flowed
from tinhgon.solvers.place.ground import NEVER, SCALE, Ground
from tinhgon.solvers.place.highs import run
from tinhgon.solvers.place.model import Duals, duals_of, model_of
from tinhgon.solvers.place.nearest import within
from tinhgon.solvers.place.residual import residual
from tinhgon.solvers.place.teams import Teams, quotas, teams_of
from tinhgon.solvers.place.values import DEPUTY, Flags, Floats, Ints
from tinhgon.solvers.watch import Clock

FIRST, FLOW_ROUNDS, LP_ROUNDS, THIN, ADDED = 24, 4, 8, 10, 5
LARGE = 3000  # people, above which a programme takes long and fewer rounds must do
WIDE = 1000 * SCALE  # a pair so much dearer than the person's best is not looked at
NEAR = 1e-5  # a bound this near to the programme's value needs no further pairs


@dataclass(slots=True, eq=False)
class Master:
    """What is known so far: pairs, rows over them, and the best bound with its duals."""

    ground: Ground
    clock: Clock
    arcs: Arcs
    teams: Teams
    duals: Duals
    bound: Bound

    def charged(self) -> Floats:
        """Give each arc's cost with prices and tolls, over the person's least: what taking it loses."""
        charges = charges_of(self.ground, self.teams, self.duals)
        total = charged_arcs(self.ground, self.arcs, self.teams, self.duals, charges)
        return total - self.bound.each[self.arcs.person]


def priced(ground: Ground, clock: Clock) -> Master:
    """Find prices and tolls whose bound is near the best."""
    master = _by_flows(ground, clock)
    thin: Flags | None

    if not len(master.teams.rows) or not len(master.arcs):
        return master
    thin = _cheapest(master, THIN)
    for _ in range(LP_ROUNDS if len(ground.person) <= LARGE else LP_ROUNDS // 2):
        if clock.over():
            break
        thin = _round(master, thin)
        if thin is None:
            break
    return master


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


def moved_to(teams: Teams, before: Teams, duals: Duals) -> Duals:
    """Bring tolls over to the rows of other arcs."""
    known = {row.key: toll for row, toll in zip(before.rows, duals.tolls.tolist(), strict=True)}
    tolls = np.array([known.get(row.key, 0.0) for row in teams.rows], np.float64)
    return Duals(seats=duals.seats, deputies=duals.deputies, tolls=tolls)


def _cheapest(master: Master, most: int) -> Flags:
    arcs = master.arcs
    order = np.lexsort((master.charged(), arcs.person))
    rank = np.arange(len(arcs)) - arcs.starts[arcs.person[order]]
    chosen = np.zeros(len(arcs), np.bool_)
    chosen[order[rank < most]] = True
    return chosen


def _round(master: Master, thin: Flags) -> Flags | None:
    """Solve the programme over thin arcs; give them with those that pay, None where none does."""
    ground, clock = master.ground, master.clock
    few = kept(master.arcs, thin)
    rows = teams_of(ground, few)
    model = model_of(ground, few, rows, whole=False)
    answer = run(model, seconds=clock.left, interior=True)
    if len(answer.duals) != len(model.low):
        return None
    duals = duals_of(ground, rows, answer.duals)
    charges = charges_of(ground, rows, duals)
    bound = bound_of(ground, rows, duals, charges)
    people, posts, price = within(
        ground, charges, np.minimum(answer.duals[: len(ground.person)], NEVER) - 0.5, ADDED
    )
    arcs = joined(ground, master.arcs, people, posts, price)
    teams = teams_of(ground, arcs)
    if bound.value > master.bound.value:
        master.duals, master.bound = moved_to(teams, rows, duals), bound
    else:
        master.duals = moved_to(teams, master.teams, master.duals)
    master.arcs, master.teams = arcs, teams
    clock.tell("pricing", bound=master.bound.value / SCALE)
    if not len(people) or (answer.optimal and bound.value >= answer.bound * (1 - NEAR)):
        return None
    wanted = sorted_arcs(len(ground.person), people, posts, price)
    return _isin(arcs, few) | _isin(arcs, wanted)


def _isin(arcs: Arcs, some: Arcs) -> Flags:
    many = int(max(arcs.post.max(initial=0), some.post.max(initial=0))) + 1
    return np.isin(arcs.person * many + arcs.post, some.person * many + some.post)
