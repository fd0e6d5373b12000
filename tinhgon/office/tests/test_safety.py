"""A file that would harm is refused before it is read."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from tinhgon.office.sheets import packing, refusals
from tinhgon.office.sheets.packing import look_into
from tinhgon.office.sheets.reading import read_list
from tinhgon.office.tests.books import OFFICIALS, book, packed, sheet_of

TYPES = {"[Content_Types].xml": b"<Types/>"}
SHEET = "xl/worksheets/sheet1.xml"


def sheet(rows: bytes) -> bytes:
    return packed({**TYPES, SHEET: b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"})


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"", refusals.NotAWorkbook),
        (b"a;b;c", refusals.NotAWorkbook),
        (b"PK\x03\x04" + b"x" * 99, refusals.DamagedWorkbook),
        (packed({"word/document.xml": b"<x/>"}), refusals.NotAWorkbook),
        (packed(TYPES), refusals.DamagedWorkbook),
        (packing.OLE + b"\0" * 600, refusals.OldWorkbook),
        (packing.OLE + packing.ENCRYPTED, refusals.LockedWorkbook),
        (sheet_of([("a", "b")])[:-400], refusals.DamagedWorkbook),
    ],
)
def test_what_is_no_workbook_is_refused_by_name(content: bytes, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        read_list(content, OFFICIALS)


def test_a_bomb_is_refused_by_what_its_directory_tells() -> None:
    with pytest.raises(refusals.UnpacksTooLarge):
        look_into(sheet(b" " * (packing.MOST_UNPACKED + 1)))


def test_a_bomb_whose_directory_lies_is_refused() -> None:
    content = sheet(b" " * 5 * packing.MEGABYTE)
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        told = made.getinfo(SHEET).file_size.to_bytes(4, "little")
    lying = content.replace(told, (99).to_bytes(4, "little"))

    assert lying != content
    with pytest.raises(refusals.DamagedWorkbook):
        look_into(lying)


def test_a_cell_far_off_is_refused_before_memory_is_taken() -> None:
    with pytest.raises(refusals.TooManyRows, match="1048576"):
        look_into(sheet(b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))
    with pytest.raises(refusals.TooManyCells, match="XFD90000"):
        look_into(sheet(b'<row r="1"><c r="A90000"><v>1</v></c><c r=\'XFD1\' t="n"><v>1</v></c></row>'))


def test_cells_that_do_not_say_where_they_stand_are_refused() -> None:
    with pytest.raises(refusals.DamagedWorkbook):
        look_into(sheet(b"<row><c><v>1</v></c></row>"))


def test_rows_formatted_down_to_the_end_are_no_harm() -> None:
    def write(made: Any, page: Any) -> None:
        page.write_row(0, 0, ("Họ và tên", "Số CCCD"))
        page.write_row(1, 0, ("Trần An", "092085000123"))
        page.write_blank(1_048_575, 0, None, made.add_format({"bold": True}))

    assert len(read_list(book(write), OFFICIALS).rows) == 1


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST_BYTES", 10)
    with pytest.raises(refusals.FileTooLarge):
        look_into(b"x" * 11)


def test_every_refusal_speaks_both_languages() -> None:
    refused = refusals.TooManyRows(row=300_000, most=200_000)

    assert refused.message("vi").startswith("Trang tính có dữ liệu đến dòng 300000")
    assert refused.message("en").startswith("A sheet has data down to row 300000")
