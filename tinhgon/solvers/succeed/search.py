"""The search of one round: a bound from the relaxed programme, then branch and bound from it."""

from __future__ import annotations

import math

import numpy as np

from tinhgon.solvers import linear
from tinhgon.solvers.linear import Floats
from tinhgon.solvers.succeed.model import Round
from tinhgon.solvers.watch import Clock

EXACT = 1e-6  # of a bound; all prices are whole, so the next whole number holds too


def search(programme: Round, clock: Clock) -> tuple[Floats, float, bool]:
    """Give the best plan found, a bound for all plans, and whether the search ended by its steps.

    Nobody moving is a plan, too: there always is one.
    """
    model = programme.model
    _, duals = linear.relax(model, clock)
    least = _whole(linear.bound(model, duals))
    clock.tell("proving", bound=least)
    found = linear.solve(model, clock)
    if found.bound is not None:
        least = max(least, _whole(found.bound))
    return (np.array(model.lower) if found.x is None else found.x), least, found.ended


def _whole(bound: float) -> float:
    return float(math.ceil(bound - EXACT * max(1.0, abs(bound))))
