"""Figures as tables that can be taken away: titles and rows, then CSV or a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.directives.queries.asked import Asked
from tinhgon.directives.queries.concretising import Concretised
from tinhgon.directives.queries.lateness import OUT_OF_SIGHT, Late, Table
from tinhgon.directives.queries.review import FirstTable, Reviewed
from tinhgon.directives.statuses import Status
from tinhgon.office.sheets import csvs, lists
from tinhgon.office.sheets.lists import ListColumn
from tinhgon.office.sheets.writing import Value

Names: TypeAlias = Mapping[UUID, str]
Rows: TypeAlias = list[Sequence[Value]]
Sheet: TypeAlias = tuple[list[ListColumn], Rows]


def lateness_sheet(table: Table, names: Names, of: str) -> Sheet:
    """Lay out a table of lateness; `of` titles the first column."""
    columns = [ListColumn(of, 44), *_late_columns()]
    rows: Rows = [(_name(one.key, names), *_late(one)) for one in table.rows]
    return columns, [*rows, (gettext("Tổng số"), *_late(table.total))]


def review_sheet(table: FirstTable, names: Names) -> Sheet:
    """Lay out the first table of the year-end review."""
    documents = gettext("Văn bản cụ thể hóa: ")
    columns = [
        ListColumn(gettext("Đơn vị"), 44), ListColumn(documents + gettext("phải ban hành"), 12, "whole"),
        ListColumn(documents + gettext("đúng hạn"), 12, "whole"),
        ListColumn(documents + gettext("quá hạn"), 12, "whole"),
        ListColumn(documents + gettext("chưa ban hành, quá hạn"), 12, "whole"),
        ListColumn(gettext("Số ngày từ văn bản cấp trên đến văn bản cụ thể hóa (trung vị)"), 14, "number"),
        *_late_columns(),
    ]  # fmt: skip
    rows: Rows = [_reviewed(_name(one.unit, names), one) for one in table.rows]
    return columns, [*rows, _reviewed(gettext("Tổng số"), table.total)]


def concretising_sheet(found: Sequence[Concretised], names: Names) -> Sheet:
    """Lay out how long each document took."""
    columns = [
        ListColumn(gettext("Văn bản cấp trên"), 20), ListColumn(gettext("Trích yếu"), 50),
        ListColumn(gettext("Ngày ban hành"), 12, "day"), ListColumn(gettext("Ngày đến"), 12, "day"),
        ListColumn(gettext("Đơn vị"), 40), ListColumn(gettext("Hạn"), 12, "day"),
        ListColumn(gettext("Văn bản cụ thể hóa"), 20),
        ListColumn(gettext("Ngày ban hành văn bản"), 12, "day"),
        ListColumn(gettext("Số ngày từ khi ban hành"), 10, "whole"),
        ListColumn(gettext("Số ngày từ khi đến"), 10, "whole"),
        ListColumn(gettext("Số ngày chậm"), 10, "whole"), ListColumn(gettext("Tình trạng"), 26),
    ]  # fmt: skip
    return columns, [
        (one.number, one.abstract, one.issued_on, one.arrived_on, _name(one.unit, names), one.due_on,
         one.answer_number, one.answered_on, one.days, one.days_here, one.late_by,
         str(Status(one.status).label))
        for one in found
    ]  # fmt: skip


def as_csv(sheet: Sheet) -> bytes:
    """Write a table as CSV."""
    columns, rows = sheet
    plain = [[f"{cell:%d/%m/%Y}" if hasattr(cell, "strftime") else cell for cell in row] for row in rows]
    return b"".join(csvs.write_csv([column.title for column in columns], plain))  # type: ignore[arg-type]


def as_xlsx(title: str, sheet: Sheet, asked: Asked, *, at: datetime) -> bytes:
    """Write a table as a workbook that says of which days it is."""
    columns, rows = sheet
    line = gettext("Từ %(since)s đến %(on)s") % {
        "since": f"{asked.since:%d/%m/%Y}", "on": f"{asked.on:%d/%m/%Y}",
    }  # fmt: skip
    return lists.write_list(title, columns, rows, lines=[line], at=at)


def _reviewed(name: str, one: Reviewed) -> Sequence[Value]:
    of = one.documents
    return (name, of.given, of.on_time, of.late, of.overdue, one.days, *_late(one.all))


def _late_columns() -> list[ListColumn]:
    return [
        ListColumn(gettext("Được giao"), 10, "whole"),
        ListColumn(gettext("Hoàn thành đúng hạn"), 12, "whole"),
        ListColumn(gettext("Hoàn thành quá hạn"), 12, "whole"),
        ListColumn(gettext("Chưa hoàn thành, trong hạn"), 12, "whole"),
        ListColumn(gettext("Chưa hoàn thành, quá hạn"), 12, "whole"),
        ListColumn(gettext("Chờ xác nhận hoàn thành"), 12, "whole"),
        ListColumn(gettext("Đơn vị trả lại"), 10, "whole"),
        ListColumn(gettext("Tỷ lệ đúng hạn (%)"), 10, "number"),
        ListColumn(gettext("Số ngày chậm (trung vị)"), 10, "number"),
        ListColumn(gettext("Số ngày chậm (lớn nhất)"), 10, "whole"),
    ]  # fmt: skip


def _late(one: Late) -> tuple[Value, ...]:
    return (
        one.given, one.on_time, one.late, one.in_time, one.overdue, one.waiting, one.returned, one.percent,
        one.median, one.worst,
    )  # fmt: skip


def _name(key: UUID | None, names: Names) -> str:
    if key is None or key == OUT_OF_SIGHT:
        return gettext("Ngoài phạm vi được xem")
    return names.get(key, str(key))
