"""An amount as a reader wants it: one line, or a small table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from tinhgon.rules.words import shown
from tinhgon.rules.words.amounts import Names, bands, is_bands, is_scale, named

WIDEST = 6  # columns that a screen and a sheet have room for


@dataclass(frozen=True, slots=True)
class Readable:
    """An amount in words: a line, or the head and rows of a table."""

    line: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numeric: bool = False  # a single number, to be written large


def readable(amount: Any, language: str, names: Names) -> Readable:
    """Shape an amount."""
    if is_bands(amount):
        rows = tuple(tuple(row) for row in bands(amount, language, names))
        return Readable(head=(gettext("Mức"), gettext("Được phép")), rows=rows)
    if isinstance(amount, Mapping) and not is_scale(amount):
        return _of_mapping(amount, language, names)
    if isinstance(amount, list | tuple) and amount and all(isinstance(one, Mapping) for one in amount):
        return _of_rows([("", one) for one in amount], language, names)
    is_number = isinstance(amount, int | Decimal) and not isinstance(amount, bool)
    return Readable(line=shown(amount, language, names), numeric=is_number)


def _of_mapping(amount: Mapping[Any, Any], language: str, names: Names) -> Readable:
    inner = amount.values()
    if amount and all(isinstance(one, Mapping) and not is_scale(one) for one in inner):
        rows = [(named(key, language, names), one) for key, one in amount.items()]
        if (made := _of_rows(rows, language, names)).head:
            return made
    pairs = ((named(key, language, names), shown(one, language, names)) for key, one in amount.items())
    return Readable(rows=tuple(pairs))


def _of_rows(rows: Sequence[tuple[str, Mapping[Any, Any]]], language: str, names: Names) -> Readable:
    """Make a table of rows that share columns; too many columns are no table but lines."""
    columns = list(dict.fromkeys(key for _, row in rows for key in row))
    if len(columns) > WIDEST:
        lines = tuple((name, shown(row, language, names)) for name, row in rows)
        return Readable(rows=lines if any(name for name, _ in rows) else tuple((line,) for _, line in lines))
    head = tuple(named(key, language, names) for key in columns)
    cells = tuple(
        (
            *([name] if name else []),
            *(shown(row[key], language, names) if key in row else "–" for key in columns),
        )
        for name, row in rows
    )
    return Readable(head=("", *head) if rows and rows[0][0] else head, rows=cells)
