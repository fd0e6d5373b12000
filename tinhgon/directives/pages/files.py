"""The list as CSV and as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TypeAlias

from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages import filters as asking
from tinhgon.directives.pages.cards import Card, cards_of
from tinhgon.directives.queries import board
from tinhgon.directives.queries.filters import narrowed
from tinhgon.office.sheets import csvs, lists
from tinhgon.office.sheets.lists import ListColumn

MOST = 100_000
Row: TypeAlias = list[Any]


def rows_of(request: ReachRequest) -> list[Row]:
    """Read the whole list that the address asks for."""
    today = request.today
    found = narrowed(asking.read(request.GET, today=today), request.reach, today=today)
    return [
        _row(one) for one in cards_of(board.listed(found, "due", down=False, today=today)[:MOST], today=today)
    ]


def columns() -> list[ListColumn]:
    """Give the columns of the files."""
    day: Any = "day"
    return [
        ListColumn(gettext("Nội dung"), 60), ListColumn(gettext("Loại"), 20),
        ListColumn(gettext("Đơn vị thực hiện"), 36), ListColumn(gettext("Người thực hiện"), 24),
        ListColumn(gettext("Đơn vị giao"), 36), ListColumn(gettext("Văn bản"), 20),
        ListColumn(gettext("Vị trí trong văn bản"), 14), ListColumn(gettext("Ngày giao"), 12, day),
        ListColumn(gettext("Hạn ban đầu"), 12, day), ListColumn(gettext("Hạn"), 12, day),
        ListColumn(gettext("Ngày hoàn thành"), 12, day), ListColumn(gettext("Tình trạng"), 28),
        ListColumn(gettext("Số ngày trễ"), 10, "whole"), ListColumn(gettext("Trọng số"), 10, "number"),
    ]  # fmt: skip


def write_csv(rows: Iterable[Row]) -> Iterator[bytes]:
    """Write the list as CSV; days as dd/mm/yyyy."""
    titles = [one.title for one in columns()]
    return csvs.write_csv(titles, ([_plain(cell) for cell in row] for row in rows))


def write_xlsx(rows: Iterable[Row], *, on: date, at: datetime) -> bytes:
    """Write the list as a workbook."""
    lines = [gettext("Tại ngày %(day)s") % {"day": f"{on:%d/%m/%Y}"}]
    return lists.write_list(gettext("Nhiệm vụ"), columns(), rows, lines=lines, at=at)


def _row(card: Card) -> Row:
    one = card.one
    return [
        one.matter, str(one.get_kind_display()), card.unit, one.person.name if one.person else "",
        card.assigner, one.directive.number, one.place, one.assigned_on, one.first_due_on, one.due_on,
        one.done_on, str(card.status.label), card.late or None, one.weight,
    ]  # fmt: skip


def _plain(cell: Any) -> Any:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell
