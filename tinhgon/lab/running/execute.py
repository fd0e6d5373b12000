"""Carries out one run, from its row to its row; whatever befalls it is written there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.utils import timezone

from tinhgon.core.errors import Refused
from tinhgon.jobs import Ending
from tinhgon.lab.hashing import digest
from tinhgon.lab.models import Run
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.running.diary import Diary
from tinhgon.lab.running.process import Work
from tinhgon.lab.running.settling import Course, fail, settle
from tinhgon.lab.running.trades import Prepared, Trade, trade_of
from tinhgon.lab.running.watching import Result, Watcher
from tinhgon.solvers.watch import Limits

GOING = (Run.State.WAITING, Run.State.RUNNING)
SALVAGE = 30.0  # seconds in which a checkpoint must give the plan that it holds


def execute(run_id: UUID, ending: Ending = lambda: False) -> None:
    """Carry out a run; one that is over, or that another worker has in hand, is left alone.

    :raises PutBack: the worker is to end; the run goes on from its checkpoint when it is taken up again.
    """
    with alone(run_id) as mine:
        run = Run.objects.select_related("scenario").filter(pk=run_id, state__in=GOING).first()
        if not mine or run is None:
            return
        try:
            _carry_out(run, ending)
        except Refused as refused:
            fail(run_id, refused.as_json())


def _carry_out(run: Run, ending: Ending) -> None:
    trade, scenario = trade_of(run.trade), run.scenario
    scenario.parameters = run.parameters
    prepared = trade.prepare(scenario)
    _begin(run, prepared)
    diary = Diary(run, ending)
    work = _work(run, trade, prepared, diary.state)
    result = Watcher(work, diary).watch()
    if result.ended is None and result.cut_short and diary.state is not None:
        result = _salvaged(result, work, diary)
    settle(run, trade, prepared, result, Course(diary.points, diary.state))


def _begin(run: Run, prepared: Prepared) -> None:
    """Mark the run as begun; what was kept of other inputs is of no use."""
    inputs = hash_of_inputs(run, prepared)
    if inputs != run.inputs_hash:
        run.inputs_hash, run.state_kept, run.points = inputs, None, []
    run.state, run.heard_at = Run.State.RUNNING, timezone.now()
    run.started_at = run.started_at or run.heard_at
    run.save(update_fields=["state", "started_at", "heard_at", "inputs_hash", "state_kept", "points"])


def hash_of_inputs(run: Run, prepared: Prepared) -> str:
    """Hash all that a run's plan depends on, beside the versions of the solvers."""
    effort = Parameters.read(run.parameters).effort
    return digest([run.trade, prepared.inputs, run.seed, effort])


def _work(run: Run, trade: Trade, prepared: Prepared, resume: bytes | None) -> Work:
    limits = Limits(
        seconds=run.time_limit,
        memory_mb=settings.LAB_MEMORY_MB,
        effort=Parameters.read(run.parameters).effort,
        seed=run.seed,
    )
    return Work(solver=trade.solver, inputs=prepared.inputs, limits=limits, resume=resume)


class _Silent:
    """Hears nothing and wants the end at once."""

    def hear(self, message: object) -> None:
        """Hear nothing."""

    def wants_stop(self) -> bool:
        """Want the end."""
        return True


def _salvaged(result: Result, work: Work, diary: Diary) -> Result:
    """Have the plan of the last checkpoint told by a process that searches no further."""
    limits = Limits(seconds=0.0, memory_mb=work.limits.memory_mb, seed=work.limits.seed)
    again = Work(solver=work.solver, inputs=work.inputs, limits=limits, resume=diary.state)
    ended = Watcher(again, _Silent(), grace=SALVAGE).watch().ended
    return Result(ended=ended, stopped=result.stopped, cut_short=True, fault=result.fault)


@contextmanager
def alone(run_id: UUID) -> Iterator[bool]:
    """Keep two workers from one run; the database forgets the lock with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 5))", [f"lab.run {run_id}"])
        (mine,) = cursor.fetchone() or (False,)
    try:
        yield mine
    finally:
        if mine and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 5))", [f"lab.run {run_id}"])
