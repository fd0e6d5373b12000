"""Linear programmes with whole columns, solved by HiGHS; bounds are worked out again from the duals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tinhgon.solvers.watch import Clock

Floats = NDArray[np.float64]
NODES = 20_000  # of one run, times the effort: where a search ends that no clock should end
ENDLESS = 1e30  # as HiGHS writes it
WHOLE = 1e-6  # how far from a whole number a whole column may be
SOLVED = (highspy.HighsModelStatus.kOptimal,)


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """Minimise cost · x with low ≤ A x ≤ high, lower ≤ x ≤ upper (finite), some columns whole."""

    cost: Floats
    lower: Floats
    upper: Floats
    whole: NDArray[np.bool_]
    rows: sparse.csr_array
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Solved:
    """What came out.

    :param x: the best found; None where none was.
    :param bound: no solution costs less; None where unknown.
    :param ended: whether the search ended by itself or by its steps, not by time or a person.
    """

    x: Floats | None
    bound: float | None
    ended: bool


def relax(model: Linear, clock: Clock) -> tuple[Floats | None, Floats]:
    """Solve without asking for whole numbers; give the solution, if any, and duals of the rows."""
    solver = _solver(model, clock, whole=False)
    solver.run()
    found = solver.getSolution()
    duals = np.array(found.row_dual) if found.dual_valid else np.zeros(len(model.low))
    solved = solver.getModelStatus() in SOLVED
    return (np.array(found.col_value) if solved else None), duals


def bound(model: Linear, duals: Floats) -> float:
    """Give a bound that holds whatever the duals are: Σ duals · sides + Σ least reduced costs (Lagrange)."""
    duals = np.where((duals > 0) & np.isinf(model.low), 0.0, duals)
    duals = np.where((duals < 0) & np.isinf(model.high), 0.0, duals)
    sides = np.where(duals > 0, model.low, np.where(duals < 0, model.high, 0.0))
    reduced = model.cost - model.rows.T @ duals
    return float(duals @ sides + np.minimum(reduced * model.lower, reduced * model.upper).sum())


def solve(
    model: Linear,
    clock: Clock,
    *,
    start: Floats | None = None,
    nodes: int = NODES,
    stage: str | None = "searching",
) -> Solved:
    """Search for the best solution with whole numbers; the end is given by steps, the clock is a leash.

    :param start: a solution to begin with.
    :param nodes: of the tree, times the effort.
    :param stage: what whoever watches is told; None tells them nothing.
    """
    solver = _solver(model, clock, whole=True, nodes=nodes)
    if start is not None:
        solver.setSolution(_solution(start))
    solver.cbMipInterrupt += _watcher(clock, stage)
    solver.run()
    info, status = solver.getInfo(), solver.getModelStatus()
    cut = status in (highspy.HighsModelStatus.kTimeLimit, highspy.HighsModelStatus.kInterrupt)
    x = np.array(solver.getSolution().col_value) if info.primal_solution_status == 2 else None
    if x is not None:
        x[model.whole] = np.rint(x[model.whole])
        x = x if keeps(model, x) else None
    least = float(info.mip_dual_bound)
    return Solved(x, least if np.isfinite(least) else None, not cut)


def keeps(model: Linear, x: Floats, slack: float = 1e-5) -> bool:
    """Tell whether a solution keeps to every row and bound, by plain arithmetic."""
    rows = model.rows @ x
    inside = (rows >= model.low - slack).all() and (rows <= model.high + slack).all()
    return bool(inside and (x >= model.lower - slack).all() and (x <= model.upper + slack).all())


def versions() -> dict[str, str]:
    """Name the solver and its version."""
    return {"highs": str(highspy.Highs().version())}


def _solver(model: Linear, clock: Clock, *, whole: bool, nodes: int = NODES) -> highspy.Highs:
    solver = highspy.Highs()
    options = {
        "output_flag": False, "threads": 1, "random_seed": clock.limits.seed, "mip_rel_gap": 0.0,
        "mip_max_nodes": max(int(nodes * clock.limits.effort), 1), "mip_feasibility_tolerance": WHOLE,
    }  # fmt: skip
    if np.isfinite(clock.left):
        options["time_limit"] = clock.left
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(_lp(model, whole))
    return solver


def _lp(model: Linear, whole: bool) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.cost), len(model.low)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = model.cost, model.lower, model.upper
    lp.row_lower_, lp.row_upper_ = model.low, model.high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = model.rows.indptr, model.rows.indices
    lp.a_matrix_.value_ = model.rows.data
    if whole:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(one)] for one in model.whole]
    return lp


def _solution(x: Floats) -> highspy.HighsSolution:
    given = highspy.HighsSolution()
    given.col_value, given.value_valid = list(x), True
    return given


def _watcher(clock: Clock, stage: str | None) -> Any:
    """Tell whoever watches, twice a second at most, and stop when they ask."""
    told = [-1.0]

    def heard(event: Any) -> None:
        if clock.seconds - told[0] < 0.5:
            return
        told[0] = clock.seconds
        if stage is not None:
            found, least = float(event.data_out.mip_primal_bound), float(event.data_out.mip_dual_bound)
            clock.tell(stage, *(one if abs(one) < ENDLESS else None for one in (found, least)))
        if clock.over():
            event.interrupt()

    return heard
