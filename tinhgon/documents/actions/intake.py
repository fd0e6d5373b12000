"""Files taken in: kept whatever they are, read where that can be, entered only when a person confirms."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from tinhgon.audit.codes import Act
from tinhgon.core.errors import Refused
from tinhgon.core.names import nfc
from tinhgon.core.reach import Reach
from tinhgon.documents.actions.tray import assert_may_keep, note
from tinhgon.documents.models import Intake
from tinhgon.documents.refusals import (
    CONSTRAINTS,
    AlreadyTakenIn,
    FileTooLarge,
    SecretPaper,
)
from tinhgon.temporal.naming import whole
from tinhgon.texts.files import Opened, open_file
from tinhgon.texts.plain import as_json
from tinhgon.texts.reading import read

if TYPE_CHECKING:
    from tinhgon.access.models import User

MEGABYTE = 1024 * 1024
LARGEST = 30 * MEGABYTE  # what reaches a page at all is limited in web.uploads
SECRET = "secret"  # noqa: S105  (a notice of the reader, no password)


def take_in(name: str, content: bytes, *, keeper: UUID, by: User | None, reach: Reach) -> Intake:
    """Keep a file in a unit's tray, with what was read in it or why nothing could be.

    :raises MayNotTakeIn: whoever brings it may not keep documents for the unit.
    :raises FileTooLarge: it is not kept.
    :raises SecretPaper: it bears a mark of secrecy; nothing of it is kept but its name in the record.
    :raises AlreadyTakenIn, TakenInMeanwhile: the very file is in the tray.
    """
    name = nfc(name)[-250:] or "?"
    assert_may_keep(keeper, reach)
    if len(content) > LARGEST:
        raise FileTooLarge(name=name, most=LARGEST // MEGABYTE)
    digest = sha256(content).hexdigest()
    _assert_new(keeper, digest)
    values = _read(content)
    if any(notice["code"] == SECRET for notice in values.get("reading", {}).get("notices", ())):
        note(Act.REJECT, keeper, by, "secret", name=name)  # stays, although the file is refused
        raise SecretPaper(name=name)
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


def _read(content: bytes) -> dict[str, Any]:
    """Give the fields that tell what is in a file."""
    try:
        opened: Opened = open_file(content)
    except Refused as refused:
        return {"state": Intake.State.UNREADABLE, "fault": refused.as_json()}
    text = opened.text.replace("\x00", " ")  # PostgreSQL stores no such letter
    return {"text": text, "media_type": opened.media_type, "reading": as_json(read(text))}
