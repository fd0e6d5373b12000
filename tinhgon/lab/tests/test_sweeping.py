"""A grid becomes branches, one job solves them all, and each keeps its own plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.utils import timezone

from tinhgon import jobs
from tinhgon.core.reach import EVERYTHING, Reach
from tinhgon.lab import refusals
from tinhgon.lab.actions.runs import stop_run
from tinhgon.lab.actions.sweeping import MOST, points_of, sweep
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.parameters import MalformedParameters, Parameters
from tinhgon.lab.running import sweeping
from tinhgon.lab.running.many import Solved, Task
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.solving import Consolidating
from tinhgon.lab.running.tests import toys
from tinhgon.lab.running.trades import Outcome, Prepared, Trade
from tinhgon.solvers.consolidate.tests.ground import chain, standards
from tinhgon.solvers.consolidate.values import Conditions, Weights
from tinhgon.solvers.watch import UNWATCHED


def prepare(scenario: Scenario) -> Prepared:
    asked = Parameters.read(scenario.parameters).consolidate
    weights, land = Weights(**asked.weights), chain(*range(12))
    rest = {"standards": standards(12), "conditions": Conditions()}
    return Prepared(inputs=Consolidating(territory=land, weights=weights, **rest))


def keep(scenario: Scenario, prepared: Prepared, ended: Ended) -> Outcome:
    scenario.plan = ended.outcome.plan.seat.tolist()
    scenario.save(update_fields=["plan", "changed_at"])
    return Outcome(plan=scenario.plan, found={"whole": True}, best=1.0)


def one_by_one(
    tasks: Sequence[Task], *, progress: Callable[[int, Solved], None], **_: Any
) -> dict[str, Solved]:
    for task in tasks:
        found = toys.consolidate(task.asked, limits=task.limits, watch=UNWATCHED, resume=None)
        progress(1, Solved(key=task.key, found=found, plan_hash="x"))
    return {}


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Solve in this process: that many do it alike has tests of its own."""
    monkeypatch.setattr(sweeping, "solve_many", one_by_one)
    monkeypatch.setattr(sweeping, "trade_of", lambda name: Trade(solver="", prepare=prepare, keep=keep))


@pytest.fixture
def scenario(db: None) -> Scenario:
    return Scenario.objects.create(
        name="Thử", kinds=["commune"], effective_on="2025-07-01", known=timezone.now(),
        parameters={"consolidate": {"weights": {"travel": 2.0}}, "seed": 5},
    )  # fmt: skip


def test_each_point_of_a_grid_is_a_branch_with_its_own_plan(scenario: Scenario) -> None:
    runs = sweep(scenario=scenario, grid={"units": [2, 3], "max_km": [10]}, reach=EVERYTHING, actor=None)
    assert jobs.run_pending() == 1
    branches = [
        run.scenario for run in Run.objects.filter(pk__in=[one.pk for one in runs]).order_by("queued_at")
    ]
    assert [one.plan for one in branches] == [[0, 2, 4, 6, 8, 10], [0, 3, 6, 9]]
    assert [one.name for one in branches] == ["Thử · units 2, max_km 10", "Thử · units 3, max_km 10"]
    assert branches[0].parameters["consolidate"]["weights"] == {"travel": 2.0, "units": 2}
    assert {one.branch_of for one in branches} == {scenario}
    assert set(Run.objects.values_list("state", "seed")) == {("done", 5)}
    scenario.refresh_from_db()
    assert scenario.plan == []


def test_a_branch_that_somebody_stops_or_changes_takes_no_plan(scenario: Scenario) -> None:
    stopped, changed, kept = sweep(scenario=scenario, grid={"units": [2, 3, 4]}, reach=EVERYTHING, actor=None)
    stop_run(run=stopped, reach=EVERYTHING)
    Scenario.objects.filter(pk=changed.scenario_id).update(plan=[{"x": 1}])
    jobs.run_pending()
    for run in (stopped, changed, kept):
        run.refresh_from_db()
    assert [run.state for run in (stopped, changed, kept)] == ["stopped", "failed", "done"]
    assert changed.fault["code"] == "ScenarioChanged"


def test_a_sweep_that_is_put_back_does_what_is_left(scenario: Scenario) -> None:
    runs = sweep(scenario=scenario, grid={"units": [2, 3, 4]}, reach=EVERYTHING, actor=None)
    with pytest.raises(jobs.PutBack):
        sweeping.execute_many([run.pk for run in runs], ending=lambda: True)
    assert sorted(Run.objects.values_list("state", flat=True)) == ["done", "waiting", "waiting"]
    jobs.run_pending()
    assert set(Run.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.parametrize(
    ("grid", "refusal"),
    [
        ({}, refusals.NothingToVary),
        ({"units": []}, refusals.NothingToVary),
        ({"beauty": [1]}, refusals.NothingToVary),
        ({"units": list(range(MOST + 1))}, refusals.GridTooLarge),
        ({"units": [-1]}, MalformedParameters),
    ],
)
def test_a_grid_that_makes_no_sense_is_refused_whole(
    scenario: Scenario, grid: dict[str, list[float]], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        sweep(scenario=scenario, grid=grid, reach=EVERYTHING, actor=None)
    assert Scenario.objects.count() == 1


def test_whoever_may_not_plan_sweeps_nothing(scenario: Scenario) -> None:
    with pytest.raises(refusals.MayNotPlan):
        sweep(scenario=scenario, grid={"units": [1]}, reach=Reach(), actor=None)


def test_points_come_in_the_order_of_the_grid() -> None:
    points = points_of({"units": [1, 2], "travel": [3, 4]})
    assert [tuple(point.values()) for point in points] == [(1, 3), (1, 4), (2, 3), (2, 4)]
