"""JSON of a reading or of choices, taken apart without trusting its shape."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from tinhgon.documents.findings.values import Named
from tinhgon.texts.values import Span


def text_of(value: Any) -> str:
    """Give a text; anything else is none."""
    return value if isinstance(value, str) else ""


def texts_of(value: Any) -> tuple[str, ...]:
    """Give the texts of a list."""
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def day_of(value: Any) -> date | None:
    """Give the day that is written as in ISO 8601; anything else is none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def figure_of(value: Any) -> Decimal | None:
    """Give a figure; what is none, or is without end, is none."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def span_of(value: Any) -> Span | None:
    """Give a place: a pair of letters' numbers."""
    match value:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
        case {"start": int(start), "end": int(end)} if 0 <= start <= end:
            return Span(start, end)
    return None


def bodies_of(value: Any) -> tuple[Named, ...]:
    """Give the bodies of a list, each once."""
    rows = value if isinstance(value, list) else []
    named = (
        Named(text_of(row.get("name")) or text_of(row.get("words")), text_of(row.get("words")),
              text_of(row.get("group")), text_of(row.get("kind")) or "body")
        for row in rows if isinstance(row, Mapping)
    )  # fmt: skip
    return tuple({(one.name, one.group): one for one in named if one.name or one.group}.values())
