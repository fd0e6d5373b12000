"""Workbooks as offices send them, made for tests of imports."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from tinhgon.core.reach import SENSITIVE, Allowed, Reach

EVERYWHERE = Reach((Allowed("signer", SENSITIVE, None),))


def workbook(titles: Sequence[str], *rows: Sequence[Any], above: Sequence[str] = ()) -> bytes:
    """Write a sheet: lines above, a header, rows; texts as texts, numbers as numbers."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("Danh sách")
        for number, line in enumerate(above):
            sheet.write_string(number, 0, line)
        for number, row in enumerate((titles, *rows), start=len(above)):
            for place, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, place, value)
                elif value is not None:
                    sheet.write(number, place, value)
    return made.getvalue()


def cells(content: bytes) -> list[list[Any]]:
    """Read the first sheet back."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def rewritten(rows: Sequence[Sequence[Any]]) -> bytes:
    """Write cells as a sheet again, as somebody does who mended some."""
    return workbook(rows[0], *rows[1:])
