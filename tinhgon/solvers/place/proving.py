"""The window that is the whole task, over every pair that a better plan could have: with it, a proof."""

from __future__ import annotations

import math

import numpy as np

from tinhgon.solvers.place.arcs import Arcs, joined
from tinhgon.solvers.place.bound import charges_of
from tinhgon.solvers.place.ground import NEVER
from tinhgon.solvers.place.highs import run
from tinhgon.solvers.place.master import Master, moved_to
from tinhgon.solvers.place.model import part
from tinhgon.solvers.place.nearest import within
from tinhgon.solvers.place.plan import standing
from tinhgon.solvers.place.search import Search
from tinhgon.solvers.place.teams import HARD, teams_of

UP_TO, PAIRS, NODES = 3000, 12_000, 2000  # people; pairs, times the effort


def prove(search: Search) -> tuple[Search, float]:
    """Solve over every pair that a better plan could have, if these are few; give the plan and its bound.

    A plan with a pair that loses more than the gap costs more than the plan at hand.
    """
    master, ground = search.master, search.master.ground
    gap = search.now.value - master.bound.value
    if gap < 1 or not search.now.sound or master.clock.over() or len(ground.person) > UP_TO:
        return search, master.bound.value
    charges = charges_of(ground, master.teams, master.duals)
    people, posts, price = within(
        ground, charges, np.minimum(master.bound.each, NEVER) + gap + 1, len(ground.post)
    )
    if len(people) > PAIRS * master.clock.limits.effort:
        return search, master.bound.value
    wide = _widened(search, joined(ground, master.arcs, people, posts, price))
    bound = _whole(wide, gap + 1)
    return wide, max(master.bound.value, min(bound, float(wide.now.value)))


def _widened(search: Search, arcs: Arcs) -> Search:
    master = search.master
    teams = teams_of(master.ground, arcs)
    duals = moved_to(teams, master.teams, master.duals)
    wide = Master(master.ground, master.clock, arcs, teams, duals, master.bound)
    return Search(wide, search.post_of, wide.charged(), search.stay)


def _whole(search: Search, gap: float) -> float:
    """Solve over the pairs that lose no more than the gap; give a bound for these, better plans are taken."""
    master, ground = search.master, search.master.ground
    arcs, n = master.arcs, len(ground.person)
    used = search.post_of[arcs.person] == arcs.post
    columns = np.flatnonzero((search.loss <= gap) | used)
    away = np.flatnonzero(ground.facts.p_out < NEVER)
    soft = np.arange(int((master.teams.slack != HARD).sum()))
    rows = np.arange(len(search.model.low))
    chosen = np.concatenate([columns, len(arcs) + away, len(arcs) + n + soft])
    answer = run(part(search.model, chosen, rows, whole=True), seconds=master.clock.left, nodes=NODES)
    master.clock.over()
    if answer.values is None:
        return -math.inf
    post_of = np.full(n, -1, np.int64)
    found = columns[answer.values[: len(columns)] > 0.5]
    post_of[arcs.person[found]] = arcs.post[found]
    after = standing(ground, arcs, master.teams, post_of)
    if after.rank < search.now.rank:
        search.post_of, search.now = post_of, after
    return math.ceil(answer.bound - 0.01)  # costs are whole
