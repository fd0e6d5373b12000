"""One door to HiGHS: arrays in, a checked status, values and duals out; one thread, fixed seed."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse

from tinhgon.solvers.place.values import Flags, Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """min cost·x with low ≤ Ax ≤ high and 0 ≤ x ≤ most."""

    cost: Floats
    most: Floats
    matrix: sparse.csc_matrix
    low: Floats
    high: Floats
    whole: Flags | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answer:
    """What HiGHS says; `optimal` and `infeasible` are its word, the caller verifies."""

    values: Floats | None
    duals: Floats
    optimal: bool
    infeasible: bool
    bound: float
    cut_short: bool


def run(
    model: Model, *, seconds: float = float("inf"), nodes: int | None = None, gap: float = 0.0,
    start: Floats | None = None, interior: bool = False,
) -> Answer:  # fmt: skip
    """Solve a model."""
    highs = highspy.Highs()
    options: dict[str, object] = {
        "output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": gap, "mip_abs_gap": 0.5,
        "mip_feasibility_tolerance": 1e-7,
    }  # fmt: skip
    if interior:
        options |= {"solver": "ipm", "run_crossover": "off"}
    if nodes is not None:
        options["mip_max_nodes"] = nodes
    if np.isfinite(seconds):
        options["time_limit"] = max(seconds, 0.01)
    for name, value in options.items():
        highs.setOptionValue(name, value)
    highs.passModel(_lp(model))
    if start is not None:
        solution = highspy.HighsSolution()
        solution.col_value = start.tolist()
        highs.setSolution(solution)
    highs.run()
    return _answer(highs, model)


def _lp(model: Model) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.cost), len(model.low)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = model.cost, np.zeros(len(model.cost)), model.most
    lp.row_lower_, lp.row_upper_ = model.low, model.high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = model.matrix.indptr, model.matrix.indices
    lp.a_matrix_.value_ = model.matrix.data
    if model.whole is not None:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[bool(whole)] for whole in model.whole]
    return lp


def _answer(highs: highspy.Highs, model: Model) -> Answer:
    status, kinds = highs.getModelStatus(), highspy.HighsModelStatus
    solution, info = highs.getSolution(), highs.getInfo()
    values = np.asarray(solution.col_value, np.float64)
    usable = len(values) == len(model.cost) and info.primal_solution_status == 2
    return Answer(
        values=values if usable else None,
        duals=np.asarray(solution.row_dual, np.float64),
        optimal=status == kinds.kOptimal,
        infeasible=status in (kinds.kInfeasible, kinds.kUnboundedOrInfeasible),
        bound=info.mip_dual_bound if model.whole is not None else info.objective_function_value,
        cut_short=status in (kinds.kTimeLimit, kinds.kInterrupt),
    )
