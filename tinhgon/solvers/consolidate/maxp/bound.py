"""More regions than this there cannot be: prices on blocks under which every possible region costs 1 or more.

The sum of such prices is a bound, whoever found them (duality of packing and covering). They begin as each
block's share of the threshold and are lowered window by window by a linear programme, then checked against
every least set in plain arithmetic; any region holds a least set, so what holds for these holds for all.
"""

from __future__ import annotations

from collections.abc import Iterator

import highspy
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from tinhgon.solvers.consolidate.maxp.ground import Ground
from tinhgon.solvers.consolidate.maxp.minimal import Sets
from tinhgon.solvers.consolidate.values import Floats, Ints
from tinhgon.solvers.watch import Clock

WINDOW, PASSES, SAFE = 250, 2, 1e-7


def by_share(ground: Ground) -> Floats:
    """Give the prices that are known without any search: shares of the measure that is scarcest."""
    share = ground.share
    return share[:, int(share.sum(axis=0).argmin())]


def most_possible(ground: Ground, price: Floats) -> int:
    """Give how many regions prices allow: in each connected part a whole number."""
    _, part = connected_components(_graph(ground), directed=False)
    return int(np.floor(np.bincount(part, price) + 1e-6).sum())


def lowered(ground: Ground, price: Floats, sets: Sets, clock: Clock) -> Floats:
    """Lower prices as far as windows of blocks allow, one window at a time."""
    members, begins = sets
    rows = csr_array((np.ones(len(members)), members, begins), (len(begins) - 1, len(ground)))
    columns = rows.T.tocsr()
    for window in _windows(ground):
        if clock.over():
            break
        touched = np.unique(columns[window].indices)
        inside = rows[touched][:, window].tocsr()
        missing = 1 - (rows[touched] @ price - inside @ price[window])
        cheaper = _covering(inside, missing)
        if cheaper is not None and cheaper.sum() < price[window].sum():
            price = price.copy()
            price[window] = cheaper
        clock.tell("proving", bound=-float(price.sum()))
    return _checked(rows, price)


def _covering(inside: csr_array, missing: Floats) -> Floats | None:
    """Give the least prices under which every row reaches what it misses; None where HiGHS fails."""
    needed = missing > 0
    inside, missing = inside[needed].tocsr(), missing[needed]
    solver, model = highspy.Highs(), highspy.HighsLp()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    sets, blocks = inside.shape
    model.num_col_, model.num_row_ = sets, blocks
    model.col_cost_, model.sense_ = missing, highspy.ObjSense.kMaximize
    model.col_lower_, model.col_upper_ = np.zeros(sets), np.full(sets, highspy.kHighsInf)
    model.row_lower_, model.row_upper_ = np.full(blocks, -highspy.kHighsInf), np.ones(blocks)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_ = inside.indptr, inside.indices
    model.a_matrix_.value_ = inside.data
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    price = np.maximum(np.array(solver.getSolution().row_dual), 0.0)
    return _raised(inside, missing, price)


def _raised(rows: csr_array, needed: Floats, price: Floats) -> Floats:
    """Mend what rounding left short: raise the first member of a set that does not reach what it needs."""
    for row in np.flatnonzero(rows @ price < needed - 1e-12):
        mine = rows.indices[rows.indptr[row] : rows.indptr[row + 1]]
        price[mine[0]] += max(needed[row] - price[mine].sum(), 0.0)
    return price


def _checked(rows: csr_array, price: Floats) -> Floats:
    """Make the prices hold for certain: no set costs less than 1."""
    cheapest = float((rows @ price).min(initial=1.0))
    return price / min(cheapest, 1.0) * (1 + SAFE * (cheapest < 1))


def _windows(ground: Ground) -> Iterator[Ints]:
    """Give connected windows that cover all blocks, and again with their middles elsewhere."""
    graph, count = _graph(ground), len(ground)
    for turn in range(1 if count <= WINDOW else PASSES):
        size = WINDOW if turn % 2 == 0 else WINDOW * 3 // 5
        open_ = np.ones(count, np.bool_)
        while open_.any():
            reached = breadth_first_order(graph, int(open_.argmax()), return_predecessors=False)
            window = np.sort(reached[open_[reached]][:size]).astype(np.int32)
            open_[window] = False
            yield window


def _graph(ground: Ground) -> csr_array:
    count = len(ground)
    return csr_array((np.ones(len(ground.near)), ground.near, ground.near_from), (count, count))
