"""What is known of a task while it is solved: pairs, rows over them, and the best bound with its prices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.place.arcs import Arcs
from tinhgon.solvers.place.bound import Bound, charged_arcs, charges_of
from tinhgon.solvers.place.ground import Ground
from tinhgon.solvers.place.model import Duals
from tinhgon.solvers.place.teams import Teams
from tinhgon.solvers.place.values import Floats
from tinhgon.solvers.watch import Clock


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


def moved_to(teams: Teams, before: Teams, duals: Duals) -> Duals:
    """Bring tolls over to the rows of other arcs."""
    known = {row.key: toll for row, toll in zip(before.rows, duals.tolls.tolist(), strict=True)}
    tolls = np.array([known.get(row.key, 0.0) for row in teams.rows], np.float64)
    return Duals(seats=duals.seats, deputies=duals.deputies, tolls=tolls)


def tolls_of(teams: Teams, duals: Duals) -> dict[str, float]:
    """Give tolls by the keys of their rows."""
    return {row.key: toll for row, toll in zip(teams.rows, duals.tolls.tolist(), strict=True)}
