"""The pages on which documents are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.core.reach import SIGN
from tinhgon.core.rulebook import Finding
from tinhgon.core.rules.deadlines import Deadline
from tinhgon.core.rules.numbering.symbol import Written
from tinhgon.documents.actions.books import next_number
from tinhgon.documents.actions.drafting import letter_of
from tinhgon.documents.actions.keeping import Data, stamp_of
from tinhgon.documents.actions.templates import own_template
from tinhgon.documents.forms.writing import Shown, fields_of
from tinhgon.documents.models import Document
from tinhgon.documents.pages.reading_back import read_back
from tinhgon.office.letters import Letter
from tinhgon.office.letters.heads import number_of
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.kind import Kind
from tinhgon.register.models import UnitVersion
from tinhgon.rules.library import book


def kinds_page() -> list[dict[str, str]]:
    """Give the kinds of documents that the house writes."""
    return [{"code": one.code, "name": name_of(one)} for one in KINDS.values()]


def name_of(kind: Kind) -> str:
    """Call a kind in the language of the page."""
    return kind.vi if (get_language() or "vi").startswith("vi") else kind.en


def form_page(kind: Kind, data: Data, *, more: str = "") -> dict[str, Any]:
    """Give the form of a kind with data in it: what is its own, then the frame, folded once it is filled."""
    shown = fields_of(kind, data, more=more)
    own = {one.code for one in kind.own}
    frame = [one for one in shown if one.field.code not in own]
    return {
        "kind": kind,
        "kind_name": name_of(kind),
        "frame": frame,
        "own": [one for one in shown if one.field.code in own],
        "folded": _is_filled(frame),
    }


def draft_page(request: ReachRequest, document: Document) -> dict[str, Any]:
    """Give what is known of a draft besides its form: its next number, and what the reader reads in it."""
    letter = letter_of(document)
    today = timezone.localdate()
    number = next_number(document.keeper_id, document.type, letter.symbol, today)
    needs_book = letter.layout == "party" and number is None and bool(letter.symbol)
    return {
        "document": document,
        "letter": letter,
        "seen": stamp_of(document.letter),
        "today": today,
        "number": None if needs_book or not letter.symbol else number or 1,
        "needs_book": needs_book,
        "may_issue": request.reach.may(SIGN, document.keeper_id),
        "read_back": read_back(letter, own_template(document.kind, letter.layout)),
        "found": [] if needs_book else number_findings(document, letter, number or 1, today),
    }


def number_findings(document: Document, letter: Letter, number: int, on: date) -> Sequence[Finding]:
    """Tell what the rules of numbering say of a draft issued on a day; they warn and stop nothing."""
    law = book()
    written = number_of(replace(letter, number=str(number)))
    kind = KINDS[document.kind]
    facts = Written(number=written[:250], system=letter.layout, type=kind.symbol or None)
    found = list(law.check("numbering.symbol", facts, on=on))
    if document.decision is not None:
        found += law.check("numbering.same_day", Deadline(since=document.decision.issued_on, done=on), on=on)
    return found


def faults_of(refused: Refused) -> list[str]:
    """Say why a document cannot be made, in the language of the page."""
    return [refused.message(get_language() or "vi")]


def names_of(units: Iterable[UUID]) -> dict[UUID, str]:
    """Name units as they are called today."""
    found = UnitVersion.objects.on(timezone.localdate()).filter(unit__in=set(units))
    return dict(found.values_list("unit_id", "name"))


def _is_filled(frame: Sequence[Shown]) -> bool:
    """Tell whether the frame needs no look: who issues and who signs are there, and under which symbol."""
    filled = {one.field.code for one in frame if one.value}
    return {"issuer", "symbol", "signer"} <= filled
