"""Makes a plan better a few units at a time: their people are freed, everyone else stays where they are.

Every rule on groups lies inside one unit, so a window of units is the whole task again, only small
(large neighbourhood search, Shaw 1998). Windows grow where the plan loses most against the bound.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from scipy import sparse

from tinhgon.solvers.place.ground import NEVER, SCALE
from tinhgon.solvers.place.highs import Model, run
from tinhgon.solvers.place.master import Master
from tinhgon.solvers.place.model import model_of, part
from tinhgon.solvers.place.plan import Standing, standing
from tinhgon.solvers.place.teams import HARD
from tinhgon.solvers.place.values import Floats, Ints

GAP = 1e-6
NODES = 300  # of one window
NEAR = 60.0  # price above a person's best at which a pair is left out of a window


@dataclass(slots=True, eq=False)
class Search:
    """A plan under way, and the model its windows are cut from."""

    master: Master
    post_of: Ints
    loss: Floats
    stay: float = 0.0
    model: Model = field(init=False)
    now: Standing = field(init=False)

    def __post_init__(self) -> None:
        ground, arcs, teams = self.master.ground, self.master.arcs, self.master.teams
        self.model = _calm(model_of(ground, arcs, teams, whole=True), self)
        self.now = standing(ground, arcs, teams, self.post_of)


def _calm(model: Model, search: Search) -> Model:
    """Make where people are a little cheaper, so that nobody moves for nothing."""
    arcs = search.master.arcs
    stays = np.flatnonzero(search.post_of[arcs.person] == arcs.post)
    out = len(arcs) + np.flatnonzero(search.post_of < 0)
    cost = model.cost.copy()
    cost[np.concatenate([stays, out])] -= search.stay
    return replace(model, cost=cost)


def losses(search: Search) -> Floats:
    """Share out among the units how much the plan costs over the bound; who has no post, to the best unit."""
    master, ground = search.master, search.master.ground
    arcs, teams, facts = master.arcs, master.teams, ground.facts
    used = search.post_of[arcs.person] == arcs.post
    lost = np.zeros(len(ground.unit))
    np.add.at(lost, facts.q_unit[arcs.post[used]], search.loss[used])
    filled = np.bincount(search.post_of[search.post_of >= 0], minlength=len(ground.post))
    np.add.at(lost, facts.q_unit, master.duals.seats * (facts.q_seats - filled))
    at = np.array([row.unit for row in teams.rows], np.int64)
    side = np.where(teams.slack == HARD, 0.0, teams.slack - master.duals.tolls) * search.now.over
    free = teams.limit + search.now.over - teams.matrix @ used.astype(np.float64)
    np.add.at(lost, at, side + master.duals.tolls * free)
    away = np.flatnonzero((search.post_of < 0) & (master.bound.post >= 0) & (facts.p_out < NEVER))
    np.add.at(lost, facts.q_unit[master.bound.post[away]], facts.p_out[away] - master.bound.each[away])
    return lost


def neighbours(search: Search) -> sparse.csr_matrix:
    """Tell how many people could as well be in one unit as in another: (units, units)."""
    ground, arcs = search.master.ground, search.master.arcs
    close = search.loss < 200.0 * SCALE
    shape = (len(ground.person), len(ground.unit))
    where = (arcs.person[close], ground.facts.q_unit[arcs.post[close]])
    reach = sparse.csr_matrix((np.ones(int(close.sum())), where), shape)
    reach.data[:] = 1.0
    return (reach.T @ reach).tocsr()


def window(near: sparse.csr_matrix, lost: Floats, seed: int, size: int) -> Ints:
    """Grow a window from a unit by the neighbours that share most people and lose most."""
    chosen = [seed]
    weight = 1.0 + lost / max(float(lost.max(initial=0.0)), 1.0)
    pull = near[seed].toarray().ravel() * weight
    while len(chosen) < size:
        pull[chosen] = -1.0
        best = int(np.argmax(pull))
        if pull[best] <= 0:
            break
        chosen.append(best)
        pull = np.where(pull < 0, pull, pull + near[best].toarray().ravel() * weight)
    return np.sort(np.array(chosen, np.int64))


def reopen(search: Search, units: Ints, near: float = NEAR, *, dive: bool = False) -> bool:
    """Place anew the people of some units and those without a post; tell whether the plan got better."""
    master, ground, arcs = search.master, search.master.ground, search.master.arcs
    inside = np.isin(ground.facts.q_unit, units)
    free = np.where(search.post_of >= 0, inside[search.post_of], True)
    used = search.post_of[arcs.person] == arcs.post
    most = near * SCALE if search.now.sound else np.inf
    columns = np.flatnonzero(inside[arcs.post] & free[arcs.person] & (used | (search.loss < most)))
    if not len(columns):
        return False
    people = np.unique(arcs.person[columns])
    found = _solved(search, units, people, columns, np.flatnonzero(inside), dive=dive)
    if found is None:
        return False
    post_of = search.post_of.copy()
    post_of[people] = -1
    post_of[arcs.person[found]] = arcs.post[found]
    after = standing(ground, arcs, master.teams, post_of)
    if after.rank >= search.now.rank:
        return False
    search.post_of, search.now = post_of, after
    return True


def _solved(
    search: Search, units: Ints, people: Ints, columns: Ints, posts: Ints, *, dive: bool
) -> Ints | None:
    master, ground = search.master, search.master.ground
    n, m, many, arcs = len(ground.person), len(ground.post), len(ground.unit), len(master.arcs)
    ours = np.isin(np.array([row.unit for row in master.teams.rows], np.int64), units)
    soft = np.flatnonzero(ours[master.teams.slack != HARD])
    rows = np.concatenate([people, n + posts, n + m + units, n + m + many + np.flatnonzero(ours)])
    away = people[ground.facts.p_out[people] < NEVER] if search.now.sound else people
    chosen = np.concatenate([columns, arcs + away, arcs + n + soft])
    if dive:
        chosen = dived(search, chosen, rows)
    answer = run(
        part(search.model, chosen, rows, whole=True), seconds=master.clock.left, nodes=NODES, gap=GAP
    )
    master.clock.over()  # a window that the limit ended is a run cut short
    if answer.values is None:
        return None
    taken = chosen[answer.values > 0.5]
    return taken[taken < arcs]


def dived(search: Search, chosen: Ints, rows: Ints) -> Ints:
    """Keep, of who is settled in the linear programme, only that choice (RENS, Berthold 2014)."""
    master = search.master
    people, arcs = len(master.ground.person), len(master.arcs)
    relaxed = run(part(search.model, chosen, rows, whole=False), seconds=master.clock.left)
    if relaxed.values is None or not relaxed.optimal:
        return chosen
    who = np.where(chosen < arcs, master.arcs.person[np.minimum(chosen, arcs - 1)], chosen - arcs)
    settled = np.zeros(people + len(master.teams.rows), np.bool_)
    settled[who[(relaxed.values > 1 - 1e-6) & (chosen < arcs + people)]] = True
    slack = chosen >= arcs + people
    return chosen[slack | ~settled[who] | (relaxed.values > 0.5)]
