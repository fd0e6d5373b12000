"""The same consolidation on several processes: parts between which nothing is merged, each by itself."""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from tinhgon.solvers.consolidate.field import Field, fields_of
from tinhgon.solvers.consolidate.kept import digest_of, unpacked
from tinhgon.solvers.consolidate.part import NoLawfulPlan, Part, solve_part
from tinhgon.solvers.consolidate.solve import result_of, told
from tinhgon.solvers.consolidate.values import (
    Conditions,
    Consolidated,
    Standards,
    Territory,
    Weights,
)
from tinhgon.solvers.watch import UNWATCHED, Clock, Limits, Watch


def solve_groups(
    territory: Territory,
    standards: Standards,
    weights: Weights,
    conditions: Conditions,
    *,
    processes: int = 2,
    limits: Limits = Limits(),  # noqa: B008  (a frozen value)
    watch: Watch = UNWATCHED,
    resume: bytes | None = None,
) -> Consolidated:
    """
    Give what `solve` gives, on so many processes; the plan does not depend on their number.

    A run that is stopped waits for the parts in work; those not begun keep what they have.

    :raises NoLawfulPlan: the conditions contradict.
    """
    clock = Clock(limits, watch)
    digest = digest_of(territory, standards, weights, conditions)
    before = unpacked(resume, digest)
    fields = {int(field.units[0]): field for field in fields_of(territory, standards, conditions)}
    parts = {least: part for least, part in before.items() if part.proven and least in fields}
    todo = sorted(fields.keys() - parts.keys(), key=lambda least: (fields[least].blocks, least))
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        jobs: dict[Future[tuple[Part, bool]], int] = {}
        for least in todo:
            start = before[least].units if least in before else ()
            job = pool.submit(
                _solved, fields[least], standards, weights, conditions, limits, clock.began, start
            )
            jobs[job] = least
        try:
            for job in as_completed(jobs):
                _collect(job, jobs[job], parts, clock)
                told(clock, parts, digest)
                if clock.over():
                    break  # who waits for a job that a shutdown cancels waits for ever
            pool.shutdown(cancel_futures=True)
            for job in (one for one, least in jobs.items() if least not in parts):
                _collect(job, jobs[job], parts, clock)
        except NoLawfulPlan as refused:
            pool.shutdown(wait=False, cancel_futures=True)
            raise NoLawfulPlan(unit=territory.codes[refused.facts["unit"]]) from refused
    for least in sorted(fields.keys() - parts.keys()):
        parts[least] = solve_part(fields[least], standards, weights, conditions, clock)
    ordered = [parts[least] for least in sorted(parts)]
    return result_of(territory, standards, weights, conditions, clock, ordered)


def _solved(
    field: Field, standards: Standards, weights: Weights, conditions: Conditions,
    limits: Limits, began: float, start: tuple[tuple[int, ...], ...],
) -> tuple[Part, bool]:  # fmt: skip
    """Solve a part in a process of its own; tell whether it was cut short."""
    clock = Clock(limits, began=began)  # the monotonic clock is the machine's, not the process's
    try:
        return solve_part(field, standards, weights, conditions, clock, start), clock.cut_short
    except NoLawfulPlan as refused:
        raise _Contradicted(refused.facts["unit"]) from None


class _Contradicted(Exception):  # noqa: N818  (a refusal with facts by name does not pass between processes)
    """What `NoLawfulPlan` is between processes."""


def _collect(job: Future[tuple[Part, bool]], least: int, parts: dict[int, Part], clock: Clock) -> None:
    if job.cancelled():
        return
    try:
        parts[least], cut = job.result()
    except _Contradicted as contradicted:
        raise NoLawfulPlan(unit=contradicted.args[0]) from None
    clock.cut_short = clock.cut_short or cut
