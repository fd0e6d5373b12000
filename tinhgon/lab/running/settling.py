"""The end of a run: its plan to the scenario, its state and its fault to its row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tinhgon.lab.hashing import digest
from tinhgon.lab.models import Run, Scenario
from tinhgon.lab.queries.runs import hash_of
from tinhgon.lab.refusals import ScenarioLocked
from tinhgon.lab.running.faults import ScenarioChanged, SolverBroke
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.points import Point
from tinhgon.lab.running.trades import Prepared, Trade
from tinhgon.lab.running.watching import Result


@dataclass(slots=True)
class Course:
    """What a run went through: its chart, and what it could go on from."""

    points: list[Point] = field(default_factory=list)
    state: bytes | None = None


def settle(run: Run, trade: Trade, prepared: Prepared, result: Result, course: Course) -> None:
    """Write how a run ended, with its plan if it has one.

    :raises ScenarioLocked, ScenarioChanged: the scenario takes no plan any more; nothing was written.
    """
    with transaction.atomic():
        held = Run.objects.select_for_update().filter(pk=run.pk, state=Run.State.RUNNING).first()
        if held is None:
            return
        if result.ended:
            _keep(held, trade, prepared, result.ended)
            course.points.append([course.points[-1][0] if course.points else 0.0, held.best, held.bound])
        held.state, held.fault = _state(result), result.fault or {}
        held.points, held.state_kept = course.points, course.state
        held.ended_at = held.heard_at = timezone.now()
        held.save()


def fail(run_id: UUID, fault: dict[str, Any]) -> None:
    """End a run without an outcome; one that is over is left as it is."""
    going = Run.objects.filter(pk=run_id, state__in=(Run.State.WAITING, Run.State.RUNNING))
    now = timezone.now()
    going.update(state=Run.State.FAILED, fault=fault, ended_at=now, heard_at=now)


def broken(run_id: UUID, fault: Exception) -> None:
    """Note that our own program failed at a run."""
    fail(run_id, SolverBroke(fault=f"{type(fault).__name__}: {fault}"[:500]).as_json())


def _keep(run: Run, trade: Trade, prepared: Prepared, ended: Ended) -> None:
    scenario = Scenario.objects.select_for_update().get(pk=run.scenario_id)
    if scenario.locked_at:
        raise ScenarioLocked(scenario=scenario.name)
    if hash_of(scenario) != run.scenario_hash:
        raise ScenarioChanged(scenario=scenario.name)
    kept = trade.keep(scenario, prepared, ended)
    run.outcome, run.versions, run.plan_hash = kept.found, dict(kept.versions), digest(kept.plan)
    run.best, run.bound = kept.best, kept.bound


def _state(result: Result) -> Run.State:
    if result.stopped:
        return Run.State.STOPPED
    return Run.State.DONE if result.ended else Run.State.FAILED
