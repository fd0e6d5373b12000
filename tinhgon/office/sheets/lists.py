"""Writes any list as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias

from tinhgon.office.sheets.writing import BANNER, DAY, HEAD, MOMENT, Value, put, sheet_name, workbook

Form: TypeAlias = Literal["text", "code", "whole", "number", "day", "moment"]
FORMATS: dict[str, str] = {"code": "@", "whole": "#,##0", "number": "#,##0.00", "day": DAY, "moment": MOMENT}


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column to be written: its title, its width in characters, and what it holds."""

    title: str
    width: float = 20
    form: Form = "text"


def write_list(
    title: str,
    columns: Sequence[ListColumn],
    rows: Iterable[Sequence[Value]],
    *,
    banner: str | None = None,
    lines: Sequence[str] = (),
    about: Sequence[tuple[str, str]] = (),
    name: str = "",
    still: int = 1,
    at: datetime | None = None,
) -> bytes:
    """Write a list as a workbook; `name` is the sheet's, where it is not the title.

    Above the table stand the banner (as “Dữ liệu minh họa”) and the lines (as “Tại ngày 01/07/2025”);
    `about` goes on a sheet of its own; the first `still` columns stay in sight.
    """
    above = [*([banner] if banner else []), *lines]

    def write(book: Any) -> None:
        sheet = book.add_worksheet(sheet_name(name or title))
        _set_up(book, sheet, columns, head=len(above), still=still)
        style = book.add_format(BANNER)
        for place, line in enumerate(above):
            put(sheet, place, 0, line, style if banner and place == 0 else None)
        last = _write_table(book, sheet, columns, rows, head=len(above))
        sheet.autofilter(len(above), 0, last, len(columns) - 1)
        if about:
            _write_about(book, about)

    return workbook(write, title=title, at=at)


def _set_up(book: Any, sheet: Any, columns: Sequence[ListColumn], *, head: int, still: int) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, _format(book, column))
    sheet.freeze_panes(head + 1, still)
    sheet.repeat_rows(head)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write_table(
    book: Any, sheet: Any, columns: Sequence[ListColumn], rows: Iterable[Sequence[Value]], *, head: int
) -> int:
    """Write the header and the rows; give the place of the last."""
    style = book.add_format(HEAD)
    for place, column in enumerate(columns):
        put(sheet, head, place, column.title, style)
    formats = [_format(book, column) for column in columns]
    last = head
    for last, row in enumerate(rows, start=head + 1):
        for place, value in enumerate(row):
            if value is not None:
                put(sheet, last, place, value, formats[place])
    return last


def _format(book: Any, column: ListColumn) -> Any:
    return book.add_format({"num_format": FORMATS[column.form]}) if column.form in FORMATS else None


def _write_about(book: Any, about: Sequence[tuple[str, str]]) -> None:
    sheet, style = book.add_worksheet("Nguồn"), book.add_format(HEAD)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 40)
    for place, (name, value) in enumerate(about):
        put(sheet, place, 0, name, style)
        put(sheet, place, 1, value)
