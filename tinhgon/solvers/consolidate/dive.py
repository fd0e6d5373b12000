"""A first good plan: what the linear programme takes most of is taken whole, again and again."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.consolidate.master import FREE
from tinhgon.solvers.consolidate.pricing import priced
from tinhgon.solvers.consolidate.relax import Relaxation
from tinhgon.solvers.consolidate.values import Flags, Floats, Places

SURE = 0.75  # what is taken this far is taken whole at once
PRICINGS = 3  # after each fixing
NEVER = 1e13  # dual of a block that is placed: no set may touch it


def dive(relaxation: Relaxation) -> Places | None:
    """Give the sets of a plan, or None where none was come upon; bounds are given back."""
    master, members = relaxation.master, relaxation.sets.members
    fixed: list[int] = []
    placed = np.zeros(master.blocks, dtype=bool)
    while not placed.all():
        taken = _solved(relaxation, placed)
        open_ = np.flatnonzero((taken > 1e-6) & ~_touch(members[master.columns], placed))
        if not len(open_):
            break
        sure = open_[taken[open_] >= SURE]
        for column in (sure if len(sure) else open_[[int(np.argmax(taken[open_]))]]).tolist():
            held = members[master.columns[column]]
            held = held[held >= 0]
            if not placed[held].any():
                placed[held] = True
                fixed.append(column)
                master.model.changeColBounds(master.odd + column, 1.0, 1.0)
    for column in fixed:
        master.model.changeColBounds(master.odd + column, 0.0, FREE)
    return np.sort(master.columns[fixed]) if placed.all() else None


def _touch(members: Places, placed: Flags) -> Flags:
    touched: Flags = np.any(placed[members] & (members >= 0), axis=1)
    return touched


def _solved(relaxation: Relaxation, placed: Flags) -> Floats:
    """Solve with what is fixed, and take in sets of the open blocks that better it."""
    master, sets = relaxation.master, relaxation.sets
    answer = master.solve()
    for _ in range(PRICINGS):
        costs = sets.prices - sets.totals @ answer.sides
        reduced, _, _ = priced(sets.members, costs, np.where(placed, -NEVER, answer.duals))
        good = np.flatnonzero(reduced < -1.0)
        if not len(good):
            break
        order = np.argsort(reduced[good], kind="stable")[: 2 * master.blocks]
        before = len(master.columns)
        relaxation.take(good[order])
        if len(master.columns) == before:
            break
        answer = master.solve()
    return answer.taken
