"""A reading as plain data, for programs: the form that `schema.json` describes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from tinhgon.texts.values import Number, Reading, Span

VERSION = 1  # raised when a reader of the old form could stumble
SCHEMA = Path(__file__).parent / "schema.json"


def as_json(reading: Reading, *, text: bool = False) -> dict[str, Any]:
    """Give a reading as objects, lists, texts and numbers; the text itself only if it is wanted.

    A place is `[from, to)` in letters of the text as given. Days are written 2025-11-28, figures as texts.
    """
    found = {"version": VERSION, "letters": len(reading.text), **_plain(reading)}
    return found if text else {name: value for name, value in found.items() if name != "text"}


@cache
def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of what `as_json` makes."""
    loaded: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return loaded


def _plain(value: Any) -> Any:
    match value:
        case Span():
            return [value.start, value.end]
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case Mapping():
            return {name: _plain(one) for name, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    made = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return made | {"symbol": value.symbol} if isinstance(value, Number) else made
