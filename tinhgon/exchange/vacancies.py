"""The vacant seats of a day as a workbook."""

from __future__ import annotations

from datetime import datetime

from tinhgon.exchange.staff_reports import code_names
from tinhgon.exchange.staff_words import RANKS
from tinhgon.office.sheets.lists import ListColumn, write_list
from tinhgon.register.pages.vacancies import Filters
from tinhgon.register.queries.staffing_counts import vacancies
from tinhgon.temporal.asof import AsOf

MOST = 100_000
COLUMNS = (
    ListColumn("Đơn vị", 38), ListColumn("Vị trí", 34), ListColumn("Cấp bậc", 18),
    ListColumn("Loại biên chế", 20), ListColumn("Số chỗ", 9, "whole"), ListColumn("Còn trống", 10, "number"),
    ListColumn("Trống từ", 12, "day"), ListColumn("Có người phụ trách", 12), ListColumn("Mã định danh", 38),
)  # fmt: skip


def write_vacancies(as_of: AsOf, filters: Filters, *, at: datetime) -> bytes:
    """Write the vacancies that filters leave, unit by unit."""
    found = vacancies(
        as_of, root=filters.unit, rank=filters.rank, staff=filters.staff, count=MOST
    )  # fmt: skip
    staff = code_names()["staff"]
    rows = (
        (
            one.unit_name, one.title.vi, RANKS[one.rank][0], staff[one.staff].vi, one.seats, one.free,
            one.since, "có" if one.acting else "", str(one.post),
        )
        for one in found.rows
    )  # fmt: skip
    lines = [f"Tại ngày {as_of.valid:%d/%m/%Y}"]
    return write_list("Vị trí còn trống", COLUMNS, rows, lines=lines, at=at)
