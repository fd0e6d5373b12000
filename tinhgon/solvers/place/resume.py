"""Goes on from a plan after a pin or a rule changed: only what is touched is searched."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.place.arcs import Arcs, arcs_of, joined
from tinhgon.solvers.place.bound import bound_of, charges_of
from tinhgon.solvers.place.flow import flowed
from tinhgon.solvers.place.ground import NEVER, SCALE, Ground
from tinhgon.solvers.place.master import Master
from tinhgon.solvers.place.model import Duals
from tinhgon.solvers.place.pairs import open_price
from tinhgon.solvers.place.plan import mended
from tinhgon.solvers.place.polish import Sweep, polish, sweep
from tinhgon.solvers.place.search import Search, neighbours, reopen, window
from tinhgon.solvers.place.teams import HARD, Teams, teams_of
from tinhgon.solvers.place.values import Floats, Ints, Placed
from tinhgon.solvers.watch import Clock

FIRST, SIZE, WINDOWS = 24, 12, 4


def resumed(ground: Ground, clock: Clock, start: Placed, stay: float) -> tuple[Search, float]:
    """Search on from a plan; give the search and a bound."""
    wanted = wanted_of(ground, start)
    master = master_of(ground, clock, start, wanted)
    post_of = mended(ground, master.arcs, master.teams, _seated(ground, master, wanted))
    search = Search(master, post_of, master.charged(), stay)
    near = neighbours(search)
    for unit in _touched(ground, wanted, post_of)[: 4 * WINDOWS]:
        if clock.over():
            break
        reopen(search, window(near, np.ones(len(ground.unit)), int(unit), SIZE))
    sweep(search, Sweep(SIZE), WINDOWS)
    if not search.now.sound:
        polish(search)
    return search, master.bound.value


def wanted_of(ground: Ground, start: Placed) -> Ints:
    """Give the post each person had, -1 for none; who is new has none."""
    known = [-1 if name is None else ground.post.get(name, -1) for name in start.post_of]
    return np.array((known + [-1] * len(ground.person))[: len(ground.person)], np.int64)


def master_of(ground: Ground, clock: Clock, start: Placed, wanted: Ints) -> Master:
    seats = np.zeros(len(ground.post))
    seats[: len(start.prices)] = np.array(start.prices[: len(seats)]) * SCALE
    deputies = np.array([start.tolls.get(f"quota:{unit}", 0.0) * SCALE for unit in range(len(ground.unit))])
    arcs = arcs_of(ground, FIRST, np.rint(seats).astype(np.int64))
    arcs = _with_plan(ground, arcs, wanted)
    teams = teams_of(ground, arcs)
    duals = Duals(seats=seats, deputies=deputies, tolls=_tolls(teams, start))
    bound = bound_of(ground, teams, duals, charges_of(ground, teams, duals))
    return Master(ground, clock, arcs, teams, duals, bound)


def _tolls(teams: Teams, start: Placed) -> Floats:
    tolls = np.array([max(start.tolls.get(row.key, 0.0), 0.0) * SCALE for row in teams.rows], np.float64)
    return np.where(teams.slack == HARD, tolls, np.minimum(tolls, teams.slack))


def _with_plan(ground: Ground, arcs: Arcs, wanted: Ints) -> Arcs:
    """Add the plan's pairs that are still open."""
    price = open_price(ground, wanted)
    held = np.flatnonzero(price < NEVER)
    return joined(ground, arcs, held, wanted[held], price[held])


def _seated(ground: Ground, master: Master, wanted: Ints) -> Ints:
    """Seat everyone as before where that is still open, by a flow that pays well for it."""
    arcs = master.arcs
    same = wanted[arcs.person] == arcs.post
    bonus = int(ground.facts.p_out[ground.facts.p_out < NEVER].max(initial=0) + arcs.cost.max(initial=0) + 1)
    tolls = np.rint(master.teams.matrix.T @ master.duals.tolls).astype(np.int64)
    out = np.where(
        (wanted < 0) & (ground.facts.p_out < NEVER), ground.facts.p_out - bonus, ground.facts.p_out
    )
    price = arcs.cost + tolls - bonus * same
    return flowed(ground, arcs, price + 2 * bonus, out + 2 * bonus * (out < NEVER))


def _touched(ground: Ground, wanted: Ints, post_of: Ints) -> Ints:
    """Give the units somebody had to leave, enter, or is pinned in."""
    moved = wanted != post_of
    posts = np.concatenate([wanted[moved], post_of[moved]])
    return np.unique(ground.facts.q_unit[posts[posts >= 0]])
