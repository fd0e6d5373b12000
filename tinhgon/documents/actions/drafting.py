"""Documents written here: drafted, mended, thrown away; what is filled in is kept, the paper made of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from tinhgon.core.names import nfc
from tinhgon.core.reach import EDIT, Reach
from tinhgon.documents.actions.keeping import GIVEN_LATER, Data, changed, kept, stamp_of
from tinhgon.documents.models import Document
from tinhgon.documents.queries.registry import document_within
from tinhgon.documents.refusals import NoSuchDocument
from tinhgon.documents.writing_refusals import (
    CONSTRAINTS,
    DraftChanged,
    MayNotWrite,
    NoSuchKind,
    NotADraft,
    SymbolTooLong,
)
from tinhgon.office.letters import Letter
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.kind import Kind
from tinhgon.temporal.naming import whole

if TYPE_CHECKING:
    from tinhgon.access.models import User

LONGEST_SYMBOL = 60
URGENCIES = {
    "": Document.Urgency.NORMAL, "KHẨN": Document.Urgency.URGENT,
    "THƯỢNG KHẨN": Document.Urgency.VERY_URGENT, "HỎA TỐC": Document.Urgency.EXPRESS,
}  # fmt: skip


def write_draft(
    *, kind: str, data: Data, keeper: UUID, by: User | None, reach: Reach, decision: UUID | None = None
) -> Document:
    """Write a new draft of a unit.

    :param data: by the fields of the kind.
    :raises NoSuchKind, FieldsMissing, FieldMalformed: no document can be made of it.
    :raises MayNotWrite: whoever asks does not work for the unit.
    """
    if not reach.may(EDIT, keeper):
        raise MayNotWrite
    document = Document(
        keeper_id=keeper, issuer_unit_id=keeper, direction=Document.Direction.OUTGOING, kind=kind,
        decision_id=decision, added_by=by,
    )  # fmt: skip
    with whole(CONSTRAINTS):
        return fill(document, data)


def mend_draft(pk: UUID, *, data: Data, reach: Reach, seen: str = "") -> Document:
    """Fill a draft in anew.

    :param seen: the stamp of what was changed; somebody else may have changed it since.
    :raises DraftChanged: somebody has; nothing is written.
    :raises NoSuchDocument, MayNotWrite, NotADraft: it cannot be changed.
    :raises FieldsMissing, FieldMalformed, SymbolTooLong, TooMuchWritten: no document can be made of it.
    """
    with whole(CONSTRAINTS):
        return fill(held_draft(pk, reach, seen, data), data)


def throw_away(pk: UUID, *, reach: Reach, seen: str = "") -> None:
    """Throw a draft away.

    :raises NoSuchDocument, MayNotWrite, NotADraft, DraftChanged: it cannot be.
    """
    with whole(CONSTRAINTS):
        held_draft(pk, reach, seen).delete()


def held_draft(pk: UUID, reach: Reach, seen: str = "", data: Data | None = None) -> Document:
    """Read a draft, and keep it so until the transaction ends.

    :param seen: the stamp of the draft as somebody saw it; an empty one asks for nothing.
    :param data: what is to be written into it, so that a refusal can name where both differ.
    :raises NoSuchDocument, MayNotWrite, NotADraft, DraftChanged: there is none to be worked on.
    """
    document_within(pk, reach)
    held = Document.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if held is None:  # thrown away while we waited for whoever held it
        raise NoSuchDocument
    if not reach.may(EDIT, held.keeper_id):
        raise MayNotWrite
    if held.state != Document.State.DRAFT or not held.kind:
        raise NotADraft(document=held)
    if seen and seen != stamp_of(held.letter):
        raise DraftChanged(fields=changed(kind_of(held.kind), held.letter, data))
    return held


def kind_of(code: str) -> Kind:
    """Give the kind of a document.

    :raises NoSuchKind: there is none of that name.
    """
    if code not in KINDS:
        raise NoSuchKind(kind=code)
    return KINDS[code]


def letter_of(document: Document, *, number: str = "", day: date | None = None) -> Letter:
    """Make the paper of a document: as it was issued, or a draft with its mark."""
    data = {name: value for name, value in document.letter.items() if name not in GIVEN_LATER}
    if number:
        data |= {"number": number, "day": day.isoformat() if day else ""}
    else:
        data["watermark"] = "DỰ THẢO"
    return kind_of(document.kind).build(data)


def fill(document: Document, data: Data) -> Document:
    """Write a draft: what was filled in, and what the registry says of it."""
    document.letter = kept(data)
    letter = letter_of(document)
    if len(letter.symbol) > LONGEST_SYMBOL:
        raise SymbolTooLong(found=letter.symbol[:80], most=LONGEST_SYMBOL)
    document.type = kind_of(document.kind).symbol[:12]
    document.issuer, document.abstract = nfc(letter.issuer)[:250], nfc(letter.abstract)
    document.signer = nfc(letter.signer)[:120]
    document.signer_title = nfc(", ".join(letter.signer_title))[:250]
    document.place, document.recipients = nfc(letter.place)[:120], [nfc(one) for one in letter.recipients]
    document.urgency = URGENCIES[letter.urgency]
    document.save()
    return document
