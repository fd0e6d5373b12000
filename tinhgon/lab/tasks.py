"""The lab's work in the background."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from tinhgon import jobs
from tinhgon.temporal.naming import ConnectionLost, naming


def given_up(*, run: str) -> None:
    """Say that a run took too many workers down."""
    from tinhgon.jobs.stalled import TRIES
    from tinhgon.lab.running.faults import WorkerDied
    from tinhgon.lab.running.settling import fail

    fail(UUID(run), WorkerDied(times=TRIES).as_json())


@jobs.task("lab.run", again=True, give_up=given_up)
def carry_out(ending: jobs.Ending, *, run: str) -> None:
    """Carry out a run. Begun a second time, it goes on from its checkpoint.

    :raises PutBack: the worker is to end, or the database was lost.
    """
    from tinhgon.lab.running.execute import execute  # not with every page: it loads solvers' values

    with _faults_told([run]):
        execute(UUID(run), ending)


def all_given_up(*, runs: list[str]) -> None:
    """Say that runs took too many workers down."""
    for run in runs:
        given_up(run=run)


@jobs.task("lab.sweep", again=True, give_up=all_given_up)
def carry_out_all(ending: jobs.Ending, *, runs: list[str]) -> None:
    """Carry out many runs at once. Begun a second time, it does what is left.

    :raises PutBack: as `carry_out` does.
    """
    from tinhgon.lab.running.sweeping import execute_many

    with _faults_told(runs):
        execute_many(map(UUID, runs), ending)


@contextmanager
def _faults_told(runs: list[str]) -> Iterator[None]:
    """Write a fault of our own into the runs that it befell; a lost database is waited for."""
    try:
        with naming({}):
            yield
    except jobs.PutBack:
        raise
    except ConnectionLost as lost:
        raise jobs.PutBack from lost
    except Exception as fault:
        from tinhgon.lab.running.settling import broken

        for run in runs:
            broken(UUID(run), fault)
        raise
