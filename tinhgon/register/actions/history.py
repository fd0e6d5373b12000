"""Recording a long history at once: many decisions in order, one transaction, one recorded moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes, apply
from tinhgon.core.judging import NO_ANSWERS, Answers, Matter
from tinhgon.core.rows import Change
from tinhgon.core.snapshot import Snapshot
from tinhgon.register import refusals
from tinhgon.register.actions import judging, ledger
from tinhgon.register.actions.drafting import Head
from tinhgon.register.models import Decision
from tinhgon.register.queries import snapshots
from tinhgon.temporal.naming import whole


@dataclass(frozen=True, slots=True)
class Batch:
    """What one decision of the past ordered."""

    id: UUID
    head: Head
    operations: tuple[ops.Operation, ...]


def record_history(
    *,
    batches: Sequence[Batch],
    at: datetime,
    progress: Callable[[int], Any] = lambda done: None,
    answers: Answers = NO_ANSWERS,
) -> int:
    """Sign many decisions in order as one act: all of them or none; give their number.

    Rows that a later decision of the same act replaces are never written: the register never said so.
    `progress` is told how many decisions are applied.

    :raises OperationRefused: an operation is impossible.
    :raises AgainstTheRules: a rule stands against one of them, and nobody answers for that.
    :raises DuplicateDocument: one of the documents is in the register already.
    """
    with whole(refusals.CONSTRAINTS):
        _allow_long_work()
        stamp = ledger.stamp(at)
        snapshot = snapshots.gather_whole().snapshot
        signed: list[tuple[Decision, Changes]] = []
        for done, batch in enumerate(batches, start=1):
            changes = apply(snapshot, batch.operations, on=batch.head.effective_on, decision=batch.id)
            before, snapshot = snapshot, snapshot.after(changes)
            signed.append((_signed(batch, stamp), changes))
            _judge(signed[-1], batch.operations, before, snapshot, answers)
            progress(done)
        Decision.objects.bulk_create([decision for decision, _ in signed], batch_size=50)
        left = net(change for _, changes in signed for change in changes)
        ledger.write(left)
        _gather_statistics()
        ledger.settle_homes(left, today=timezone.localdate())
        ledger.publish(signed, stamp=stamp, today=timezone.localdate(stamp))
    return len(signed)


def net(changes: Iterable[Change]) -> list[Change]:
    """Join the changes of each row into one, from what it was first to what it is last."""
    joined: dict[object, Change] = {}
    for change in changes:
        key = change.row.key
        first = joined.get(key, change).before
        joined[key] = Change(first, change.after)
    return [change for change in joined.values() if change.before != change.after]


def _judge(
    signed: tuple[Decision, Changes],
    operations: Sequence[ops.Operation],
    before: Snapshot,
    after: Snapshot,
    answers: Answers,
) -> None:
    """Write what the rules find. A list tells what came of decisions; there was nothing in it to judge."""
    decision, changes = signed
    if decision.source == Decision.Source.LIST:
        return
    matter = Matter(
        on=decision.effective_on,
        operations=operations,
        before=before,
        after=after,
        changes=changes,
        whole=True,
    )
    judging.record(decision, judging.judge(matter), answers, None)


def _signed(batch: Batch, stamp: datetime) -> Decision:
    return Decision(
        id=batch.id,
        **batch.head.columns(),
        operations=ops.write(batch.operations),
        state=Decision.State.SIGNED,
        checked_at=stamp,
        signed_at=stamp,
    )


def _allow_long_work() -> None:
    """Give time to long statements, and to the thinking between them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL statement_timeout = '10min'; SET LOCAL idle_in_transaction_session_timeout = '10min';"
            " SET LOCAL work_mem = '64MB'"
        )


def _gather_statistics() -> None:
    """Let the planner know at once how much there is now: what follows reads all that was written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "ANALYZE register_unit, register_unitversion, register_placement, register_identifier,"
            " register_succession, register_change, register_decision, register_post, register_postversion,"
            " register_quota, register_appointment, register_grading, register_person"
        )
