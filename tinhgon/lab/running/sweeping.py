"""One job for many runs: all are read, solved beside each other on Dask, and settled as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from tinhgon.core.errors import Refused
from tinhgon.jobs import Ending, PutBack
from tinhgon.lab.models import Run
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.running.execute import alone, hash_of_inputs
from tinhgon.lab.running.many import Solved, Task, solve_many
from tinhgon.lab.running.messages import Ended
from tinhgon.lab.running.settling import Course, fail, settle
from tinhgon.lab.running.trades import Prepared, Trade, trade_of
from tinhgon.lab.running.watching import Result
from tinhgon.solvers.watch import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A run that was read and waits for its plan."""

    run: Run
    trade: Trade
    prepared: Prepared

    @property
    def task(self) -> Task:
        """Give what Dask's workers are told."""
        asked = Parameters.read(self.run.parameters)
        limits = Limits(seconds=self.run.time_limit, effort=asked.effort, seed=self.run.seed)
        return Task(key=str(self.run.pk), asked=self.prepared.inputs, limits=limits)


def execute_many(run_ids: Iterable[UUID], ending: Ending = lambda: False) -> None:
    """Carry out runs beside each other. Those that are over, or in another worker's hands, are left alone.

    A run that somebody stops meanwhile ends without a plan; the others go on.

    :raises PutBack: the worker is to end; what is settled by then stays so.
    """
    with ExitStack() as locks:
        mine = [one for one in run_ids if locks.enter_context(alone(one))]
        waiting = Run.objects.filter(pk__in=mine, state__in=(Run.State.WAITING, Run.State.RUNNING))
        held = {str(one.run.pk): one for one in _read(waiting.select_related("scenario"))}

        def settled(_: int, solved: Solved) -> None:
            _settle(held[solved.key], solved)
            if ending():
                raise PutBack

        tasks = [one.task for one in held.values()]
        if tasks:
            solve_many(
                tasks, scheduler=settings.LAB_SCHEDULER, workers=settings.LAB_WORKERS, progress=settled
            )


def _read(runs: Iterable[Run]) -> Iterator[Held]:
    for run in runs:
        trade, run.scenario.parameters = trade_of(run.trade), run.parameters
        try:
            prepared = trade.prepare(run.scenario)
        except Refused as refused:
            fail(run.pk, refused.as_json())
            continue
        yield Held(run=run, trade=trade, prepared=prepared)


def _settle(one: Held, solved: Solved) -> None:
    """Begin and end a run at once: nobody saw it on its way."""
    now = timezone.now()
    Run.objects.filter(pk=one.run.pk, state=Run.State.WAITING).update(
        state=Run.State.RUNNING,
        started_at=now,
        heard_at=now,
        inputs_hash=hash_of_inputs(one.run, one.prepared),
    )
    if solved.found is None:
        fail(one.run.pk, solved.fault or {})
        return
    ended = Ended(solved.found, solved.found.peak_memory_mb)
    try:
        settle(one.run, one.trade, one.prepared, Result(ended=ended), Course())
    except Refused as refused:
        fail(one.run.pk, refused.as_json())
