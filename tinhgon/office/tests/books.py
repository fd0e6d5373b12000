"""Workbooks as offices send them, and what is read back from those we write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from tinhgon.office.sheets.columns import Column
from tinhgon.office.sheets.kinds import Choice, Code, Day, Name, Number, Partial, Text, Whole, YesNo

OFFICIALS = (
    Column("name", ("Họ và tên", "Họ tên"), Name(), required=True),
    Column("id", ("Số định danh cá nhân", "Số CCCD"), Code(12), required=True, help="Ghi trên thẻ căn cước."),
    Column("born", ("Ngày sinh", "Ngày, tháng, năm sinh"), Partial()),
    Column("sex", ("Giới tính",), Choice({"m": ("Nam",), "f": ("Nữ", "gái")})),
    Column("since", ("Ngày bổ nhiệm",), Day()),
    Column("pay", ("Hệ số lương",), Number(least=1, most=13)),
    Column("people", ("Số người",), Whole()),
    Column("party", ("Đảng viên",), YesNo()),
    Column("note", ("Ghi chú",), Text()),
)


def book(write: Callable[[Any, Any], None]) -> bytes:
    """Make a workbook with one sheet."""
    output = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(output, options) as made:
        write(made, made.add_worksheet("Danh sách"))
    return output.getvalue()


def sheet_of(rows: Sequence[Sequence[Any]]) -> bytes:
    """Make a workbook of rows; a date is a real date, None a blank cell."""

    def write(made: Any, sheet: Any) -> None:
        style = made.add_format({"num_format": "dd/mm/yyyy"})
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(place, column, value, style)
                elif isinstance(value, str):
                    sheet.write_string(place, column, value)
                elif value is not None:
                    sheet.write(place, column, value)

    return book(write)


def cells(content: bytes, sheet: int = 0) -> list[list[Any]]:
    """Read a sheet back."""
    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet)
    rows: list[list[Any]] = found.to_python(skip_empty_area=False)
    return rows


def part(content: bytes, name: str) -> str:
    """Read a part of a workbook as it is packed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name).decode()


def packed(parts: dict[str, bytes]) -> bytes:
    """Pack parts as a workbook is packed."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return output.getvalue()
