"""A list is read from a workbook as people really fill it in."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tinhgon.core.partial import PartialDay
from tinhgon.office.sheets import faults, refusals
from tinhgon.office.sheets.columns import Column
from tinhgon.office.sheets.kinds import Text
from tinhgon.office.sheets.reading import Reading, read_list
from tinhgon.office.tests.books import OFFICIALS, book, sheet_of

HEAD = ("Số CCCD", "Họ và tên", "Ngày sinh", "Giới tính", "Hệ số lương", "Ngày bổ nhiệm")
GOOD = ("092085000123", "Trần An", "1975", "Nam", "2,34", "01/03/2019")


def read(*rows: tuple[Any, ...], **options: Any) -> Reading:
    return read_list(sheet_of([HEAD, *rows]), OFFICIALS, **options)


def said(reading: Reading) -> list[str]:
    return [fault.message() for fault in reading.faults]


def write_messy(made: Any, sheet: Any) -> None:
    """Title rows, a merged header of two rows, columns in an order of their own, a footer far below."""
    style, day = made.add_format(), made.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:H1", "DANH SÁCH CÁN BỘ, CÔNG CHỨC", style)
    sheet.write("A2", "(Kèm theo Công văn số 12/UBND-NV)")
    sheet.merge_range("A4:A5", "STT", style)
    sheet.merge_range("B4:B5", unicodedata.normalize("NFD", "Số định danh cá nhân"), style)
    sheet.merge_range("C4:C5", "ho  TEN", style)
    sheet.merge_range("D4:E4", "Ngày", style)
    sheet.write("D5", "Sinh")
    sheet.write("E5", "Bổ nhiệm")
    sheet.merge_range("F4:F5", "Hệ số lương\n(bậc 1–12)", style)
    sheet.merge_range("G4:G5", "GIOI TINH *", style)
    sheet.merge_range("H4:H5", "Số người", style)
    for place in range(8):
        sheet.write_string(5, place, f"({place + 1})")
    sheet.write_row("A8", [1, 92085000123, unicodedata.normalize("NFD", "nguyễn thị ngọc ánh"), 1975])
    sheet.write_datetime("E8", date(2019, 3, 1), day)
    sheet.write_row("F8", ["4,98", "nu"])
    sheet.write_formula("H8", "=600+634", None, 1234)
    sheet.write_row("A9", [2, "092 085 000 124", "Lê  Văn Tám", "03/1980", "1/9/2020", 3.33, "Nam", "1.234"])
    sheet.set_row(30, None, None, {"hidden": True})
    sheet.write_blank("C900", None, style)


def test_a_messy_list_is_read_whole() -> None:
    reading = read_list(book(write_messy), OFFICIALS)
    first, second = reading.rows

    assert said(reading) == []
    assert (first.number, reading.header.last) == (8, 6)
    assert reading.ignored == ["STT"]
    assert first.values == {
        "name": "Nguyễn Thị Ngọc Ánh", "id": "092085000123", "born": PartialDay(1975), "sex": "f",
        "since": date(2019, 3, 1), "pay": Decimal("4.98"), "people": 1234,
    }  # fmt: skip
    assert second.values["born"] == PartialDay(1980, 3)
    assert (second.values["id"], second.values["people"]) == ("092085000124", 1234)
    assert second.values["name"] == "Lê Văn Tám"


def test_every_fault_is_told_with_its_cell() -> None:
    reading = read(
        ("092085000123", "Trần An", "31/02/2019", "Nan", "3.33.3", "1/3/19"),
        ("92085", None, "1975", "Nữ", 99, "2019"),
    )

    assert said(reading) == [
        "C2: ngày 31/02/2019 không có: tháng 2/2019 chỉ có 28 ngày. Sửa lại ngày.",
        "D2: “Nan” không có trong danh mục. Dùng một trong: Nam, Nữ.",
        "E2: “3.33.3” không phải số. Viết kiểu 1.234,56.",
        "F2: ngày 1/3/19 viết tắt năm, không rõ thế kỷ nào. Viết năm đủ bốn chữ số.",
        "A3: mã có 5 chữ số, cần 12. Kiểm tra các số 0 ở đầu.",
        "B3: để trống cột bắt buộc “Họ và tên”. Điền giá trị.",
        "E3: 99 không nằm trong khoảng 1 đến 13. Sửa lại.",
        "F3: “2019” không đủ ngày, tháng, năm. Viết đủ, ví dụ 01/03/1975.",
    ]
    assert all(fault.message("en") != fault.message("vi") for fault in reading.faults)
    assert reading.faults[1].suggestions == ("Nam",)
    assert reading.faults[0].as_json()["cell"] == "C2"


def test_a_personal_number_is_in_no_fault() -> None:
    reading = read(("0920850001234", "Trần An"), (9.2085e15, "Lê Tám"), ("09208500012X", "Võ Bình"))

    assert len(reading.faults) == 3
    assert "92085" not in "".join(said(reading))


def test_a_name_twice_names_the_other_row() -> None:
    reading = read(GOOD, ("92085000123", "Lê Tám"), unique=[("id",)])

    assert said(reading) == ["A3: trùng “Số định danh cá nhân” với dòng 2. Bỏ một dòng hoặc sửa lại."]


def test_a_formula_that_failed_is_a_fault() -> None:
    def write(_: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, HEAD)
        sheet.write_row(1, 0, GOOD)
        sheet.write_formula("B2", "=VLOOKUP(1,A:A,2)", None, "#N/A")
        sheet.write_formula("D2", "=B9", None, "#REF!")

    assert said(read_list(book(write), OFFICIALS)) == [
        "B2: công thức báo lỗi #N/A. Sửa công thức hoặc ghi thẳng giá trị.",
        "D2: công thức báo lỗi #REF!. Sửa công thức hoặc ghi thẳng giá trị.",
    ]


def test_blank_rows_repeated_headers_and_examples_are_passed_over() -> None:
    reading = read((), ("Ví dụ: 092…", "x"), GOOD, HEAD, (" ", " "), ("092085000124", "Lê Tám"))

    assert [row.number for row in reading.rows] == [4, 7]
    assert reading.faults == []


def test_missing_and_doubled_columns_are_faults() -> None:
    reading = read_list(sheet_of([("Họ tên", "Ghi chú", "HỌ VÀ TÊN"), ("An", "x", "Bình")]), OFFICIALS)

    assert said(reading) == [
        "Dòng 1: thiếu cột bắt buộc. Thêm cột có tiêu đề là một trong: “Số định danh cá nhân”, “Số CCCD”.",
        "C1: cột “HỌ VÀ TÊN” trùng nghĩa với cột “Họ tên” ở A1. Bỏ một cột.",
    ]


def test_the_sheet_that_fits_is_taken_or_the_one_named() -> None:
    def write(made: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ("Ghi chú", "Số người"))
        other = made.add_worksheet("Cán bộ")
        other.write_row(4, 0, HEAD)
        other.write_row(5, 0, GOOD)

    content = book(write)

    assert read_list(content, OFFICIALS).grid.name == "Cán bộ"
    assert read_list(content, OFFICIALS, sheet="Danh sách").grid.name == "Danh sách"
    with pytest.raises(refusals.NoSuchSheet, match="Danh sách, Cán bộ"):
        read_list(content, OFFICIALS, sheet="Khác")


def test_a_sheet_without_a_header_is_refused() -> None:
    with pytest.raises(refusals.NoHeader, match="Họ và tên"):
        read_list(sheet_of([("một", "hai"), ("ba", "bốn")]), OFFICIALS)
    with pytest.raises(refusals.NoHeader):
        read_list(sheet_of([]), OFFICIALS)


def test_a_day_stored_as_a_number_is_asked_about() -> None:
    reading = read((*GOOD[:2], 27_454.0, "Nam", "2,34", 43_525.0))

    assert [fault.suggestions for fault in reading.faults] == [("01/03/1975",), ("01/03/2019",)]


def test_a_name_in_an_old_font_is_refused() -> None:
    [fault] = read(("092085000123", "NguyÔn V¨n An")).faults

    assert isinstance(fault.reason, faults.BadName)
    assert "TCVN3" in fault.message()


def test_more_faults_than_anybody_reads_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tinhgon.office.sheets.reading.MOST_FAULTS", 2)
    reading = read(*[("1", "Trần An")] * 5)

    assert [type(fault.reason) for fault in reading.faults][-1] is faults.TooManyFaults
    assert len(reading.faults) == 3


def test_a_fault_of_the_values_joins_the_others() -> None:
    reading = read(GOOD)
    reading.fault(reading.rows[0], "name", faults.BadText(), ("Trần Ân",))

    assert [(one.cell, one.suggestions) for one in reading.faults] == [("B2", ("Trần Ân",))]


def test_a_list_of_one_column_is_a_list() -> None:
    reading = read_list(
        sheet_of([("Tên đơn vị",), ("Sở Nội vụ",)]), [Column("unit", ("Tên đơn vị",), Text())]
    )

    assert [row.values for row in reading.rows] == [{"unit": "Sở Nội vụ"}]
