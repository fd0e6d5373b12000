"""Generalised assignment, classes C, D and E: the gap to our own bound, beside plain HiGHS and CP-SAT."""

from __future__ import annotations

import sys
import time

import numpy as np
from _assignment import SIZES, Table, instance
from _ground import report
from ortools.sat.python import cp_model

from tinhgon.solvers import linear
from tinhgon.solvers.assign.polish import programme
from tinhgon.solvers.assign.solve import solve
from tinhgon.solvers.watch import Clock, Limits

SECONDS = 60.0


def main(seconds: float = SECONDS) -> None:
    """Measure every class and size; the peers get the same time, one thread as ours."""
    solve(*instance("C", 5, 30), limits=Limits(effort=0.01))  # compiled before it is measured
    for agents, jobs in SIZES:
        for kind in "CDE":
            costs, loads, room = instance(kind, agents, jobs)
            used = time.process_time()
            found = solve(costs, loads, room, limits=Limits(seconds=seconds))
            assert (np.bincount(found.agent_of, loads[found.agent_of, range(jobs)], agents) <= room).all()
            cpu, bound = time.process_time() - used, found.proof.bound or 0.0
            name = f"{kind} {agents} × {jobs}"
            note = (
                f"value {found.proof.value:,.0f}, bound {bound:,.0f}, {found.seconds:.0f} s, core {cpu:.0f} s"
            )
            report(f"{name}: gap to our bound", found.proof.gap_percent or 0.0, "%", limit=0.3, note=note)
            for peer, value in (("HiGHS", _highs), ("CP-SAT", _cp_sat)):
                other = value(costs, loads, room, seconds)
                report(
                    f"{name}: plain {peer}", 100 * (other - bound) / other, "%", note=f"value {other:,.0f}"
                )


def _highs(costs: Table, loads: Table, room: Table, seconds: float) -> float:
    model, _ = programme(costs, loads, room, loads <= room[:, None])
    found = linear.solve(model, Clock(Limits(seconds=seconds)), nodes=10**9)
    return float("nan") if found.x is None else float(model.cost @ found.x)


def _cp_sat(costs: Table, loads: Table, room: Table, seconds: float) -> float:
    model = cp_model.CpModel()
    agents, jobs = costs.shape
    has = [[model.new_bool_var("") for _ in range(jobs)] for _ in range(agents)]
    for job in range(jobs):
        model.add_exactly_one(has[agent][job] for agent in range(agents))
    for agent in range(agents):
        model.add(cp_model.LinearExpr.weighted_sum(has[agent], loads[agent].tolist()) <= int(room[agent]))
    every = [one for row in has for one in row]
    model.minimize(cp_model.LinearExpr.weighted_sum(every, costs.ravel().tolist()))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, 1
    status = solver.solve(model)
    return solver.objective_value if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else float("nan")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
