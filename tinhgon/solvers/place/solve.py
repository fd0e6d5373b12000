"""Places the people: prices, then a plan, then the plan made better and proven."""

from __future__ import annotations

from importlib.metadata import version

import numpy as np

from tinhgon.solvers.place.evaluate import evaluate
from tinhgon.solvers.place.faults import assert_sound
from tinhgon.solvers.place.flow import flowed
from tinhgon.solvers.place.ground import SCALE, laid
from tinhgon.solvers.place.master import Master
from tinhgon.solvers.place.memory import Watched, peak_mb
from tinhgon.solvers.place.plan import mended
from tinhgon.solvers.place.polish import polish
from tinhgon.solvers.place.pricing import priced
from tinhgon.solvers.place.proving import prove
from tinhgon.solvers.place.reasons.conflicts import Impossible, NoPlanFound, conflict
from tinhgon.solvers.place.resume import resumed
from tinhgon.solvers.place.search import Search
from tinhgon.solvers.place.values import Ints, Placed, Staffing
from tinhgon.solvers.place.verify import verify
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import UNWATCHED, Clock, Limits, Watch

SOLVERS = ("ortools", "highspy", "numpy", "scipy")
USUAL = Limits()
QUOTA = "quota"  # the toll of a unit's quota of deputies


def solve(
    staffing: Staffing, *, limits: Limits = USUAL, watch: Watch = UNWATCHED, start: Placed | None = None,
    stay: float = 0.01,
) -> Placed:  # fmt: skip
    """
    Place everyone as cheaply as can be found, and prove how near the best that is.

    :param start: a plan to go on from; only what the change touches is searched again.
    :param stay: a bonus that keeps people where `start` has them, so that none moves for nothing.
    :raises FaultyStaffing: the task names what does not exist, or asks for impossible figures.
    :raises Impossible: hard rules and pins contradict each other; it says which.
    """
    assert_sound(staffing)
    clock = Clock(limits, Watched(watch=watch, limits=limits))
    ground = laid(staffing)
    if start is not None:
        search, bound = resumed(ground, clock, start, stay * SCALE)
    else:
        search, bound = _searched(priced(ground, clock))
    if not search.now.sound:
        found = conflict(ground, search.master.arcs)
        raise Impossible(found) if found else NoPlanFound()
    return _placed(search, bound)


def _searched(master: Master) -> tuple[Search, float]:
    tolls = np.rint(master.teams.matrix.T @ master.duals.tolls).astype(np.int64)
    post_of = flowed(master.ground, master.arcs, master.arcs.cost + tolls)
    post_of = mended(master.ground, master.arcs, master.teams, post_of)
    search = Search(master, post_of, master.charged())
    polish(search)
    return prove(search)


def _placed(search: Search, bound: float) -> Placed:
    master, ground, clock = search.master, search.master.ground, search.master.clock
    names = named(search)
    breaches = verify(ground.staffing, names)
    if breaches:  # our own mistake, never to be handed out as a plan
        raise NoPlanFound(rules=tuple(dict.fromkeys(one.rule for one in breaches)))
    costs = evaluate(ground.staffing, names)
    quota = {f"{QUOTA}:{unit}": price for unit, price in enumerate(master.duals.deputies.tolist()) if price}
    rows = zip(master.teams.rows, master.duals.tolls.tolist(), strict=True)
    return Placed(
        post_of=names,
        proof=Proof(value=search.now.value / SCALE, bound=min(bound, search.now.value) / SCALE),
        terms=costs.terms,
        unknown=costs.unknown,
        prices=tuple((master.duals.seats / SCALE).tolist()),
        tolls={k: t / SCALE for k, t in quota.items()}
        | {row.key: toll / SCALE for row, toll in rows if toll},
        whole=not clock.cut_short,
        seconds=clock.seconds,
        peak_memory_mb=peak_mb(),
        versions={name: version(name) for name in SOLVERS},
    )


def named(search: Search) -> tuple[str | None, ...]:
    """Give each person's post by its id."""
    posts = search.master.ground.staffing.posts
    places: Ints = search.post_of
    return tuple(None if place < 0 else posts[place].id for place in places.tolist())
