"""Tries a plan on the register as it stands, and tells what stands in its way; nothing of it stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from django.db import connection, transaction

from tinhgon.core import refusals as core
from tinhgon.core.apply import apply
from tinhgon.core.operations import MAX_OPERATIONS, TooManyOperations
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.snapshot import Snapshot
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.matching.people import NUMBER
from tinhgon.exchange.imports.plan import Step
from tinhgon.exchange.imports.work import Work
from tinhgon.register.queries import snapshots
from tinhgon.temporal.naming import naming
from tinhgon.vault import blind_indexes

# What would break a constraint is passed over and not given back, whoever may see the row that it meets.
OPEN = """
INSERT INTO register_person (id, name, home_id, number_index, name_key, name_folded, sex, born_precision,
    illustrative, revision, opened_at)
SELECT new.*, '', '', '', '', true, 1, now()
FROM unnest(%s::uuid[], %s::text[], %s::uuid[], %s::bytea[]) AS new
ON CONFLICT DO NOTHING RETURNING id
"""
MOST_TRIES = 20  # each finds one row that the rules refuse
QUICK = 500  # operations: with more, a try takes long, and fewer are made
# The column that a refusal speaks of; of any other, the row as a whole is at fault.
COLUMNS: dict[type[OperationRefused], str] = {
    core.CodeTaken: "code", core.UnknownKind: "kind", core.Cycle: "parent", core.ParentMissing: "parent",
    core.NotAlive: "unit", core.NoPostThen: "title", core.SeatsTaken: "title", core.AlreadyHolds: "title",
    core.TwoMainPosts: "how", core.NoMainPost: "how", core.QuotaExceeded: "number",
    core.ReportsInCircle: "superior", core.EndsBeforeItBegins: "until", core.UnknownCode: "grade",
    core.UnknownPerson: "number",
}  # fmt: skip


def attempt(work: Work) -> None:
    """Do all that the plan says in a transaction that is taken back; each refusal becomes a fault.

    :raises TooManyOperations: a day has more operations than a decision may hold.
    """
    for day in work.plan.days:
        if (count := len(work.plan.on(day))) > MAX_OPERATIONS:
            raise TooManyOperations(found=count, limit=MAX_OPERATIONS)
    with naming({}), transaction.atomic():
        _open(work)
        if not work.faulty:
            _apply(work)
        transaction.set_rollback(True)


def _open(work: Work) -> None:
    """Let the new people be there for the rules; tell whose number a file bears that the user cannot see."""
    opened = work.plan.opened
    if not opened:
        return
    with connection.cursor() as cursor:
        cursor.execute(OPEN, [
            [one.person.id for one in opened], [one.person.name for one in opened],
            [one.person.home for one in opened], blind_indexes([one.number for one in opened], NUMBER),
        ])  # fmt: skip
        there = {person for (person,) in cursor.fetchall()}
    taken = {one.row for one in opened if one.person.id not in there}
    for row in work.reading.rows:
        if row.number in taken:
            work.fault(row, "number", refusals.NumberElsewhere())


def _apply(work: Work) -> None:
    """Apply day after day, each on what the days before left."""
    steps = work.plan.steps
    if not steps:
        return
    snapshot = snapshots.gather([step.operation for step in steps]).snapshot
    left = MOST_TRIES if len(steps) <= QUICK else 3
    for day in work.plan.days:
        snapshot, left = _day(work, snapshot, day, left)


def _day(work: Work, snapshot: Snapshot, day: date, left: int) -> tuple[Snapshot, int]:
    """Apply a day; what is refused is told and left out, to find what else would be."""
    todo = work.plan.on(day)
    while todo:
        try:
            changes = apply(snapshot, [step.operation for step in todo], on=day, decision=uuid4())
        except OperationRefused as refused:
            row = _tell(work, todo, refused)
            left -= 1
            if left <= 0 or row is None:
                return snapshot, 0
            todo = [step for step in todo if step.row != row]
        else:
            return snapshot.after(changes), left
    return snapshot, left


def _tell(work: Work, todo: Sequence[Step], refused: OperationRefused) -> int | None:
    """Make a refusal the fault of its row, or of the file as a whole."""
    plain = type(refused)(**{**refused.facts, "operation": 0})
    number = todo[refused.operation - 1].row if refused.operation else None
    row = next((one for one in work.reading.rows if one.number == number), None)
    if row is None:
        header = replace(work.reading.rows[0], number=work.reading.header.row)
        work.fault(header, "", plain)
    else:
        work.fault(row, COLUMNS.get(type(refused), ""), plain)
    return number
