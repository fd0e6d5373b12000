"""The registry of documents: which there are, whether each is in force on a day, what it is the source of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tinhgon.core.names import fold, sort_key
from tinhgon.core.rulebook import Book, Dated, Document, Figure, Registry


class State(StrEnum):
    """What the registry says of a document on a day."""

    COMING = "coming"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    UNDATED = "undated"  # no source gives its day


@dataclass(frozen=True, slots=True)
class Listed:
    """A document on a day, and how many figures rest on it."""

    document: Document
    state: State
    figures: int


@dataclass(frozen=True, slots=True)
class Sourced:
    """A value that is written in a document."""

    figure: Figure
    value: Dated


def first_day(document: Document) -> date | None:
    """Give the day from which it holds, or the day that it bears where the former was not read."""
    return document.effective or document.issued


def state(registry: Registry, document: Document, on: date) -> State:
    """Tell what the registry says of a document on a day."""
    since = first_day(document)
    if since is None:
        return State.UNDATED
    if since > on:
        return State.COMING
    gone = (first_day(one) for one in registry.replaced_by.get(document.key, ()))
    return State.REPLACED if any(day and day <= on for day in gone) else State.IN_FORCE


def listed(book: Book, on: date, *, text: str = "", kind: str = "", issuer: str = "") -> list[Listed]:
    """List documents, those issued last first."""
    resting = _resting(book)
    some = (one for one in book.documents.documents.values() if _fits(one, text, kind, issuer))
    ordered = sorted(some, key=lambda one: (one.issued or date.min, one.key), reverse=True)
    return [Listed(one, state(book.documents, one, on), resting.get(one.key, 0)) for one in ordered]


def choices(documents: Iterable[Document]) -> tuple[list[str], list[str]]:
    """Give the types and the issuers that there are."""
    both = [(one.type, one.issuer) for one in documents]
    return sorted({kind for kind, _ in both}), sorted({issuer for _, issuer in both}, key=sort_key)


def source_of(book: Book, key: str) -> list[Sourced]:
    """Give the values that are written in a document, by figure and day."""
    values = (Sourced(figure, value) for figure in book.figures.values() for value in figure.values)
    return sorted(
        (one for one in values if one.value.source.document == key),
        key=lambda one: (one.figure.id, one.value.since),
    )


def _resting(book: Book) -> Mapping[str, int]:
    counted: dict[str, int] = {}
    for figure in book.figures.values():
        for key in {value.source.document for value in figure.values}:
            counted[key] = counted.get(key, 0) + 1
    return counted


def _fits(one: Document, text: str, kind: str, issuer: str) -> bool:
    hay = fold(f"{one.number} {one.key} {one.issuer} {one.title.vi} {one.title.en}")
    return (
        all(word in hay for word in fold(text).split())
        and kind in ("", one.type)
        and issuer in ("", one.issuer)
    )


def document_page(book: Book, key: str, on: date) -> dict[str, Any]:
    """Gather the page of one document.

    :raises UnknownDocument: the packs do not know it.
    """
    registry = book.documents
    document = registry[key]
    return {
        "document": document,
        "state": state(registry, document, on),
        "chain": [Listed(one, state(registry, one, on), 0) for one in registry.chain(key)],
        "replaces": [registry[one] for one in document.replaces],
        "replaced_by": registry.replaced_by.get(key, ()),
        "amends": [registry[one] for one in document.amends],
        "amended_by": registry.amended_by.get(key, ()),
        "sources": source_of(book, key),
        "day": on,
    }
