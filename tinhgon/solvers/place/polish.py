"""The order in which windows are opened."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tinhgon.solvers.place.ground import SCALE
from tinhgon.solvers.place.search import NEAR, Search, losses, neighbours, reopen, window

WHOLE_UP_TO = 3000  # people, up to which the first window is the whole task
ENOUGH = 2e-5  # of the value: a gap that no sweep is worth


class Sweep(NamedTuple):
    """One turn of every unit.

    :param size: units of a window.
    :param wide: price above a person's best at which a pair is left out.
    :param dive: whether who is settled in the linear programme stays settled.
    """

    size: int
    wide: float = NEAR
    dive: bool = False


FIRST = Sweep(1 << 30, 35.0, dive=True)
USUAL = (Sweep(40), Sweep(40), Sweep(60))
# Many small windows do most of a large task.
MANY = (Sweep(10, 100.0), Sweep(20, 100.0), Sweep(30, 100.0, dive=True))


def sweep(search: Search, turn: Sweep, at_most: int | None = None) -> bool:
    """Open windows, where most is lost first, until every unit had its turn; tell whether it helped."""
    clock, near = search.master.clock, neighbours(search)
    done, before = np.zeros(len(search.master.ground.unit), np.bool_), search.now.rank
    while not clock.over() and at_most != 0:
        lost = losses(search)
        left = np.where(done, -1.0, lost)
        if not len(left) or (left.max() <= SCALE and search.now.sound) or done.all():
            break
        units = window(
            near, np.where(done, 0.0, lost) if turn.dive else lost, int(np.argmax(left)), turn.size
        )
        reopen(search, units, turn.wide, dive=turn.dive)
        done[units] = True
        at_most = None if at_most is None else at_most - 1
        clock.tell("searching", search.now.value / SCALE, search.master.bound.value / SCALE)
    return search.now.rank < before


def polish(search: Search) -> None:
    """Make the plan as good as the steps allow."""
    large = len(search.master.ground.person) > WHOLE_UP_TO
    if not large:
        sweep(search, FIRST)
    for _ in range(max(1, round(search.master.clock.limits.effort))):
        for turn in MANY if large else USUAL:
            if near_enough(search) or not sweep(search, turn):
                break


def near_enough(search: Search) -> bool:
    """Tell whether what may still be won is nothing to speak of."""
    return search.now.sound and search.now.value - search.master.bound.value <= ENOUGH * search.now.value
