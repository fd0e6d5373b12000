"""The whole placement model given to a solver as it is: 40 posts a person, every rule, no method of ours."""

from __future__ import annotations

import time

import highspy
import numpy as np
from ortools.sat.python import cp_model

from tinhgon.solvers.place.arcs import arcs_of
from tinhgon.solvers.place.ground import SCALE, laid
from tinhgon.solvers.place.highs import Model, _lp
from tinhgon.solvers.place.model import model_of
from tinhgon.solvers.place.teams import teams_of
from tinhgon.solvers.place.values import Staffing
from tinhgon.solvers.watch import Limits

MOST = 40


def _model(task: Staffing) -> Model:
    ground = laid(task)
    arcs = arcs_of(ground, MOST)
    return model_of(ground, arcs, teams_of(ground, arcs), whole=True)


def highs(task: Staffing, limits: Limits) -> tuple[float, float, float]:
    """Give its value, its bound and its seconds."""
    solver, began = highspy.Highs(), time.monotonic()
    for name, value in (("output_flag", False), ("threads", 1), ("time_limit", limits.seconds)):
        solver.setOptionValue(name, value)
    solver.passModel(_lp(_model(task)))
    solver.run()
    info = solver.getInfo()
    return info.objective_function_value / SCALE, info.mip_dual_bound / SCALE, time.monotonic() - began


def cp_sat(task: Staffing, limits: Limits) -> tuple[float, float, float]:
    """Give its value, its bound and its seconds."""
    plain, model, began = _model(task), cp_model.CpModel(), time.monotonic()
    most = np.where(np.isfinite(plain.most), plain.most, 1000).astype(int)
    taken = [model.new_int_var(0, int(top), "") for top in most]
    rows = plain.matrix.tocsr()
    for row in range(rows.shape[0]):
        span = slice(rows.indptr[row], rows.indptr[row + 1])
        parts = [taken[i] for i in rows.indices[span]]
        sides = [int(max(plain.low[row], -(10**6))), int(plain.high[row])]
        total = cp_model.LinearExpr.weighted_sum(parts, rows.data[span].astype(int).tolist())
        model.add_linear_constraint(total, *sides)
    model.minimize(cp_model.LinearExpr.weighted_sum(taken, plain.cost.astype(int).tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 2, limits.seconds
    solver.solve(model)
    return solver.objective_value / SCALE, solver.best_objective_bound / SCALE, time.monotonic() - began
