"""Files of a unit's tray: held while they are worked on, put aside with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from tinhgon.audit.actions import record
from tinhgon.audit.codes import Act
from tinhgon.core.names import nfc
from tinhgon.core.reach import EDIT, Reach
from tinhgon.documents.models import Intake
from tinhgon.documents.refusals import (
    CONSTRAINTS,
    IntakeSettled,
    MayNotTakeIn,
    NoSuchIntake,
    ReasonMissing,
)
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User

OPEN = (Intake.State.WAITING, Intake.State.UNREADABLE)


def drop(pk: UUID, *, reason: str, by: User | None, reach: Reach) -> Intake:
    """Put a file aside for good; it stays in the tray's record with the reason.

    :raises NoSuchIntake, MayNotTakeIn, IntakeSettled, ReasonMissing: it cannot be.
    """
    if not (said := nfc(reason)):
        raise ReasonMissing
    with whole(CONSTRAINTS):
        held = hold(pk, reach)
        held.state, held.reason = Intake.State.DROPPED, said
        held.settled_by, held.settled_at = by, timezone.now()
        held.save(update_fields=["state", "reason", "settled_by", "settled_at"])
        note(Act.REJECT, held.keeper_id, by, "dropped")
    return held


def hold(pk: UUID, reach: Reach) -> Intake:
    """Read a file of the tray as it stands, and keep it so until the transaction ends.

    :raises NoSuchIntake: there is none within reach.
    :raises MayNotTakeIn: whoever asks may not keep documents for its unit.
    :raises IntakeSettled: it was confirmed or dropped.
    """
    held = Intake.objects.select_for_update().defer("content").filter(pk=pk).first()
    if held is None:
        raise NoSuchIntake
    assert_may_keep(held.keeper_id, reach)
    if held.state not in OPEN:
        raise IntakeSettled(name=held.name)
    return held


def assert_may_keep(keeper: UUID, reach: Reach) -> None:
    """Let only clerks of a unit keep its documents.

    :raises MayNotTakeIn: somebody may not.
    """
    if not reach.may(EDIT, keeper):
        raise MayNotTakeIn


def note(act: Act, keeper: UUID | None, by: User | None, did: str, *, name: str = "") -> None:
    """Record what was done with a file; its name only where nothing else is kept of it."""
    record(
        act=act, actor=by.pk if by else None, actor_name=by.get_full_name() if by else "", unit=keeper,
        what=["intake", did], note=name[:200], route="documents:intake",
    )  # fmt: skip
