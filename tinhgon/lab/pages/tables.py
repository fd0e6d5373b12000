"""The new units as a table that can be sorted, and taken away as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from tinhgon.lab.drawing import Drawn
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.bodies import MET, Body, bodies_of
from tinhgon.office.sheets import csvs, lists
from tinhgon.office.sheets.lists import ListColumn
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.solvers.consolidate.units import NewUnit

LISTED = 150
# By what the table can be sorted; what is usual comes first.
SORTS: dict[str, Callable[[NewUnit], Any]] = {
    "code": lambda one: one.members[0],
    "members": lambda one: -len(one.members),
    "population": lambda one: -one.sums.get("population", 0),
    "area": lambda one: -one.sums.get("area_km2", 0),
    "missed": lambda one: (-sum(below.missed for below in one.below), -len(one.below)),
    "travel": lambda one: -one.people_km,
    "radius": lambda one: -one.radius_km,
}
COLUMNS = (
    ListColumn("Đơn vị mới", 34), ListColumn("Loại", 14), ListColumn("Trụ sở", 30),
    ListColumn("Số đơn vị gộp", 10, "whole"), ListColumn("Các đơn vị gộp", 60),
    ListColumn("Dân số", 12, "whole"), ListColumn("Diện tích (km²)", 14, "number"),
    ListColumn("Tiêu chuẩn", 16), ListColumn("Chưa tới mức", 44),
    ListColumn("Người-km tới trụ sở", 16, "whole"), ListColumn("Xa nhất (km)", 12, "number"),
    ListColumn("Mã các đơn vị gộp", 40),
)  # fmt: skip
STANDARD = {"met": "đạt", "missed": "chưa đạt", "waived": "được miễn"}


def table_page(request: HttpRequest, drawn: Drawn | None) -> dict[str, Any]:
    """Gather a page of the table in the order asked for."""
    if drawn is None:
        return {}
    sort = request.GET.get("sort", "code")
    order, asked = ordered(drawn, sort), page_number(request)
    shown = order[(asked - 1) * LISTED : asked * LISTED]
    return {
        "bodies": bodies_of(drawn, shown), "sort": sort if sort in SORTS else "code",
        "page": Page(asked, asked * LISTED < len(order)), "met": MET,
    }  # fmt: skip


def ordered(drawn: Drawn, sort: str) -> list[int]:
    """Give the numbers of new units in an order; equals stand by their least member."""
    key = SORTS.get(sort, SORTS["code"])
    return sorted(range(len(drawn.units)), key=lambda one: (key(drawn.units[one]), one))


def write_csv(drawn: Drawn, kinds: dict[str, str]) -> list[bytes]:
    """Write the table as CSV."""
    return list(csvs.write_csv([column.title for column in COLUMNS], _rows(drawn, kinds)))


def write_xlsx(scenario: Scenario, drawn: Drawn, kinds: dict[str, str], *, at: datetime) -> bytes:
    """Write the table as a workbook."""
    lines = [scenario.name, f"Có hiệu lực ngày {scenario.effective_on:%d/%m/%Y}"]
    return lists.write_list("Phương án", COLUMNS, _rows(drawn, kinds), lines=lines, at=at)


def _rows(drawn: Drawn, kinds: dict[str, str]) -> list[Sequence[Any]]:
    return [_row(one, kinds) for one in bodies_of(drawn, ordered(drawn, "code"))]


def _row(body: Body, kinds: dict[str, str]) -> Sequence[Any]:
    new = body.new
    return (
        body.name, kinds.get(body.kind, body.kind), body.seat.name, len(body.members),
        "; ".join(one.name for one in body.members), _whole(body.population), _part(body.area),
        STANDARD[body.met], "; ".join(body.shortfalls), round(new.people_km), round(new.radius_km, 2),
        "; ".join(one.code for one in body.members),
    )  # fmt: skip


def _whole(value: float | None) -> int | None:
    return None if value is None or value != value else round(value)


def _part(value: float | None) -> float | None:
    return None if value is None or value != value else round(value, 4)
