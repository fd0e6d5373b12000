"""What shows that an obligation was met: a document of the register, a file, or a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID
from zipfile import BadZipFile, ZipFile

from tinhgon.core.names import nfc
from tinhgon.core.reach import EDIT, READ
from tinhgon.directives import refusals
from tinhgon.directives.actions.holding import Hand, Kind, State, done, hold, standing
from tinhgon.directives.models import Cooperator, Evidence, Obligation
from tinhgon.directives.queries.places import name_of
from tinhgon.directives.queries.sight import may_assign, may_bear
from tinhgon.documents.models import Document
from tinhgon.temporal.naming import whole

MEGABYTE = 1024 * 1024
LARGEST = 5  # megabytes
TAIL = 1024  # bytes at the end in which the last mark stands
# A file is what its content says, whatever its name; what a browser or Word would run is not among them.
MARKS: Mapping[str, tuple[bytes, bytes]] = {
    "application/pdf": (b"%PDF-", b"%%EOF"),
    "image/jpeg": (b"\xff\xd8\xff", b"\xff\xd9"),
    "image/png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
}
OFFICE = "application/vnd.openxmlformats-officedocument."
PARTS: Mapping[str, str] = {
    "word/document.xml": f"{OFFICE}wordprocessingml.document",
    "xl/workbook.xml": f"{OFFICE}spreadsheetml.sheet",
}
MACROS = ("vbaproject.bin", "activex")


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    content: bytes


def add_evidence(
    pk: UUID, hand: Hand, *, document: UUID | None = None, file: File | None = None, note: str = ""
) -> Evidence:  # fmt: skip
    """Keep something that shows how far an obligation is met; whoever bears it, helps or gave it may add.

    :raises NoSuchObligation, ObligationOvertaken, MayNotBear, NotInThisState: it is not the user's to add to.
    :raises NotAnAnswer: the document is not registered, or out of reach.
    :raises FileTooLarge, NotAFileOfOurs, NoEvidence: what is added will not do.
    """
    media_type = kind_of(file.content) if file else ""
    with whole(refusals.CONSTRAINTS):
        held = standing(hold(pk, hand), *(state for state in State if state != State.CANCELLED))
        _assert_concerned(held, hand)
        if document and not _registered(document, hand):
            raise refusals.NotAnAnswer
        made = Evidence.objects.create(
            obligation=held, document_id=document, name=nfc(file.name)[-250:] if file else "",
            media_type=media_type, content=file.content if file else None, note=nfc(note.strip()),
            added_by=hand.by,
        )  # fmt: skip
        done(held, Kind.EVIDENCED, hand, reason=made.name or made.note[:250])
    return made


def kind_of(content: bytes) -> str:
    """Tell what a file is by its content.

    :raises FileTooLarge, NotAFileOfOurs: it is too large, or none that is taken.
    """
    if len(content) > LARGEST * MEGABYTE:
        raise refusals.FileTooLarge(limit=LARGEST)
    for media_type, (first, last) in MARKS.items():
        if content.startswith(first) and last in content[-TAIL:]:
            return media_type
    return _office_kind(content)


def _office_kind(content: bytes) -> str:
    try:
        names = [name.lower() for name in ZipFile(BytesIO(content)).namelist()]
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise refusals.NotAFileOfOurs from None
    if not any(mark in name for name in names for mark in MACROS):
        for part, media_type in PARTS.items():
            if part in names:
                return media_type
    raise refusals.NotAFileOfOurs


def _assert_concerned(held: Obligation, hand: Hand) -> None:
    helpers = Cooperator.objects.filter(obligation=held).values_list("unit_id", flat=True)
    helps = any(hand.reach.may(EDIT, unit) for unit in helpers)
    if not (helps or may_bear(held, hand.reach) or may_assign(held, hand.reach)):
        raise refusals.MayNotBear(unit=name_of(held.unit_id, on=hand.on))


def _registered(document: UUID, hand: Hand) -> bool:
    found = Document.objects.filter(pk=document, state=Document.State.REGISTERED).first()
    return found is not None and hand.reach.may(READ, found.keeper_id)
