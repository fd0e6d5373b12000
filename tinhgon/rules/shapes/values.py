"""Values of the law with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Book, Dated, Figure, Source, Worded
from tinhgon.rules.words import article, sources


def worded(text: Worded | None) -> dict[str, str] | None:
    """Give a text in both languages."""
    return {"vi": text.vi, "en": text.en} if text else None


def plain(value: Any) -> Any:
    """Give an amount or a fact as JSON can hold it; what is neither number nor list is its text."""
    match value:
        case None | bool() | int() | float() | Decimal() | date():
            return value
        case str():
            return str(value)  # a word of an enumeration is its text
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
    return str(value)


def source(of: Source, book: Book) -> dict[str, Any]:
    """Give where something is written."""
    return {
        "document": of.document,
        "number": book.documents[of.document].number,
        "article": {"vi": of.article, "en": article(of.article, "en")},
        "read": list(of.read),
    }


def cited(values: Iterable[Dated], book: Book) -> list[dict[str, Any]]:
    """Give the places that a finding or a step leans on, each once."""
    return [
        {
            "figure": one.value.figure,
            "since": one.value.since,
            **source(one.value.source, book),
            "provisional": one.provisional,
        }
        for one in sources(values, "vi", book)
    ]


def dated(value: Dated, until: date | None, book: Book) -> dict[str, Any]:
    """Give a value with the first and the last day on which it holds."""
    return {
        "since": value.since,
        "until": until,
        "value": plain(value.amount),
        "repealed": value.amount is None,
        "status": value.status.value,
        "expected": value.expected,
        "provisional": value.provisional,
        "source": source(value.source, book),
        "note": worded(value.note),
        "rivals": [
            {
                "value": plain(one.amount),
                "status": one.status.value,
                "source": source(one.source, book),
                "note": worded(one.note),
            }
            for one in value.rivals
        ],
    }


def figure(of: Figure, on: date, book: Book) -> dict[str, Any]:
    """Give a figure: its value on a day, and all it was, newest first."""
    newer = [None, *(value.since - timedelta(days=1) for value in of.values)]
    history = [dated(value, until, book) for value, until in zip(of.values, newer, strict=False)]
    current = next((one for one in history if one["since"] <= on), None)
    return {
        "id": of.id,
        "title": worded(of.title),
        "unit": worded(of.unit),
        "note": worded(of.note),
        "reference": of.reference,
        "current": current if of.in_force(on) else None,
        "history": history,
    }
