"""Which document or decision a reference means: by number, issuer and day together, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from tinhgon.documents.keys import bears_its_year, is_issuer, names_one, number_key
from tinhgon.documents.models import Document, Reference
from tinhgon.register.models import Decision


def documents_meant(references: Sequence[Reference], keeper: UUID) -> Mapping[int, Document]:
    """Give the document of each reference, by its place in the list; the keeper's own come first."""
    keys = {one.number_key for one in references if names_one(one.number_key, one.day)}
    known = Document.objects.filter(number_key__in=keys, state=Document.State.REGISTERED)
    candidates = sorted(
        known.only("number_key", "issuer", "issued_on", "keeper_id"), key=lambda one: one.keeper_id != keeper
    )
    found: dict[int, Document] = {}
    for place, reference in enumerate(references):
        meant = (one for one in candidates if means(reference, one) and one.pk != reference.document_id)
        if (first := next(meant, None)) is not None:
            found[place] = first
    return found


def decisions_meant(references: Sequence[Reference]) -> Mapping[int, Decision]:
    """Give the signed decision of each reference, by its place in the list."""
    days = {one.day for one in references if one.number_key and one.day}
    signed = Decision.objects.filter(issued_on__in=days, state=Decision.State.SIGNED).exclude(number="")
    known = [(number_key(one.number), one) for one in signed.only("number", "issuer", "issued_on")]
    found: dict[int, Decision] = {}
    for place, reference in enumerate(references):
        for key, one in known:
            same = key == reference.number_key and one.issued_on == reference.day
            if same and is_issuer(one.issuer, reference.issuer):
                found[place] = one
    return found


def waiting_for(document: Document) -> Iterable[Reference]:
    """Give the references that have waited for a document, as far as the caller sees."""
    waiting = Reference.objects.filter(number_key=document.number_key, cited=None, decision=None)
    if not document.number_key:
        return ()
    others = waiting.exclude(document=document)
    return [one for one in others if names_one(one.number_key, one.day) and means(one, document)]


def means(reference: Reference, document: Document) -> bool:
    """Tell whether number, issuer and day of a reference are those of a document."""
    same_day = reference.day == document.issued_on
    unsaid = reference.day is None and bears_its_year(reference.number_key)
    same = reference.number_key == document.number_key and (same_day or unsaid)
    return same and is_issuer(reference.issuer, document.issuer)
