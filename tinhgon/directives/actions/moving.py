"""An obligation returned by its bearer, put on another unit, opened again or given up."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from tinhgon.access.refusals import NeedsAReason
from tinhgon.core.names import nfc
from tinhgon.directives import refusals
from tinhgon.directives.actions.holding import Hand, Kind, State, done, hold_as_assigner, hold_as_bearer
from tinhgon.directives.models import Act, Obligation
from tinhgon.directives.queries.places import alive, name_of
from tinhgon.temporal.naming import whole

RUNNING = (State.OPEN, State.RETURNED, State.REPORTED)


def return_(pk: UUID, hand: Hand, *, reason: str) -> Obligation:
    """Give an obligation back to who gave it, who then extends, reassigns, cancels or insists.

    :raises Refused: as `hold_as_bearer` does.
    :raises NeedsAReason: none is given.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_bearer(pk, hand, State.OPEN)
        held.state = State.RETURNED
        return done(held, Kind.RETURNED, hand, reason=reason)


def reassign(pk: UUID, hand: Hand, *, unit: UUID, reason: str) -> Obligation:
    """Put an obligation on another unit; what the first had handed on of it is given up.

    :raises Refused: as `hold_as_assigner` does.
    :raises AlreadyBears, UnitNotThere, NeedsAReason: it cannot be.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_assigner(pk, hand, State.OPEN, State.RETURNED)
        if unit == held.unit_id:
            raise refusals.AlreadyBears(unit=name_of(unit, on=hand.on))
        if not alive([unit], on=hand.on):
            raise refusals.UnitNotThere(unit=name_of(unit, on=hand.on), day=hand.on)
        _give_up_parts(held, hand, reason)
        before, held.unit_id, held.person_id, held.state = held.unit_id, unit, None, State.OPEN
        return done(
            held, Kind.REASSIGNED, hand, reason=reason, role=Act.Role.BEARS, unit_before_id=before,
            unit_after_id=unit,
        )  # fmt: skip


def reopen(pk: UUID, hand: Hand, *, reason: str) -> Obligation:
    """Have an obligation done after all: one that was confirmed, given up, or returned without need.

    :raises Refused: as `hold_as_assigner` does.
    :raises NeedsAReason: none is given.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_assigner(pk, hand, State.DONE, State.CANCELLED, State.RETURNED)
        held.state, held.done_on, held.answer, held.reached = State.OPEN, None, None, None
        return done(held, Kind.REOPENED, hand, reason=reason)


def cancel(pk: UUID, hand: Hand, *, reason: str) -> Obligation:
    """Give an obligation up, with all its parts that are not done.

    :raises Refused: as `hold_as_assigner` does.
    :raises NeedsAReason: none is given.
    """
    with whole(refusals.CONSTRAINTS):
        held = hold_as_assigner(pk, hand, *RUNNING)
        _give_up_parts(held, hand, reason)
        held.state, held.done_on = State.CANCELLED, None
        return done(held, Kind.CANCELLED, hand, reason=reason)


def _give_up_parts(held: Obligation, hand: Hand, reason: str) -> None:
    """Give up all below that is not done: by the database itself, for its giver does not see it all."""
    if not reason.strip():
        raise NeedsAReason
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT directives_give_up_parts(%s, %s, %s)",
            [held.pk, nfc(reason.strip()), hand.by.pk if hand.by else None],
        )
