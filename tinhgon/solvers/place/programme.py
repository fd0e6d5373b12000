"""Prices and tolls by linear programmes over few pairs, which grow where it pays."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.place.arcs import Arcs, joined, kept, sorted_arcs
from tinhgon.solvers.place.bound import bound_of, charges_of
from tinhgon.solvers.place.ground import NEVER, SCALE
from tinhgon.solvers.place.highs import run
from tinhgon.solvers.place.master import Master, moved_to
from tinhgon.solvers.place.model import duals_of, model_of
from tinhgon.solvers.place.nearest import within
from tinhgon.solvers.place.teams import teams_of
from tinhgon.solvers.place.values import Flags

ROUNDS, THIN, ADDED = 8, 10, 5
NEAR = 1e-5  # a bound this near to the programme's value needs no further pairs


def programmed(master: Master) -> Master:
    """Solve and grow until no pair pays."""
    thin: Flags | None = _cheapest(master, THIN)
    for _ in range(ROUNDS):
        if thin is None or master.clock.over():
            break
        thin = _round(master, thin)
    return master


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
