"""Many branches of one scenario, one for each point of a grid, solved beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

from tinhgon import jobs
from tinhgon.core.reach import Reach
from tinhgon.lab import refusals
from tinhgon.lab.actions.scenarios import branch
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.queries.runs import hash_of
from tinhgon.solvers.consolidate.values import TERMS
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User

TASK = "lab.sweep"
MOST = 500  # branches
CONDITIONS = ("max_members", "max_km")

Grid = Mapping[str, Sequence[float]]


def sweep(*, scenario: Scenario, grid: Grid, reach: Reach, actor: User | None) -> list[Run]:
    """Branch a scenario for each point of a grid, and have all branches solved by one job.

    :param grid: by term its prices, and by `max_members`, `max_km` their values: every combination is tried.
    :raises MayNotPlan: the actor may not plan for its root.
    :raises GridTooLarge, NothingToVary: the grid has too many points, or names what cannot be varied.
    :raises MalformedParameters: a value is none that the parameters take.
    """
    points = points_of(grid)
    with whole(refusals.CONSTRAINTS):
        runs = [_begun(scenario, point, reach, actor) for point in points]
        jobs.enqueue(TASK, runs=[str(run.pk) for run in runs])
    return runs


def points_of(grid: Grid) -> list[dict[str, float]]:
    """Give every combination.

    :raises GridTooLarge, NothingToVary: as for `sweep`.
    """
    known = (*TERMS, *CONDITIONS)
    strange = [name for name in grid if name not in known]
    if strange or not grid or not all(grid.values()):
        raise refusals.NothingToVary(name=(strange or ["–"])[0], known=known)
    points = [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]
    if len(points) > MOST:
        raise refusals.GridTooLarge(count=len(points), most=MOST)
    return points


def varied(parameters: Mapping[str, Any], point: Mapping[str, float]) -> dict[str, Any]:
    """Set a point of a grid in the parameters of a scenario.

    :raises MalformedParameters: a value is none that they take.
    """
    asked = dict(parameters.get("consolidate") or {})
    prices = {name: value for name, value in point.items() if name in TERMS}
    asked["weights"] = {**(asked.get("weights") or {}), **prices}
    asked |= {name: value for name, value in point.items() if name in CONDITIONS}
    if "max_members" in point:
        asked["max_members"] = int(point["max_members"])
    changed = {**parameters, "consolidate": asked}
    Parameters.read(changed)
    return changed


def _begun(scenario: Scenario, point: Mapping[str, float], reach: Reach, actor: User | None) -> Run:
    told = ", ".join(f"{name} {value:g}" for name, value in point.items())
    parameters = varied(scenario.parameters, point)
    name = f"{scenario.name} · {told}"[:200]
    made = branch(scenario=scenario, name=name, reach=reach, actor=actor, parameters=parameters)
    made.refresh_from_db()  # as the database has it: what the run ends with is compared with that
    asked = Parameters.read(parameters)
    return Run.objects.create(
        scenario=made,
        trade=Run.Trade.CONSOLIDATE,
        parameters=made.parameters,
        scenario_hash=hash_of(made),
        seed=asked.seed,
        time_limit=asked.time_limit,
        by=actor,
    )
