"""Drafts: written, changed, checked, thrown away; nothing of it touches the register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.apply import Changes, apply
from tinhgon.core.names import nfc
from tinhgon.core.refusals import OperationRefused
from tinhgon.register import refusals
from tinhgon.register.models import Decision
from tinhgon.register.queries import snapshots
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AbstractUser

CORRECTING = "register.correct_register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What makes a document the one it is, and what it says of itself."""

    type: str
    number: str
    issuer: str
    issued_on: date
    effective_on: date
    title: str
    source: str = Decision.Source.ACT
    source_note: str = ""
    corrects: UUID | None = None

    def columns(self) -> dict[str, Any]:
        """Give the columns of a decision."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        # Written in one way only, or one document could be entered twice.
        values |= {name: nfc(values[name]) for name in ("number", "issuer", "title")}
        return {"type_id": values.pop("type"), "corrects_id": values.pop("corrects"), **values}


def draft(
    *, head: Head, operations: Sequence[ops.Operation], actor: AbstractBaseUser | None
) -> Decision:  # fmt: skip
    """Write a new draft.

    :raises MayNotCorrect: it corrects the register, and the actor has no right to.
    :raises DuplicateDocument: a document of this number, type, issuer and date exists.
    """
    assert_may(actor, operations)
    decision = Decision(**head.columns(), operations=ops.write(tuple(operations)), drafted_by=actor)  # type: ignore[misc]
    with whole(refusals.CONSTRAINTS):
        decision.save(force_insert=True)
    return decision


def redraft(
    *, decision: Decision, head: Head, operations: Sequence[ops.Operation], actor: AbstractBaseUser | None
) -> Decision:  # fmt: skip
    """Change a draft; what was checked must be checked again.

    :raises MayNotCorrect: it corrects the register, and the actor has no right to.
    :raises AlreadySigned, NoSuchDraft: it is no draft any more.
    :raises DuplicateDocument: another document bears this number, type, issuer and date.
    """
    assert_may(actor, operations)
    with whole(refusals.CONSTRAINTS):
        _hold(decision)
        for name, value in head.columns().items():
            setattr(decision, name, value)
        decision.operations = ops.write(tuple(operations))
        decision.state, decision.checked_at = Decision.State.DRAFT, None
        decision.save(force_update=True)
    return decision


def check(*, decision: Decision) -> Changes:
    """Apply a draft to the register as it stands; if it holds, it is ready to be signed.

    :raises OperationRefused: an operation is impossible; it is a mere draft again.
    :raises AlreadySigned, NoSuchDraft: it is no draft any more.
    """
    outcome: Changes | OperationRefused
    with whole(refusals.CONSTRAINTS):
        _hold(decision)
        # Read before the register is: what is signed in between counts as newer than the check.
        decision.state, decision.checked_at = Decision.State.CHECKED, _last_recorded()
        try:
            outcome = preview(ops.read(decision.operations), on=decision.effective_on, decision=decision)
        except OperationRefused as refused:
            decision.state, decision.checked_at, outcome = Decision.State.DRAFT, None, refused
        decision.save(update_fields=["state", "checked_at"])
    if isinstance(outcome, OperationRefused):
        raise outcome
    return outcome


def preview(operations: Sequence[ops.Operation], *, on: date, decision: Decision) -> Changes:
    """Tell what operations would change, and write nothing.

    :raises OperationRefused: an operation is impossible.
    """
    snapshot = snapshots.gather(operations).snapshot
    return apply(snapshot, operations, on=on, decision=decision.pk)


def discard(*, decision: Decision) -> None:
    """Throw a draft away.

    :raises AlreadySigned, NoSuchDraft: it is no draft any more.
    """
    with whole(refusals.CONSTRAINTS):
        _hold(decision)
        decision.delete()


def assert_may(actor: AbstractBaseUser | None, operations: Iterable[ops.Operation]) -> None:
    """Let only those correct the register who have the right to; no actor is the program itself.

    :raises MayNotCorrect: one operation corrects, and the actor has no right to.
    """
    corrects = any(isinstance(operation, ops.Correct | ops.CorrectAppointment) for operation in operations)
    if corrects and actor is not None and not cast("AbstractUser", actor).has_perm(CORRECTING):
        raise refusals.MayNotCorrect


def _hold(decision: Decision) -> None:
    """Read a draft as it stands and keep it so: whoever changes, checks or signs it waits for the others."""
    try:
        decision.refresh_from_db(from_queryset=Decision.objects.select_for_update())
    except Decision.DoesNotExist:
        raise refusals.NoSuchDraft from None
    if decision.is_signed:
        raise refusals.AlreadySigned(decision=decision.number)


def _last_recorded() -> Any:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT CASE WHEN isfinite(last) THEN last ELSE 'epoch'::timestamptz END FROM temporal_clock"
        )
        return cursor.fetchone()[0]
