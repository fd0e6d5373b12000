"""The pages on which documents are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.core.reach import SIGN
from tinhgon.documents.actions.books import next_number
from tinhgon.documents.actions.drafting import Data, letter_of
from tinhgon.documents.forms.writing import fields_of
from tinhgon.documents.models import Document
from tinhgon.documents.pages.reading_back import read_back
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.kind import Kind
from tinhgon.register.models import UnitVersion

# Of the last document of a unit, what the next one most likely has again.
AGAIN = (
    "layout", "superior", "issuer", "symbol", "place", "authority", "signer_title", "signer", "recipients",
    "filing", "competence",
)  # fmt: skip
GIVEN = ("abstract", "subject", "bases", "addressees", "source", "opening")  # may come with the address


def kinds_page() -> list[dict[str, str]]:
    """Give the kinds of documents that the house writes."""
    vi = (get_language() or "vi").startswith("vi")
    return [{"code": one.code, "name": one.vi if vi else one.en} for one in KINDS.values()]


def form_page(kind: Kind, data: Data, *, more: str = "") -> dict[str, Any]:
    """Give the form of a kind with data in it: the frame, then what is its own."""
    shown = fields_of(kind, data, more=more)
    own = {one.code for one in kind.own}
    vi = (get_language() or "vi").startswith("vi")
    return {
        "kind": kind,
        "kind_name": kind.vi if vi else kind.en,
        "frame": [one for one in shown if one.field.code not in own],
        "own": [one for one in shown if one.field.code in own],
    }


def draft_page(request: ReachRequest, document: Document) -> dict[str, Any]:
    """Give what is known of a draft besides its form: its next number, and what the reader reads in it."""
    letter = letter_of(document)
    today = timezone.localdate()
    number = next_number(document.keeper_id, document.type, letter.symbol, today)
    party = letter.layout == "party"
    return {
        "document": document,
        "letter": letter,
        "today": today,
        "number": number if number or party else 1,
        "needs_book": party and number is None,
        "may_issue": request.reach.may(SIGN, document.keeper_id),
        "read_back": read_back(letter),
        "units": [document.keeper_id],
    }


def usual(kind: Kind, keeper: UUID, asked: Data) -> dict[str, Any]:
    """Give what a new document of a unit begins with: its name, what its last one had, what was asked for."""
    data: dict[str, Any] = {"layout": kind.layouts[0], "issuer": names_of([keeper]).get(keeper, "")}
    last = Document.objects.filter(keeper=keeper, direction=Document.Direction.OUTGOING).exclude(letter={})
    same = last.filter(kind=kind.code).order_by("-added_at").first()
    if near := same or last.order_by("-added_at").first():
        data |= {name: value for name, value in near.letter.items() if name in AGAIN and value}
    if not same and "symbol" in data and kind.symbol:
        data["symbol"] = _symbol(kind, data)
    return data | {name: value for name, value in asked.items() if name in GIVEN and value}


def faults_of(refused: Refused) -> list[str]:
    """Say why a document cannot be made, in the language of the page."""
    return [refused.message(get_language() or "vi")]


def _symbol(kind: Kind, data: Data) -> str:
    parted = "/" if data["layout"] == "party" else "-"
    _, _, body = str(data["symbol"]).partition(parted)
    return f"{kind.symbol}{parted}{body}"


def names_of(units: Iterable[UUID]) -> dict[UUID, str]:
    """Name units as they are called today."""
    found = UnitVersion.objects.on(timezone.localdate()).filter(unit__in=set(units))
    return dict(found.values_list("unit_id", "name"))
