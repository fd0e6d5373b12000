"""What a new document of a unit begins with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tinhgon.documents.models import Document
from tinhgon.documents.pages.writing import names_of
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.kinds.kind import Kind

# Of the last document of a unit, what the next one most likely has again.
AGAIN = (
    "superior", "issuer", "place", "competence", "authority", "signer_title", "signer", "recipients",
    "filing",
)  # fmt: skip
GIVEN = ("abstract", "subject", "bases", "addressees", "source", "opening")  # may come with the address


def usual(kind: Kind, keeper: UUID, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what a document begins with: its unit's name, what the last one had, what was asked for."""
    data: dict[str, Any] = {"layout": kind.layouts[0], "issuer": names_of([keeper]).get(keeper, "")}
    if near := _last(kind, keeper):
        layout = near.letter.get("layout", "state")
        data |= {name: value for name, value in near.letter.items() if name in AGAIN and value}
        if layout in kind.layouts:
            data |= {"layout": layout, "symbol": symbol_like(kind, near)}
    return data | {name: value for name, value in asked.items() if name in GIVEN and value}


def symbol_like(kind: Kind, last: Document) -> str:
    """Give the symbol of a kind by that of a unit's last document.

    Those of the state end in the issuer (BC-SNV), but letters begin with it (SNV-TCBC).
    """
    symbol = str(last.letter.get("symbol", ""))
    if last.kind == kind.code or not symbol:
        return symbol
    party = last.letter.get("layout") == "party"
    first, _, rest = symbol.partition("/" if party else "-")
    if party:
        return f"{kind.symbol or 'CV'}/{rest}"
    issuer = rest if KINDS[last.kind].symbol else first
    return f"{kind.symbol}-{issuer}" if kind.symbol else issuer


def _last(kind: Kind, keeper: UUID) -> Document | None:
    written = Document.objects.filter(keeper=keeper, direction=Document.Direction.OUTGOING, kind__in=KINDS)
    newest = written.order_by("-added_at")
    return newest.filter(kind=kind.code).first() or newest.first()
