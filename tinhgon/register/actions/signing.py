"""Signing: gather, decide, write, in one transaction under one lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes, apply
from tinhgon.register import refusals
from tinhgon.register.actions import ledger
from tinhgon.register.models import Change, Decision
from tinhgon.register.queries import snapshots
from tinhgon.temporal.naming import naming

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@dataclass(frozen=True, slots=True)
class Signed:
    """A decision that has become part of the register, and what it changed."""

    decision: Decision
    changes: Changes


def sign(*, decision: Decision, actor: AbstractBaseUser | None, at: datetime) -> Signed:
    """Sign a checked decision: the register changes as it orders, once and for all.

    :raises OperationRefused: an operation is impossible.
    :raises AlreadySigned, NotChecked, NotNumbered: the decision is not ready.
    :raises Overtaken: another decision changed one of its units since it was checked.
    :raises TooBusy: somebody else is signing and did not finish in time.
    """
    with naming(refusals.CONSTRAINTS), transaction.atomic():
        stamp = ledger.stamp(at)
        decision = Decision.objects.get(pk=decision.pk)
        _assert_ready(decision)
        operations = ops.read(decision.operations)
        gathered = snapshots.gather(operations)
        _assert_not_overtaken(decision, operations, gathered)
        changes = apply(gathered.snapshot, operations, on=decision.effective_on, decision=decision.pk)
        decision.state, decision.signed_at, decision.signed_by = Decision.State.SIGNED, stamp, actor  # type: ignore[assignment]
        decision.revokes = [op.decision for op in operations if isinstance(op, ops.Revoke)]
        decision.save(update_fields=["state", "signed_at", "signed_by", "revokes"])
        ledger.write(changes)
        ledger.publish([(decision, changes)], stamp=stamp, today=timezone.localdate(stamp))
    return Signed(decision, changes)


def _assert_ready(decision: Decision) -> None:
    if decision.is_signed:
        raise refusals.AlreadySigned(decision=decision.number)
    if not decision.number:
        raise refusals.NotNumbered
    if decision.state != Decision.State.CHECKED:
        raise refusals.NotChecked(decision=decision.number)


def _assert_not_overtaken(
    decision: Decision, operations: Sequence[ops.Operation], gathered: snapshots.Gathered
) -> None:
    checked_at = decision.checked_at
    assert checked_at is not None  # noqa: S101  (a checked decision has its moment)
    newer = {
        unit
        for unit in snapshots.named_units(operations)
        if unit in gathered.written_at and gathered.written_at[unit] > checked_at
    }
    if newer:
        raise refusals.Overtaken(**_by_whom(newer, checked_at, gathered))


def _by_whom(newer: set[Any], since: datetime, gathered: snapshots.Gathered) -> dict[str, Any]:
    """Name the decisions that came first and the units that they changed."""
    later = Decision.objects.filter(signed_at__gt=since, changes__unit__in=newer).distinct()
    labels = sorted(gathered.snapshot.lives[unit].label() for unit in newer)
    return {"decisions": [str(decision) for decision in later[:5]], "units": labels[:10]}


