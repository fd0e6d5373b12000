"""What all written workbooks share: nothing is run as a formula, dates are dates, texts stay texts."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from tinhgon.core.partial import PartialDay
from tinhgon.office.sheets.memory import without_collecting
from tinhgon.office.sheets.plain import PlainBook

Value: TypeAlias = str | int | float | Decimal | bool | date | datetime | time | timedelta | PartialDay | None
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
HEAD = {"bold": True, "bg_color": "#E8ECF4", "bottom": 1, "text_wrap": True, "valign": "top"}
BANNER = {"bold": True, "font_color": "#9C1C1C"}
DAY, MOMENT, TIME = "dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", "hh:mm:ss"
LONGEST = 32_767  # characters that a cell can hold


def workbook(write: Callable[[Any], None], *, title: str = "", at: datetime | None = None) -> bytes:
    """Make a workbook and let `write` fill it, sheet after sheet, row after row."""
    output = io.BytesIO()
    with without_collecting(), PlainBook(output, OPTIONS) as book:
        made = {"created": at.replace(tzinfo=None)} if at else {}
        book.set_properties({"title": title, **made})
        write(book)
    return output.getvalue()


def put(sheet: Any, row: int, column: int, value: Value, style: Any = None) -> None:
    """Write a value as what it is; a text is never a formula, a link or a number."""
    match value:
        case str():
            sheet.write_string(row, column, plain(value), style)
        case None:
            if style is not None:
                sheet.write_blank(row, column, None, style)
        case bool():
            sheet.write_boolean(row, column, value, style)
        case int() | float() | Decimal():
            sheet.write_number(row, column, value, style)
        case PartialDay():
            put(sheet, row, column, value.whole or str(value), style)
        case date() | time() | timedelta():
            _put_day(sheet, row, column, value, style)


def plain(text: str) -> str:
    """Make a text safe to write: one that looks like the library's own mark-up would be written unescaped."""
    if text.startswith("<r>") and text.endswith("</r>"):
        text += " "
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _put_day(sheet: Any, row: int, column: int, day: date | time | timedelta, style: Any) -> None:
    """Write a day as a day; one before 1900, which a spreadsheet does not know, as a text."""
    if isinstance(day, date) and day.year < 1900:
        sheet.write_string(row, column, f"{day:%d/%m/%Y}", style)
    else:
        sheet.write_datetime(row, column, day, style)


def sheet_name(title: str) -> str:
    """Make a title the name of a sheet: 31 characters at most, without those that Excel forbids."""
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in title)
    return " ".join(plain.split())[:31].strip("' ") or "Danh sách"
