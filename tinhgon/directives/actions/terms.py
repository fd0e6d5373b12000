"""The day by which an obligation is due: asked to be put off, and put off."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from tinhgon.directives import refusals
from tinhgon.directives.actions.holding import Hand, Kind, State, done, hold_as_assigner, hold_as_bearer
from tinhgon.directives.models import Obligation
from tinhgon.temporal.naming import whole


def ask(pk: UUID, hand: Hand, *, until: date, reason: str) -> Obligation:
    """Ask who gave an obligation for a later day; it stays due as it is until that is granted.

    :raises Refused: as `hold_as_bearer` does.
    :raises NoTermToExtend, NotAnExtension, NeedsAReason: what is asked for cannot be.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_bearer(pk, hand, State.OPEN)
        _assert_later(held, until)
        return done(held, Kind.ASKED, hand, reason=reason, due_before=held.due_on, due_after=until)


def extend(pk: UUID, hand: Hand, *, until: date, reason: str) -> Obligation:
    """Put the day off; one that was returned for want of time is open again.

    :raises Refused: as `hold_as_assigner` does.
    :raises NoTermToExtend, NotAnExtension, NeedsAReason: it cannot be.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_assigner(pk, hand, State.OPEN, State.RETURNED)
        _assert_later(held, until)
        before, held.due_on, held.state = held.due_on, until, State.OPEN
        return done(held, Kind.EXTENDED, hand, reason=reason, due_before=before, due_after=until)


def _assert_later(held: Obligation, until: date) -> None:
    if held.due_on is None:
        raise refusals.NoTermToExtend
    if until <= held.due_on:
        raise refusals.NotAnExtension(day=until, due=held.due_on)
