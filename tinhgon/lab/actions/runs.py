"""Runs begun, stopped and taken up again; the work itself is a job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from tinhgon import jobs
from tinhgon.core.reach import Reach
from tinhgon.lab import refusals
from tinhgon.lab.actions.scenarios import hold
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.queries.runs import hash_of
from tinhgon.lab.queries.scenarios import assert_may_plan
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User

TASK = "lab.run"
GOING = (Run.State.WAITING, Run.State.RUNNING)


def start_run(
    *,
    scenario: Scenario,
    trade: str,
    reach: Reach,
    actor: User | None,
    parameters: dict[str, Any] | None = None,
    seed: int | None = None,
    time_limit: int | None = None,
) -> Run:
    """Have a solver work on a scenario, in the background.

    :param parameters: kept by the scenario from now on, if given.
    :param seed: and time_limit (seconds): those of the parameters, unless given.
    :raises MayNotPlan, NoSuchScenario, ScenarioLocked: it cannot be changed.
    :raises MalformedParameters: they cannot be read.
    :raises AlreadyRunning: a run of this trade waits or runs.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold(scenario, reach)
        asked = Parameters.read(held.parameters if parameters is None else parameters)
        if parameters is not None:
            held.parameters = parameters
            held.save(update_fields=["parameters", "changed_at"])
        held.refresh_from_db()  # as the database has it: what the run ends with is compared with that
        if held.runs.filter(trade=trade, state__in=GOING).exists():
            raise refusals.AlreadyRunning
        run = Run.objects.create(
            scenario=held,
            trade=trade,
            parameters=held.parameters,
            scenario_hash=hash_of(held),
            seed=asked.seed if seed is None else seed,
            time_limit=asked.time_limit if time_limit is None else time_limit,
            by=actor,
        )
        jobs.enqueue(TASK, run=str(run.pk))
    return run


def stop_run(*, run: Run, reach: Reach) -> Run:
    """Ask a run to end with the best it has; one that no worker has taken up ends at once.

    :raises MayNotPlan, NoSuchRun: the actor may not, or it is not there.
    :raises RunIsOver: it ended already.
    """
    with whole(refusals.CONSTRAINTS):
        held = _held(run, reach)
        if held.state not in GOING:
            raise refusals.RunIsOver
        held.stop_asked = True
        if held.state == Run.State.WAITING:
            held.state, held.ended_at = Run.State.STOPPED, timezone.now()
        held.save(update_fields=["stop_asked", "state", "ended_at"])
    return held


def resume_run(*, run: Run, reach: Reach, time_limit: int | None = None) -> Run:
    """Have a run that was stopped, cut short or failed go on from its last checkpoint, with its time anew.

    :raises MayNotPlan, NoSuchRun, ScenarioLocked: the actor may not, or its scenario cannot be changed.
    :raises RunIsOver: it came to its own end: there is nothing to go on with.
    :raises RunOvertaken: the scenario's parameters are others by now.
    :raises AlreadyRunning: a run of this trade waits or runs.
    """
    with whole(refusals.CONSTRAINTS):
        held = _held(run, reach)
        scenario = hold(held.scenario, reach)
        if held.state in GOING:
            raise refusals.AlreadyRunning
        if held.state == Run.State.DONE and held.outcome.get("whole", True):
            raise refusals.RunIsOver
        if scenario.parameters != held.parameters:
            raise refusals.RunOvertaken(scenario=scenario.name)
        held.state, held.stop_asked, held.ended_at, held.fault = Run.State.WAITING, False, None, {}
        held.scenario_hash, held.time_limit = hash_of(scenario), time_limit or held.time_limit
        held.save()
        jobs.enqueue(TASK, run=str(held.pk))
    return held


def _held(run: Run, reach: Reach) -> Run:
    held = Run.objects.select_for_update(of=("self",)).select_related("scenario").filter(pk=run.pk).first()
    if held is None:
        raise refusals.NoSuchRun
    assert_may_plan(held.scenario.root_id, reach)
    return held
