"""The order in which windows are opened, and the one that is the whole task, with its proof."""

from __future__ import annotations

import math

import numpy as np

from tinhgon.solvers.place.arcs import Arcs, joined
from tinhgon.solvers.place.bound import charges_of
from tinhgon.solvers.place.ground import NEVER, SCALE
from tinhgon.solvers.place.highs import run
from tinhgon.solvers.place.master import Master, moved_to
from tinhgon.solvers.place.model import part
from tinhgon.solvers.place.nearest import within
from tinhgon.solvers.place.plan import standing
from tinhgon.solvers.place.search import NEAR, Search, losses, neighbours, reopen, window
from tinhgon.solvers.place.teams import HARD, teams_of

FIRST, SIZES = 150, (40, 40, 60)  # units of a window, sweep by sweep
WHOLE_UP_TO, PROOF_PAIRS = 3000, 12_000  # people; pairs, times the effort
WIDE, NODES = 20.0, 2000  # price above a person's best that the first windows look at
ENOUGH = 2e-5  # of the value: a gap that no sweep is worth


def sweep(search: Search, size: int, at_most: int | None = None, *, dive: bool = False) -> bool:
    """Open windows, where most is lost first, until every unit had its turn; tell whether it helped."""
    clock, near = search.master.clock, neighbours(search)
    done, before = np.zeros(len(search.master.ground.unit), np.bool_), search.now.rank
    while not clock.over() and at_most != 0:
        lost = losses(search)
        left = np.where(done, -1.0, lost)
        if not len(left) or (left.max() <= SCALE and search.now.sound) or done.all():
            break
        units = window(near, np.where(done, 0.0, lost) if dive else lost, int(np.argmax(left)), size)
        reopen(search, units, WIDE if dive else NEAR, dive=dive)
        done[units] = True
        at_most = None if at_most is None else at_most - 1
        clock.tell("searching", search.now.value / SCALE, search.master.bound.value / SCALE)
    return search.now.rank < before


def polish(search: Search) -> None:
    """Make the plan as good as the steps allow."""
    people, units = len(search.master.ground.person), len(search.master.ground.unit)
    sweep(search, units if people <= WHOLE_UP_TO else FIRST, dive=True)
    for _ in range(max(1, round(search.master.clock.limits.effort))):
        for size in SIZES:
            if near_enough(search) or not sweep(search, size):
                break


def near_enough(search: Search) -> bool:
    """Tell whether what may still be won is nothing to speak of."""
    return search.now.sound and search.now.value - search.master.bound.value <= ENOUGH * search.now.value


def prove(search: Search) -> tuple[Search, float]:
    """Solve over every pair that a better plan could have, if these are few; give the plan and its bound.

    A plan with a pair that loses more than the gap costs more than the plan at hand.
    """
    master, ground = search.master, search.master.ground
    gap = search.now.value - master.bound.value
    if gap < 1 or not search.now.sound or master.clock.over() or len(ground.person) > WHOLE_UP_TO:
        return search, master.bound.value
    charges = charges_of(ground, master.teams, master.duals)
    people, posts, price = within(
        ground, charges, np.minimum(master.bound.each, NEVER) + gap + 1, len(ground.post)
    )
    if len(people) > PROOF_PAIRS * master.clock.limits.effort:
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
