"""Runs begin, report, stop, go on and end by name; what they find reaches their scenario."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest import mock
from uuid import uuid4

import psycopg
import pytest
from django.db import OperationalError
from django.utils import timezone

from tinhgon import jobs
from tinhgon.core.reach import EVERYTHING, Reach
from tinhgon.lab import refusals
from tinhgon.lab.actions.runs import resume_run, start_run, stop_run
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.queries.runs import run_within, runs_going, runs_of
from tinhgon.lab.running import diary, execute, watching
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.tests.toys import HERE, Asked
from tinhgon.lab.running.trades import Outcome, Prepared, Trade
from tinhgon.lab.tasks import carry_out, given_up
from tinhgon.temporal.naming import TookTooLong

CONSOLIDATE = Run.Trade.CONSOLIDATE
TOY: dict[str, Any] = {"solver": "count", "asked": Asked()}


def prepare(scenario: Scenario) -> Prepared:
    return Prepared(inputs=TOY["asked"])


def keep(scenario: Scenario, prepared: Prepared, ended: Ended) -> Outcome:
    step, mixed = ended.outcome.plan
    scenario.plan = [{"step": step, "mixed": mixed}]
    scenario.save(update_fields=["plan", "changed_at"])
    return Outcome(plan=scenario.plan, found={"whole": ended.outcome.whole}, best=float(step), bound=1.0)


@pytest.fixture(autouse=True)
def _toy_trade(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def trade(name: str) -> Trade:
        return Trade(solver=HERE + TOY["solver"], prepare=prepare, keep=keep)

    monkeypatch.setattr(execute, "trade_of", trade)
    monkeypatch.setattr(diary, "OFTEN", 0.1)
    TOY.update(solver="count", asked=Asked(pause=0.005))
    yield


@pytest.fixture
def scenario(db: None) -> Scenario:
    return Scenario.objects.create(
        name="Thử", kinds=["commune"], effective_on="2025-07-01", known=timezone.now(),
        parameters={"seed": 7, "time_limit": 60},
    )  # fmt: skip


def started(scenario: Scenario, **asked: Any) -> Run:
    return start_run(scenario=scenario, trade=CONSOLIDATE, reach=EVERYTHING, actor=None, **asked)


def ran(run: Run) -> Run:
    jobs.run_pending()
    run.refresh_from_db()
    return run


def test_a_run_gives_its_scenario_a_plan_with_hashes_and_a_chart(scenario: Scenario) -> None:
    run = ran(started(scenario))
    assert (run.state, run.fault) == (Run.State.DONE, {})
    scenario.refresh_from_db()
    assert scenario.plan[0]["step"] == 100
    assert len(run.inputs_hash) == len(run.plan_hash) == 64
    assert run.points and run.points[-1][1:] == [100.0, 1.0]
    assert run.ended_at and run.started_at and run.started_at <= run.ended_at


def test_the_same_inputs_and_seed_give_the_same_plan(scenario: Scenario) -> None:
    one, two = ran(started(scenario)), ran(started(scenario))
    other = ran(started(scenario, seed=8))
    assert (one.inputs_hash, one.plan_hash) == (two.inputs_hash, two.plan_hash)
    assert other.inputs_hash != one.inputs_hash
    assert other.plan_hash != one.plan_hash


def stop_soon(run: Run) -> Any:
    """Ask it to stop as soon as it has kept something, as a page would meanwhile."""
    write = diary.Diary.write

    def writing(self: diary.Diary) -> None:
        if self.state is not None:
            Run.objects.filter(pk=run.pk).update(stop_asked=True)
        write(self)

    return mock.patch.object(diary.Diary, "write", writing)


def test_a_run_that_is_stopped_keeps_what_it_has_and_resumed_ends_as_if_never_stopped(
    scenario: Scenario,
) -> None:
    whole = ran(started(scenario)).plan_hash
    TOY["asked"] = Asked(pause=0.05)
    run = started(scenario)
    with stop_soon(run):
        ran(run)
    assert run.state == Run.State.STOPPED
    scenario.refresh_from_db()
    assert 0 < scenario.plan[0]["step"] < 100
    before = len(run.points)
    resumed = ran(resume_run(run=run, reach=EVERYTHING))
    assert (resumed.state, resumed.plan_hash) == (Run.State.DONE, whole)
    seconds = [point[0] for point in resumed.points]
    assert len(seconds) > before and seconds == sorted(seconds)


def test_a_solver_that_will_not_stop_is_killed_and_its_checkpoint_told(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching.Watcher.__init__, "__kwdefaults__", {"grace": 0.3})
    TOY["asked"] = Asked(to=40, pause=0.05, deaf=True)
    run = started(scenario)
    with stop_soon(run):
        ran(run)
    assert (run.state, run.fault["code"]) == (Run.State.STOPPED, "StoppedWithoutPlan")


def test_a_run_that_waits_is_stopped_at_once_and_never_done(scenario: Scenario) -> None:
    run = stop_run(run=started(scenario), reach=EVERYTHING)
    assert run.state == Run.State.STOPPED
    assert ran(run).points == []
    with pytest.raises(refusals.RunIsOver):
        stop_run(run=run, reach=EVERYTHING)


def test_a_solver_that_is_killed_is_a_named_fault_and_can_go_on(scenario: Scenario) -> None:
    whole = ran(started(scenario)).plan_hash
    TOY["asked"] = Asked(pause=0.005, die_at=60)
    run = ran(started(scenario))
    assert (run.state, run.fault["code"]) == (Run.State.FAILED, "SolverDied")
    assert run.state_kept
    Run.objects.filter(pk=run.pk).update(state_kept=b"61 %d" % counted(61))
    assert ran(resume_run(run=run, reach=EVERYTHING)).plan_hash == whole


def counted(steps: int) -> int:
    mixed = 7
    for _ in range(steps):
        mixed = (mixed * 48271 + 11) % 2147483647
    return mixed


def test_a_run_out_of_time_keeps_the_best_so_far_and_says_so(scenario: Scenario) -> None:
    TOY["asked"] = Asked(pause=0.05)
    run = ran(started(scenario, time_limit=1))
    assert run.state == Run.State.DONE
    assert run.outcome == {"whole": False}
    resumed = resume_run(run=run, reach=EVERYTHING, time_limit=60)
    assert ran(resumed).outcome == {"whole": True}
    with pytest.raises(refusals.RunIsOver):
        resume_run(run=resumed, reach=EVERYTHING)


def test_a_refusal_of_the_solver_stands_in_the_run(scenario: Scenario) -> None:
    TOY["solver"] = "refuse"
    run = ran(started(scenario))
    assert (run.state, run.fault["vi"]) == (Run.State.FAILED, "Không có phương án nào cho x.")


def test_a_fault_of_our_own_is_told_and_not_lost(scenario: Scenario) -> None:
    run = started(scenario)
    with mock.patch.object(execute, "Watcher", side_effect=KeyError("x")), pytest.raises(KeyError):
        jobs.run_pending()
    run.refresh_from_db()
    assert (run.state, run.fault["code"]) == (Run.State.FAILED, "SolverBroke")


def test_a_lost_database_is_waited_for_and_one_that_is_too_slow_is_not(scenario: Scenario) -> None:
    run, lost = started(scenario), OperationalError("server closed the connection")
    with mock.patch.object(execute, "Watcher", side_effect=lost), pytest.raises(jobs.PutBack):
        carry_out(lambda: False, run=str(run.pk))
    run.refresh_from_db()
    assert run.state == Run.State.RUNNING
    slow = OperationalError("canceling statement due to statement timeout")
    slow.__cause__ = psycopg.errors.QueryCanceled()
    with mock.patch.object(execute, "Watcher", side_effect=slow), pytest.raises(TookTooLong):
        carry_out(lambda: False, run=str(run.pk))
    run.refresh_from_db()
    assert run.state == Run.State.FAILED


def test_a_worker_that_ends_puts_its_run_back_and_the_next_goes_on(scenario: Scenario) -> None:
    whole = ran(started(scenario)).plan_hash
    TOY["asked"] = Asked(pause=0.05)
    run = started(scenario)
    kept = Run.objects.filter(pk=run.pk, state_kept__isnull=False)
    with pytest.raises(jobs.PutBack):
        execute.execute(run.pk, ending=kept.exists)
    run.refresh_from_db()
    assert run.state == Run.State.RUNNING
    assert run.state_kept
    assert ran(run).plan_hash == whole


def test_a_run_given_up_by_its_workers_says_so(scenario: Scenario) -> None:
    run = started(scenario)
    given_up(run=str(run.pk))
    run.refresh_from_db()
    assert (run.state, run.fault["code"]) == (Run.State.FAILED, "WorkerDied")
    assert ran(run).state == Run.State.FAILED


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"locked_at": timezone.now()}, "ScenarioLocked"), ({"plan": [{"x": 1}]}, "ScenarioChanged")],
)
def test_a_scenario_locked_or_changed_meanwhile_takes_no_plan(
    scenario: Scenario, changed: dict[str, Any], code: str
) -> None:
    run = started(scenario)
    Scenario.objects.filter(pk=scenario.pk).update(**changed)
    assert (ran(run).state, run.fault["code"]) == (Run.State.FAILED, code)
    scenario.refresh_from_db()
    assert scenario.plan == changed.get("plan", [])


def test_one_run_of_a_trade_at_a_time(scenario: Scenario) -> None:
    started(scenario)
    with pytest.raises(refusals.ScenarioBusy):
        started(scenario)


def test_a_locked_scenario_starts_no_run(scenario: Scenario) -> None:
    scenario.locked_at = timezone.now()
    scenario.save()
    with pytest.raises(refusals.ScenarioLocked):
        started(scenario)


def test_a_run_of_other_parameters_is_not_gone_on_with(scenario: Scenario) -> None:
    TOY["solver"] = "refuse"
    run = ran(started(scenario))
    Scenario.objects.filter(pk=scenario.pk).update(parameters={"seed": 9})
    with pytest.raises(refusals.RunOvertaken):
        resume_run(run=run, reach=EVERYTHING)


def test_out_of_reach_there_is_no_run(scenario: Scenario) -> None:
    run = started(scenario)
    with pytest.raises(refusals.NoSuchRun):
        run_within(run.pk, Reach())
    with pytest.raises(refusals.MayNotPlan):
        stop_run(run=run, reach=Reach())
    assert run_within(run.pk, EVERYTHING) == run
    assert [one.pk for one in runs_going(EVERYTHING)] == [run.pk] == [one.pk for one in runs_of(scenario)]


def test_a_run_that_is_gone_is_no_work(db: None) -> None:
    execute.execute(uuid4())
