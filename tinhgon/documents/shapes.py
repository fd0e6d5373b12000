"""Documents as plain values, for programs."""

from __future__ import annotations

from typing import Any

from tinhgon.documents.models import Document, Reference

LISTED = (
    "direction", "state", "type", "number", "issuer", "issued_on", "abstract", "effective_on", "ended_on",
    "arrival_number", "arrived_on",
)  # fmt: skip
WHOLE = ("signer", "signer_title", "place", "recipients", "urgency", "text")
CITED = ("role", "type", "number", "issuer", "day", "title", "words")


def document(one: Document) -> dict[str, Any]:
    """Give a document as lists have it."""
    known = {"id": one.pk, "keeper": one.keeper_id, "ended_by": one.ended_by_id}
    return known | {name: getattr(one, name) for name in LISTED}


def whole(one: Document) -> dict[str, Any]:
    """Give a document with its text and what it cites."""
    references = [reference(cited) for cited in one.references.order_by("start", "pk")]
    return document(one) | {name: getattr(one, name) for name in WHOLE} | {"references": references}


def reference(one: Reference) -> dict[str, Any]:
    """Give a reference, and what it means where that is known."""
    meant = {"document": one.cited_id, "decision": one.decision_id, "place": [one.start, one.end]}
    return {name: getattr(one, name) for name in CITED} | meant
