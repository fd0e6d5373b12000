"""What can be wrong with a row or a cell: one class a fault, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.office.sheets.cells import letters


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place of the sheet; `suggestions` are what may have been meant."""

    row: int
    place: int | None  # column from 0; None is the row as a whole
    key: str
    reason: Refused
    suggestions: tuple[str, ...] = ()

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it; of a whole row only its number."""
        return f"{'' if self.place is None else letters(self.place)}{self.row}"

    def message(self, language: str = "vi") -> str:
        """Say it with its place in front: “C21: ngày 31/02/2019 không có …”."""
        where = ("Dòng " if language.startswith("vi") else "Row ") if self.place is None else ""
        return f"{where}{self.cell}: {lowered(self.reason.message(language))}"

    def as_json(self) -> dict[str, Any]:
        """Give the fault to a program."""
        place = {"cell": self.cell, "row": self.row, "column": self.key}
        return {**place, **self.reason.as_json(), "suggestions": list(self.suggestions)}


def lowered(said: str) -> str:
    """Let a sentence follow a colon."""
    return said[:1].lower() + said[1:] if said[1:2].islower() or said[1:2] == " " else said


class CellRefused(Refused):
    """A cell does not hold what its column asks for; the fact `suggested` may say what was meant."""


class EmptyCell(CellRefused):
    vi = "Để trống cột bắt buộc “{title}”. Điền giá trị."
    en = "Empty, but the column “{title}” is needed. Fill it in."


class FormulaFailed(CellRefused):
    vi = "Công thức báo lỗi {found}. Sửa công thức hoặc ghi thẳng giá trị."
    en = "The formula fails with {found}. Mend the formula or write the value itself."


class TextTooLong(CellRefused):
    vi = "Dài {length} ký tự, tối đa {most}. Rút gọn."
    en = "Has {length} characters; {most} are allowed. Shorten it."


class BadText(CellRefused):
    vi = "Có ký tự không in được. Xóa ô và gõ lại."
    en = "Holds characters that cannot be printed. Clear the cell and type it again."


class BadName(CellRefused):
    vi = "“{found}” không phải tên người: có “{letter}”. Nếu là phông cũ (TCVN3, VNI), chuyển sang Unicode."
    en = (
        "“{found}” is no person's name: it has “{letter}”. If the font is TCVN3 or VNI, turn it into Unicode."
    )


class BadCode(CellRefused):
    vi = "Mã chỉ gồm chữ số và đủ {width} chữ số. Sửa lại."
    en = "The code has digits only, {width} of them. Mend it."


class CodeOfWrongLength(CellRefused):
    vi = "Mã có {length} chữ số, cần {width}. Kiểm tra các số 0 ở đầu."
    en = "The code has {length} digits; {width} are needed. Look for zeros lost at its front."


class CodeRounded(CellRefused):
    vi = "Excel đã làm tròn mã này. Đặt ô thành dạng Văn bản (Text) rồi gõ lại đủ {width} chữ số."
    en = "Excel has rounded this code. Make the cell a Text cell and type all {width} digits again."


class DayIncomplete(CellRefused):
    vi = "“{found}” không đủ ngày, tháng, năm. Viết đủ, ví dụ 01/03/1975."
    en = "“{found}” is not a whole day. Write day, month and year, for example 01/03/1975."


class DayAsNumber(CellRefused):
    vi = "{found} là số, không phải ngày. Đặt ô thành dạng Ngày (Date) hoặc viết 01/03/1975."
    en = "{found} is a number, not a day. Make the cell a Date cell or write 01/03/1975."


class NotANumber(CellRefused):
    vi = "“{found}” không phải số. Viết kiểu 1.234,56."
    en = "“{found}” is no number. Write it as 1.234,56."


class NotWhole(CellRefused):
    vi = "{found} không phải số nguyên. Bỏ phần lẻ."
    en = "{found} is not a whole number. Take off the fraction."


class NumberOutOfRange(CellRefused):
    vi = "{found} không nằm trong khoảng {least} đến {most}. Sửa lại."
    en = "{found} is not between {least} and {most}. Mend it."


class UnknownChoice(CellRefused):
    vi = "“{found}” không có trong danh mục. Dùng một trong: {known}."
    en = "“{found}” is not in the list. Use one of: {known}."


class NotYesOrNo(CellRefused):
    vi = "“{found}” không rõ có hay không. Ghi “có” hoặc “không”."
    en = "“{found}” is neither yes nor no. Write “có” or “không”."


class MissingColumn(Refused):
    vi = "Thiếu cột bắt buộc. Thêm cột có tiêu đề là một trong: {titles}."
    en = "A needed column is missing. Add one whose title is one of: {titles}."


class DoubledColumn(Refused):
    vi = "Cột “{title}” trùng nghĩa với cột “{other}” ở {cell}. Bỏ một cột."
    en = "The column “{title}” means the same as the column “{other}” in {cell}. Take one out."


class Duplicate(Refused):
    vi = "Trùng {title} với dòng {other}. Bỏ một dòng hoặc sửa lại."
    en = "The same {title} as row {other}. Take one row out, or mend it."


class TooManyFaults(Refused):
    vi = "Đã có {most} lỗi; từ dòng này chưa kiểm tra. Sửa các lỗi trên trước."
    en = "There are {most} faults; from this row on nothing was checked. Mend those above first."
