"""The lab's work in the background."""

from __future__ import annotations

from uuid import UUID

from django.db import InterfaceError, OperationalError

from tinhgon import jobs


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
    from tinhgon.lab.running.execute import broken, execute  # not with every page: it loads solvers' values

    try:
        execute(UUID(run), ending)
    except jobs.PutBack:
        raise
    except (InterfaceError, OperationalError) as lost:
        raise jobs.PutBack from lost
    except Exception as fault:
        broken(UUID(run), fault)
        raise
