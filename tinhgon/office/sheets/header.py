"""Finds the row that names the columns, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tinhgon.office.sheets.cells import Cell, is_blank, letters, shown
from tinhgon.office.sheets.columns import ERRORS, Column, by_title, readings
from tinhgon.office.sheets.faults import DoubledColumn, Fault, MissingColumn
from tinhgon.office.sheets.opening import Grid

SEARCHED = 60
_NUMBERED = re.compile(r"\(?(\d{1,3})(?:[.,]0)?\)?")


@dataclass(slots=True)
class Header:
    """Which column stands where; `row` is the last row of the header, counted from 1."""

    row: int
    titles: list[str]
    places: dict[str, int] = field(default_factory=dict)
    doubled: list[tuple[Column, int]] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    last: int = 0

    def faults(self, columns: Sequence[Column]) -> Iterator[Fault]:
        """Tell which columns are missing or doubled."""
        for column, place in self.doubled:
            first = self.places[column.key]
            cell = f"{letters(first)}{self.row}"
            reason = DoubledColumn(title=self.titles[place], other=self.titles[first], cell=cell)
            yield Fault(self.row, place, column.key, reason)
        for column in columns:
            if column.required and column.key not in self.places:
                titles = tuple(f"“{title}”" for title in column.titles)
                yield Fault(self.row, None, column.key, MissingColumn(titles=titles))


def find_header(grid: Grid, columns: Sequence[Column]) -> Header | None:
    """Find the row that names most columns; the first of several; None where none names two (or all)."""
    known, filled = by_title(columns), _filled(grid)
    found = [_header(filled, row, known) for row in range(len(filled))]
    best = max(found, key=lambda header: (len(header.places), -header.row), default=None)
    if best is None or len(best.places) < min(2, len(columns)):
        return None
    best.last = _last_row(grid, best.row)
    return best


def _filled(grid: Grid) -> list[list[Cell]]:
    """Give the top of a sheet with each merged range filled with its text."""
    rows = [list(row) for row in grid.rows[:SEARCHED]]
    for (top, left), (bottom, right) in grid.merged:
        if bottom >= len(rows) or right >= len(rows[top]):
            continue
        for row in rows[top : bottom + 1]:
            row[left : right + 1] = [rows[top][left]] * (right + 1 - left)
    return rows


def _header(rows: list[list[Cell]], row: int, known: Mapping[str, Column]) -> Header:
    """Read a row as a header; a title may go on from the group that stands above it."""
    titles = [_title(cell) for cell in rows[row]]
    above = [_title(cell) for cell in rows[row - 1]] if row else []
    header = Header(row + 1, titles)
    for place, title in enumerate(titles):
        group = above[place] if place < len(above) else ""
        column = _column(title, group, known)
        if column is None:
            if title and title != ERRORS:
                header.ignored.append(title)
        elif column.key in header.places:
            header.doubled.append((column, place))
        else:
            header.places[column.key] = place
    return header


def _column(title: str, group: str, known: Mapping[str, Column]) -> Column | None:
    if not title or title == ERRORS or len(title) > 200:
        return None
    together = readings(f"{group} {title}") if group and group != title else ()
    return next((known[reading] for reading in (*together, *readings(title)) if reading in known), None)


def _title(cell: Cell) -> str:
    return " ".join(shown(cell).split()) if isinstance(cell, str) else ""


def _last_row(grid: Grid, row: int) -> int:
    """Give the last row of a header: with ranges merged downwards and a row that numbers the columns."""
    ends = [bottom + 1 for (top, _), (bottom, _) in grid.merged if top < row <= bottom]
    last = max([row, *ends])
    return last + 1 if last < len(grid.rows) and _numbers_columns(grid.rows[last]) else last


def _numbers_columns(cells: list[Cell]) -> bool:
    """Tell whether a row only counts the columns: (1) (2) (3)."""
    filled = [shown(cell).strip() for cell in cells if not is_blank(cell)]
    matched = [_NUMBERED.fullmatch(text) for text in filled]
    numbers = [int(found[1]) for found in matched if found]
    counted = all(after == before + 1 for before, after in pairwise(numbers))
    letters_only = all(
        found or (len(text) == 1 and text.isalpha()) for found, text in zip(matched, filled, strict=True)
    )
    return len(numbers) >= 2 and counted and letters_only
