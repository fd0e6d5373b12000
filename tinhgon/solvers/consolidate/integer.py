"""The plans within reach: whole numbers over the sets whose reduced costs leave them a chance."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from tinhgon.solvers.consolidate.columns import Sets
from tinhgon.solvers.consolidate.master import quiet
from tinhgon.solvers.consolidate.sets import SCALE
from tinhgon.solvers.consolidate.values import Floats, Places
from tinhgon.solvers.watch import Clock

APART = 0.5 / SCALE  # prices differ by a thousandth or not at all
DONE = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kObjectiveBound,
)


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """What was found among some sets.

    :param chosen: places of the sets of the best plan; None where there is none.
    :param finished: whether there is certainly none better among them.
    :param bound: what none of them betters, in thousandths, as far as the search came.
    """

    chosen: Places | None
    finished: bool
    bound: float


def best_of(sets: Sets, blocks: int, ranges: Floats, nodes: int, clock: Clock) -> Whole:
    """Search the best plan among some sets; totals are columns of their own, to be branched on."""
    model = quiet()
    for name, value in (("mip_rel_gap", 0.0), ("mip_abs_gap", APART), ("mip_max_nodes", nodes)):
        model.setOptionValue(name, value)
    if np.isfinite(clock.left):
        model.setOptionValue("time_limit", clock.left)
    model.passModel(_model(sets, blocks, ranges))
    model.run()
    status = model.getModelStatus()
    taken = np.asarray(model.getSolution().col_value)[: len(sets)]
    chosen = np.flatnonzero(taken > 0.5)
    held = sets.members[chosen]
    fine = len(chosen) > 0 and bool((np.bincount(held[held >= 0], minlength=blocks) == 1).all())
    bound = model.getInfo().mip_dual_bound * SCALE
    finished = status in DONE and (fine or status != DONE[0])
    return Whole(chosen if fine else None, finished, bound if np.isfinite(bound) else -np.inf)


def _model(sets: Sets, blocks: int, ranges: Floats) -> highspy.HighsLp:
    count, sides = len(sets), sets.totals.shape[1]
    held = sets.members >= 0
    which, side = np.nonzero(sets.totals)
    rows = np.concatenate([sets.members[held], blocks + side, blocks + np.arange(sides)])
    columns = np.concatenate([np.nonzero(held)[0], which, count + np.arange(sides)])
    values = np.concatenate([np.ones(int(held.sum())), sets.totals[which, side], -np.ones(sides)])
    order = np.lexsort((rows, columns))
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = count + sides, blocks + sides
    model.col_cost_ = np.concatenate([sets.prices / SCALE, np.zeros(sides)])
    model.col_lower_ = np.concatenate([np.zeros(count), np.maximum(ranges[:, 0], 0.0)])
    model.col_upper_ = np.concatenate([np.ones(count), ranges[:, 1]])
    model.row_lower_ = model.row_upper_ = np.concatenate([np.ones(blocks), np.zeros(sides)])
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.searchsorted(columns[order], np.arange(count + sides + 1)).astype(np.int32)
    model.a_matrix_.index_ = rows[order].astype(np.int32)
    model.a_matrix_.value_ = values[order]
    whole = [highspy.HighsVarType.kInteger] * (
        count + 2
    )  # sets, units, missed; other totals may be any number
    model.integrality_ = whole + [highspy.HighsVarType.kContinuous] * (sides - 2)
    return model
