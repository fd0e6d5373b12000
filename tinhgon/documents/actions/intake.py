"""Files taken in: kept whatever they are, read where that can be, entered only when a person confirms."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from tinhgon.audit.codes import Act
from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.documents.actions.reading import assert_fits, read_content
from tinhgon.documents.actions.tray import assert_may_keep, note
from tinhgon.documents.models import Intake
from tinhgon.documents.refusals import CONSTRAINTS, AlreadyTakenIn
from tinhgon.temporal.naming import whole
from tinhgon.texts.files.refusals import FileRefused

if TYPE_CHECKING:
    from tinhgon.access.models import User


def take_in(name: str, content: bytes, *, keeper: UUID, by: User | None, reach: Reach) -> Intake:
    """Keep a file in a unit's tray, with what was read in it or why nothing could be.

    :raises MayNotTakeIn: whoever brings it may not keep documents for the unit.
    :raises FileTooLarge: it is not kept.
    :raises SecretPaper: it bears a mark of secrecy; nothing of it is kept but its name in the record.
    :raises AlreadyTakenIn, TakenInMeanwhile: the very file is in the tray.
    """
    name = nfc(name)[-250:] or "?"
    assert_may_keep(keeper, reach)
    assert_fits(name, content)
    digest = sha256(content).hexdigest()
    _assert_new(keeper, digest)
    values = _read(name, content, keeper, by)  # before the transaction: a refusal's record is to stay
    with whole(CONSTRAINTS):
        made = Intake.objects.create(
            keeper_id=keeper, name=name, size=len(content), sha256=digest, content=content, added_by=by,
            **values,
        )  # fmt: skip
        note(Act.IMPORT, keeper, by, made.state)
    return made


def _assert_new(keeper: UUID, digest: str) -> None:
    known = Intake.objects.filter(keeper=keeper, sha256=digest).exclude(state=Intake.State.DROPPED)
    if same := known.only("name", "added_at").first():
        raise AlreadyTakenIn(name=same.name, moment=f"{timezone.localtime(same.added_at):%d/%m/%Y %H:%M}")


def _read(name: str, content: bytes, keeper: UUID, by: User | None) -> dict[str, Any]:
    """Give the fields that tell what is in a file."""
    try:
        found = read_content(name, content, unit=keeper, by=by)
    except FileRefused as refused:
        return {"state": Intake.State.UNREADABLE, "fault": refused.as_json()}
    return {"text": found.text, "media_type": found.media_type, "reading": found.reading}
