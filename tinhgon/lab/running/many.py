"""Many scenarios at once, on Dask: the same plans on one worker, two or two hundred."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

from distributed import Client, as_completed
from distributed.scheduler import KilledWorker

from tinhgon.core.errors import Refused
from tinhgon.lab.hashing import digest
from tinhgon.lab.running.faults import SolverBroke
from tinhgon.lab.running.solving import Consolidating, consolidate
from tinhgon.lab.running.swarm import swarm
from tinhgon.solvers.consolidate.values import Consolidated, Territory
from tinhgon.solvers.watch import UNWATCHED, Limits

Solve: TypeAlias = Callable[..., Consolidated]
Future: TypeAlias = Any  # Dask's, which has no types


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One scenario to be solved; `key` names it among the others."""

    key: str
    asked: Consolidating
    limits: Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """What came of a task: a plan with its hash, or a fault as JSON."""

    key: str
    found: Consolidated | None = None
    plan_hash: str = ""
    fault: dict[str, Any] | None = None


def solve_many(
    tasks: Sequence[Task],
    *,
    scheduler: str | None = None,
    workers: int = 2,
    progress: Callable[[int, Solved], None] = lambda done, solved: None,
    solve: Solve = consolidate,
) -> dict[str, Solved]:
    """
    Solve tasks, each by itself; give what came of them by key, in the order of the tasks.

    What is solved is here at once, so a worker that dies takes nothing of it along; what it had in hand is
    done by another.

    :param scheduler: address of a cluster that is there; None starts `workers` processes here.
    :param progress: told how many are done, and the last one.
    :raises ClusterOutOfReach: nobody answers at that address.
    """
    done: dict[str, Solved] = {}
    with swarm(scheduler, workers) as client:
        for solved in _solved(client, tasks, solve):
            done[solved.key] = solved
            progress(len(done), solved)
    return {task.key: done[task.key] for task in tasks}


def hash_of_all(solved: Mapping[str, Solved]) -> str:
    """Give one hash for all plans, whoever came first."""
    return digest({key: one.plan_hash for key, one in solved.items()})


def _solved(client: Client, tasks: Sequence[Task], solve: Solve) -> Iterator[Solved]:
    lands = _lands(client, tasks)

    def begin(task: Task) -> Future:
        land = lands[id(task.asked.territory)]  # goes along once, not with each task
        given = (task.key, land, _rest(task.asked), task.limits)
        return client.submit(_solve, solve, *given, pure=False)

    futures = {begin(task): task for task in tasks}
    accused: list[Task] = []
    for future in as_completed(list(futures), loop=client.loop):
        if isinstance(future.exception(), KilledWorker):
            accused.append(futures[future])
        else:
            yield _result(future, futures[future].key)
        future.release()
    for task in accused:  # alone, for what waits beside a deadly task is accused with it
        yield _result(begin(task), task.key)


def _lands(client: Client, tasks: Sequence[Task]) -> dict[int, Future]:
    """Send each territory once.

    As the outcome of a task and not scattered: what is scattered is gone with the last worker that has it,
    what was computed is computed again.
    """
    territories = {id(task.asked.territory): task.asked.territory for task in tasks}
    return {at: client.submit(_land, territory, pure=False) for at, territory in territories.items()}


def _rest(asked: Consolidating) -> dict[str, Any]:
    return {one.name: getattr(asked, one.name) for one in fields(asked) if one.name != "territory"}


def _land(territory: Territory) -> Territory:
    return territory


def _solve(solve: Solve, key: str, land: Territory, rest: dict[str, Any], limits: Limits) -> Solved:
    try:
        found = solve(Consolidating(territory=land, **rest), limits=limits, watch=UNWATCHED, resume=None)
    except Refused as refused:
        return Solved(key=key, fault=refused.as_json())
    return Solved(key=key, found=found, plan_hash=digest([found.plan.into, found.plan.seat]))


def _result(future: Future, key: str) -> Solved:
    """Give what came of a task; one that breaks, or takes every worker down with it, is a named fault."""
    fault = future.exception()
    if fault is None:
        solved: Solved = future.result()
        return solved
    told = SolverBroke(fault=f"{type(fault).__name__}: {fault}"[:500])
    return Solved(key=key, fault=told.as_json())
