"""What can be wrong with a row of a history: one class a fault, each names the row and the column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.core.periods import Period


class Fault(Refused):
    """A fault of one row; the header is row 1."""

    @property
    def row(self) -> int:
        """The row, as a spreadsheet counts."""
        return int(self.facts["row"])

    @property
    def field(self) -> str:
        """The column."""
        return str(self.facts["field"])


class MissingColumn(Fault):
    vi = "Dòng {row}: thiếu cột “{field}”. Các cột cần có: {needed}."
    en = "Row {row}: the column “{field}” is missing. The columns needed are: {needed}."


class TooManyFields(Fault):
    vi = "Dòng {row}: nhiều ô hơn số cột. Kiểm tra dấu phẩy trong tên; đặt tên có dấu phẩy trong ngoặc kép."
    en = "Row {row}: more cells than columns. Look for a comma in a name; put such a name in quotes."


class UnknownLevel(Fault):
    vi = "Dòng {row}, cột {field}: không có cấp “{found}”. Dùng một trong: {known}."
    en = "Row {row}, column {field}: there is no level “{found}”. Use one of: {known}."


class EmptyField(Fault):
    vi = "Dòng {row}, cột {field}: để trống. Điền giá trị."
    en = "Row {row}, column {field}: empty. Fill it in."


class BadText(Fault):
    vi = "Dòng {row}, cột {field}: dài quá {limit} ký tự hoặc có ký tự không in được. Sửa lại."
    en = "Row {row}, column {field}: longer than {limit} characters, or with unprintable ones. Mend it."


class UnknownType(Fault):
    vi = "Dòng {row}, cột {field}: cấp {level} không có loại “{found}”. Dùng một trong: {known}."
    en = "Row {row}, column {field}: the level {level} has no type “{found}”. Use one of: {known}."


class BadDate(Fault):
    vi = "Dòng {row}, cột {field}: không có ngày “{found}”. Viết năm-tháng-ngày, ví dụ 2025-07-01."
    en = "Row {row}, column {field}: there is no day “{found}”. Write year-month-day, for example 2025-07-01."


class ReversedPeriod(Fault):
    vi = "Dòng {row}, cột {field}: kết thúc {until} không sau bắt đầu {since}. Sửa một trong hai ngày."
    en = "Row {row}, column {field}: the end {until} does not come after the start {since}. Mend one of them."


class Overlap(Fault):
    vi = "Dòng {row}, cột {field}: mã {unit} trùng ngày với dòng {other} ({days}). Mỗi ngày chỉ một dòng."
    en = "Row {row}, column {field}: code {unit} overlaps row {other} ({days}). A code has one row on a day."


class Orphan(Fault):
    vi = "Dòng {row}, cột {field}: không có cấp trên {parent} vào {days}. Thêm dòng của nó hoặc sửa mã."
    en = "Row {row}, column {field}: there is no parent {parent} on {days}. Add its row or mend the code."


class ParentNotAbove(Fault):
    vi = "Dòng {row}, cột {field}: {parent} (dòng {other}) không ở trên cấp {level}. Sửa mã cấp trên."
    en = "Row {row}, column {field}: {parent} (row {other}) is not above level {level}. Mend the code."


class FaultyHistory(Refused):
    """The whole file is refused; `faults` holds each one, in order of rows."""

    vi = "Tệp lịch sử có {count} lỗi, chưa ghi gì. {shown}"
    en = "The history has {count} faults; nothing was written. {shown}"
    shown_at_most = 20

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.row, fault.field)))
        super().__init__(count=len(self.faults))

    def message(self, language: str = "vi") -> str:
        """Say how many there are and quote the first."""
        quoted = [fault.message(language) for fault in self.faults[: self.shown_at_most]]
        more = [f"… (+{len(self.faults) - len(quoted)})"] if len(self.faults) > len(quoted) else []
        template = self.vi if language.startswith("vi") else self.en
        return template.format(count=len(self.faults), shown=" ".join(quoted + more))

    def as_json(self) -> dict[str, Any]:
        """Give every fault, not only those quoted."""
        head: dict[str, Any] = Refused.as_json(self)
        return {**head, "faults": [fault.as_json() for fault in self.faults]}


def days(period: Period) -> str:
    """Name the days of a period, the last included: 01/07/2025 – 30/09/2025, or – … without an end."""
    last = f"{period.last_day:%d/%m/%Y}" if period.last_day else "…"
    return f"{period.since:%d/%m/%Y} – {last}"
