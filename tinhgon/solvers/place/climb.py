"""Tolls of the rules on teams by climbing: flows that pay them, dearer where a rule is broken, cheaper else.

Lagrange's relaxation (Fisher 1981) over the flow. Every rule lies in one unit and most touch no other, so
each toll has a step of its own that grows while its rule errs on one side and halves when it has passed
over (Riedmiller and Braun 1993): a hundred flows of the usual steps come to less than forty of these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.flow import flowed
from tinhgon.solvers.place.ground import NEVER, SCALE, Ground
from tinhgon.solvers.place.teams import HARD, Teams, teams_of
from tinhgon.solvers.place.values import Flags, Floats, Ints
from tinhgon.solvers.watch import Clock

HIGHEST = 400 * SCALE  # a hard rule's toll starts to be bounded here
LONGEST, SHORTEST, GROWS, SHRINKS = 100 * SCALE, 2.0, 1.2, 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Top:
    """The highest point of a climb: its tolls, the flow that pays them, and its value over these arcs."""

    arcs: Arcs
    teams: Teams
    tolls: Floats
    post_of: Ints
    value: float

    @property
    def paid(self) -> Arcs:
        """Give the arcs with the tolls in their costs."""
        return replace(self.arcs, cost=self.arcs.cost + tolls_on(self.teams, self.tolls))


def tolls_on(teams: Teams, tolls: Floats) -> Ints:
    """Give what each arc pays, in whole units."""
    paid: Ints = np.rint(teams.matrix.T @ tolls).astype(np.int64)
    return paid


def climb(ground: Ground, clock: Clock, arcs: Arcs, known: dict[str, float], step: float, flows: int) -> Top:
    """Climb from known tolls, by keys of rows, with so many flows."""
    teams = teams_of(ground, arcs)
    most = np.where(teams.slack == HARD, HIGHEST, teams.slack)
    tolls = np.array([known.get(row.key, 0.0) for row in teams.rows], np.float64)
    steps, before = np.full(len(tolls), step), np.zeros(len(tolls))
    top, slope = _tried(ground, arcs, teams, np.rint(tolls))
    for _ in range(flows - 1):
        slope[((tolls <= 0) & (slope < 0)) | ((tolls >= most) & (slope > 0))] = 0
        if clock.over() or not slope.any():
            break
        turned = slope * before
        grown = np.where(turned < 0, SHRINKS, np.where(turned > 0, GROWS, 1))
        steps, before = np.clip(steps * grown, SHORTEST, LONGEST), np.where(slope != 0, slope, before)
        tolls = np.clip(tolls + slope * steps, 0, most)
        here, slope = _tried(ground, arcs, teams, np.rint(tolls))
        top = here if here.value > top.value else top
    return top


def _tried(ground: Ground, arcs: Arcs, teams: Teams, tolls: Floats) -> tuple[Top, Floats]:
    """Let the flow pay these tolls; give where that stands and which way is up, row by row."""
    post_of = flowed(ground, arcs, arcs.cost + tolls_on(teams, tolls))
    used: Flags = post_of[arcs.person] == arcs.post
    over = teams.matrix @ used.astype(np.float64) - teams.limit
    away = ground.facts.p_out[post_of < 0]
    value = float(away[away < NEVER].sum() + arcs.cost[used].sum() + tolls @ over)
    return Top(arcs=arcs, teams=teams, tolls=tolls, post_of=post_of, value=value), np.sign(over)
