"""An obligation reported done by its bearer, and confirmed or not by who gave it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from tinhgon.core.reach import READ, Reach
from tinhgon.directives import refusals
from tinhgon.directives.actions.holding import Hand, Kind, State, done, hold_as_assigner, hold_as_bearer
from tinhgon.directives.actions.moving import RUNNING
from tinhgon.directives.actions.repeating import repeat
from tinhgon.directives.models import Obligation
from tinhgon.documents.models import Document
from tinhgon.temporal.naming import whole


def report_done(
    pk: UUID, hand: Hand, *, done_on: date | None = None, answer: UUID | None = None,
    reached: Decimal | None = None, note: str = "",
) -> Obligation:  # fmt: skip
    """
    Report that an obligation was met, on a day, by a document of the register where it is to issue one.

    A document that the bearer's own unit issued closes what asked for it: the register shows it.
    So does the report of who gave the obligation to his own unit. All else waits to be confirmed.

    :param done_on: the day; left out, that on which the answer was issued, or the hand's.
    :raises Refused: as `hold_as_bearer` does.
    :raises NeedsAnAnswer, NotAnAnswer, NeedsAFigure, PartsAreOpen: something is missing.
    :raises DoneBeforeAssigned, DoneInFuture: the day cannot be.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_bearer(pk, hand, State.OPEN)
        held.answer = _answer(answer, hand.reach) if answer else None
        _assert_shown(held, reached)
        day = done_on or (held.answer and held.answer.issued_on) or hand.on
        _assert_possible(held, day, hand.on)
        held.state, held.done_on, held.reached = State.REPORTED, day, reached
        done(held, Kind.REPORTED, hand, reason=note)
        return _confirmed(held, hand, str(held.answer or "")) if _closes(held) else held


def confirm(pk: UUID, hand: Hand, *, note: str = "") -> Obligation:
    """Agree that an obligation was met on the day that was reported; what comes again begins anew.

    :raises Refused: as `hold_as_assigner` does.
    """
    with whole(refusals.CONSTRAINTS):
        return _confirmed(hold_as_assigner(pk, hand, State.REPORTED), hand, note)


def refuse(pk: UUID, hand: Hand, *, reason: str) -> Obligation:
    """Say that what was reported does not meet the obligation; it stays to be done.

    :raises Refused: as `hold_as_assigner` does.
    :raises NeedsAReason: none is given.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_assigner(pk, hand, State.REPORTED)
        held.state, held.done_on, held.answer, held.reached = State.OPEN, None, None, None
        return done(held, Kind.REFUSED, hand, reason=reason)


def _confirmed(held: Obligation, hand: Hand, note: str) -> Obligation:
    held.state = State.DONE
    done(held, Kind.CONFIRMED, hand, reason=note)
    repeat(held, hand)
    return held


def _closes(held: Obligation) -> bool:
    issued_here = held.answer is not None and held.answer.keeper_id == held.unit_id
    asked_for = held.kind == Obligation.Kind.ISSUE and issued_here
    return asked_for or held.assigner_id == held.unit_id


def _answer(pk: UUID, reach: Reach) -> Document:
    found = Document.objects.filter(pk=pk, state=Document.State.REGISTERED).first()
    if found is None or not reach.may(READ, found.keeper_id):
        raise refusals.NotAnAnswer
    return found


def _assert_shown(held: Obligation, reached: Decimal | None) -> None:
    if held.kind == Obligation.Kind.ISSUE and held.answer is None:
        raise refusals.NeedsAnAnswer
    if held.kind == Obligation.Kind.TARGET and reached is None:
        raise refusals.NeedsAFigure
    if waiting := Obligation.objects.filter(parent=held, state__in=RUNNING).count():
        raise refusals.PartsAreOpen(count=waiting)


def _assert_possible(held: Obligation, day: date, on: date) -> None:
    if day > on:
        raise refusals.DoneInFuture(done=day)
    # Nobody waits for a paper's way through the registry: what was done since the directive's day counts.
    first = min(held.assigned_on, held.directive.issued_on or held.assigned_on)
    if day < first:
        raise refusals.DoneBeforeAssigned(done=day, assigned=first)
