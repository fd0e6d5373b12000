"""Signing: gather, decide, write, in one transaction under one lock."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes, apply
from tinhgon.core.judging import Judged
from tinhgon.core.reach import EVERYTHING, SIGN, Reach
from tinhgon.core.rows import Appointment, Grading, OwnerId
from tinhgon.register import refusals
from tinhgon.register.actions import judging, ledger
from tinhgon.register.actions.drafting import assert_may
from tinhgon.register.models import Change, Decision, Person, Succession
from tinhgon.register.queries import snapshots
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@dataclass(frozen=True, slots=True)
class Signed:
    """A decision that has become part of the register, what it changed, and what the rules found of it."""

    decision: Decision
    changes: Changes
    judged: tuple[Judged, ...] = ()


def sign(
    *,
    decision: Decision,
    actor: AbstractBaseUser | None,
    at: datetime,
    reach: Reach = EVERYTHING,
    answers: judging.Answers = judging.NO_ANSWERS,
) -> Signed:
    """Sign a checked decision: the register changes as it orders, once and for all.

    :raises OperationRefused: an operation is impossible.
    :raises MayNotCorrect: it corrects the register, and the actor has no right to.
    :raises MayNotSignAbout: it names people on whom the actor may not sign.
    :raises AlreadySigned, NotChecked, NotNumbered, NoSuchDraft: the decision is not ready.
    :raises AgainstTheRules: a rule stands against it, and nobody answers for that.
    :raises Overtaken: another decision changed one of its units since it was checked.
    :raises TooBusy: somebody else is signing and did not finish in time.
    :raises ConnectionLost: nobody can tell from here whether it was written; it was whole or not at all.
    """
    with whole(refusals.CONSTRAINTS):
        stamp = ledger.stamp(at)
        decision = _held(decision)
        operations = ops.read(decision.operations)
        assert_may(actor, operations)
        gathered = snapshots.gather(operations)
        _assert_within(reach, operations, gathered)
        _assert_not_overtaken(decision, snapshots.named(operations).owners, gathered)
        changes = apply(gathered.snapshot, operations, on=decision.effective_on, decision=decision.pk)
        _assert_not_overtaken(decision, {change.row.owner for change in changes}, gathered)
        matter = judging.matter_of(operations, gathered.snapshot, changes, on=decision.effective_on)
        judging.record(decision, judged := judging.judge(matter), answers, actor)
        decision.state, decision.signed_at, decision.signed_by = Decision.State.SIGNED, stamp, actor  # type: ignore[assignment]
        decision.revokes = [op.decision for op in operations if isinstance(op, ops.Revoke)]
        decision.save(update_fields=["state", "signed_at", "signed_by", "revokes"])
        ledger.write(changes)
        ledger.settle_homes(changes, today=timezone.localdate())
        ledger.publish([(decision, changes)], stamp=stamp, today=timezone.localdate(stamp))
    return Signed(decision, changes, judged)


def _held(decision: Decision) -> Decision:
    """Read the decision anew and keep others from redrafting it meanwhile."""
    try:
        held = Decision.objects.select_for_update().get(pk=decision.pk)
    except Decision.DoesNotExist:
        raise refusals.NoSuchDraft from None
    if held.is_signed:
        raise refusals.AlreadySigned(decision=held.number)
    if not held.number:
        raise refusals.NotNumbered
    if held.state != Decision.State.CHECKED:
        raise refusals.NotChecked(decision=held.number)
    return held


def _assert_within(reach: Reach, operations: tuple[ops.Operation, ...], gathered: snapshots.Gathered) -> None:
    """Refuse to sign about people named, or named by what is revoked, where the actor may not sign."""
    if reach.units(action=SIGN) is None:
        return
    undone = (change.row for changes in gathered.snapshot.signed.values() for change in changes)
    people = snapshots.named(operations).people
    people |= {row.owner for row in undone if isinstance(row, Appointment | Grading)}
    homes = dict(Person.objects.filter(pk__in=people).values_list("pk", "home_id")) if people else {}
    others = [one for one in people if not reach.may(SIGN, homes.get(one))]
    if others:
        raise refusals.MayNotSignAbout(count=len(others))


def _assert_not_overtaken(decision: Decision, owners: Set[OwnerId], gathered: snapshots.Gathered) -> None:
    checked_at = decision.checked_at
    assert checked_at is not None  # noqa: S101  (a checked decision has its moment)
    newer = {owner for owner in owners if gathered.written_at.get(owner, checked_at) > checked_at}
    if newer:
        raise refusals.Overtaken(**_by_whom(newer, checked_at, gathered))


def _by_whom(newer: Set[OwnerId], since: datetime, gathered: snapshots.Gathered) -> dict[str, Any]:
    """Name the decisions that came first and the units that they changed."""
    about = Q(unit__in=newer) | Q(subject__in=newer)
    changed = Change.objects.filter(about, recorded_at__gt=since).values("decision")
    received = Succession.rows.filter(result__in=newer, recorded_from__gt=since).values("decision")
    later = Decision.objects.filter(Q(pk__in=changed) | Q(pk__in=received)).order_by("signed_at", "number")
    labels = sorted(gathered.label(owner) for owner in newer)
    named = later.select_related("type").defer("operations")[:5]
    return {"decisions": [str(one) for one in named], "units": labels[:10]}
