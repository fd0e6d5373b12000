"""A document's page: its head, its text with what it cites, its chain, what may end by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import EDIT
from tinhgon.documents.models import Document, Reference
from tinhgon.documents.pages.marked import Mark, paragraphs
from tinhgon.documents.queries.chains import chain, cited_by, cites
from tinhgon.register.queries.units import names
from tinhgon.texts.values import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the chain, as the timeline shows it."""

    on: date | None
    title: str
    url: str
    note: str
    is_current: bool = False
    is_major: bool = True
    is_future: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """A document that this one says it replaces, and that still stands."""

    document: Document
    words: str
    may: bool


def document_page(request: ReachRequest, document: Document) -> dict[str, Any]:
    """Gather the page."""
    references = list(cites(document))
    units = {document.keeper_id, *([document.issuer_unit_id] if document.issuer_unit_id else [])}
    called = names(units, on=request.today, as_of=request.as_of)
    day = request.as_of.valid
    return {
        "document": document, "keeper": called.get(document.keeper_id, ""), "day": day,
        "in_force": document.in_force_on(day), "references": [(one, url_of(one)) for one in references],
        "cited_by": list(cited_by(document, request.reach)[:200]),
        "paragraphs": paragraphs(document.text, _marks(references)),
        "chain": _entries(chain(document, request.reach), document),
        "endings": list(_endings(request, document, references)),
        "may_end": request.reach.may(EDIT, document.keeper_id) and document.ended_on is None,
        "obliges": _obliges(document),
        "has_file": document.intake_id is not None and request.reach.sees(document.keeper_id),
    }  # fmt: skip


def url_of(reference: Reference) -> str:
    """Give where a reference leads, empty where it still waits or what is meant is out of reach."""
    if reference.cited:  # and in sight
        return reverse("documents:document", args=[reference.cited.pk])
    return reverse("register:decision", args=[reference.decision_id]) if reference.decision_id else ""


def _marks(references: Sequence[Reference]) -> Iterator[Mark]:
    for place, one in enumerate(references, start=1):
        if one.end > one.start:
            yield Mark(Span(one.start, one.end), f"r{place}", "citation", url_of(one))


def _entries(found: Sequence[Document], document: Document) -> list[Entry]:
    """Word the chain, the newest first; one that stands alone has none."""
    return [_entry(one, document.pk) for one in reversed(found)] if len(found) > 1 else []


def _entry(one: Document, current: UUID) -> Entry:
    note = gettext("hết hiệu lực từ %(day)s") % {"day": f"{one.ended_on:%d/%m/%Y}"} if one.ended_on else ""
    url = "" if one.pk == current else reverse("documents:document", args=[one.pk])
    title = f"{one.number}: {one.abstract}" if one.number else one.abstract
    return Entry(one.effective_on or one.issued_on, title, url, note, is_current=one.pk == current)


def _endings(request: ReachRequest, document: Document, references: Sequence[Reference]) -> Iterator[Ending]:
    for one in references:
        if one.role == Reference.Role.REPLACES and one.cited and one.cited.ended_on is None:
            yield Ending(one.cited, one.words, request.reach.may(EDIT, one.cited.keeper_id))


def _obliges(document: Document) -> str:
    """Give where what a document obliges to is told: its block is loaded from there; drafts oblige nobody."""
    if document.state != Document.State.REGISTERED:
        return ""
    try:
        return reverse("directives:of_document", args=[document.pk])
    except NoReverseMatch:  # whoever takes the tasks has no page for them
        return ""
