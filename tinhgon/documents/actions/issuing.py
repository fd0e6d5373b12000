"""A draft issued: it gets its number and day, goes into the registry, and stays as it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone

from tinhgon.audit.actions import record
from tinhgon.audit.codes import Act
from tinhgon.core.reach import SIGN, Reach
from tinhgon.documents.actions.books import take_number
from tinhgon.documents.actions.drafting import fill, held_draft, letter_of
from tinhgon.documents.actions.entering import refer, register
from tinhgon.documents.actions.keeping import Data
from tinhgon.documents.findings.citations import cited_in
from tinhgon.documents.keys import number_key
from tinhgon.documents.models import Document
from tinhgon.documents.writing_refusals import CONSTRAINTS, DayAhead, MayNotIssue, NoSymbol
from tinhgon.office.letters import docx
from tinhgon.temporal.naming import whole
from tinhgon.texts.files import open_file
from tinhgon.texts.plain import as_json
from tinhgon.texts.reading import read

if TYPE_CHECKING:
    from tinhgon.access.models import User


def issue(
    pk: UUID, *, on: date, by: User | None, reach: Reach, seen: str = "", data: Data | None = None
) -> Document:
    """Issue a draft: number, day, registry and references, all of it or nothing.

    Two who issue at once wait for each other; a number that was given is on a document.

    :param seen: the stamp of what the signer saw; data: what he mended in it, written first.
    :raises MayNotIssue: whoever asks does not sign for the unit.
    :raises DayAhead, BeforeTheLast: no number can be given for that day.
    :raises NoSymbol, NoTerm: it is not known from which book.
    :raises NoSuchDocument, NotADraft, DraftChanged: there is no draft, or it is another than was seen.
    """
    if on > timezone.localdate():
        raise DayAhead(day=on)
    with whole(CONSTRAINTS):
        held = held_draft(pk, reach, seen, data)
        if not reach.may(SIGN, held.keeper_id):
            raise MayNotIssue
        if data is not None:
            fill(held, data)
        _number(held, on, by)
        held.text = open_file(docx(letter_of(held, number=held.letter["number"], day=on))).text
        register(held, by=by)
        refer(held, cited_in(as_json(read(held.text)), {}))
        record(
            act=Act.CONFIRM, actor=by.pk if by else None, actor_name=by.get_full_name() if by else "",
            unit=held.keeper_id, what=["document", "issued"], route="documents:publish",
        )  # fmt: skip
    return held


def _number(held: Document, on: date, by: User | None) -> None:
    """Take a number and write it into the draft, with the days from which it is and holds."""
    draft = letter_of(held)
    if not draft.symbol:
        raise NoSymbol
    held.issued_on, held.effective_on = on, _holds_from(held) or on
    number = f"{take_number(held, layout=draft.layout, symbol=draft.symbol, by=by):02}"
    held.number = f"{number}{'/' if draft.layout == 'state' else '-'}{draft.symbol}"
    held.number_key = number_key(held.number)
    held.letter |= {"number": number, "day": on.isoformat()}


def _holds_from(held: Document) -> date | None:
    """Give the day of effect that a decision names."""
    named = held.letter.get("effective")
    return date.fromisoformat(named) if named else None
