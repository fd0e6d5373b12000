"""Lists of people as workbooks, of fields up to class internal alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.office.sheets.lists import ListColumn, write_list
from tinhgon.people.pages.arrangement import COLUMNS, Arrangement
from tinhgon.people.pages.listing import MOST_EXPORTED, read, words
from tinhgon.people.queries.listing import Row
from tinhgon.register.pages.words import figure

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = {"title": 32, "unit": 38, "grade": 28, "staff": 24, "how": 20}


def illustrative_banner(made_up: object) -> str | None:
    """Say on every sheet that the people are made up, where some are."""
    return gettext("DỮ LIỆU MINH HỌA – không phải người thật") if made_up else None


def list_workbook(request: ReachRequest, arrangement: Arrangement) -> tuple[bytes, int]:
    """Write the whole list; give it with how many people are in it."""
    found = read(request, arrangement, count=MOST_EXPORTED)
    columns = [
        ListColumn("", 6, "whole"),
        ListColumn(gettext("Họ và tên"), 30),
        *(_column(name) for name in arrangement.columns),
    ]
    content = write_list(
        gettext("Danh sách người giữ chức vụ"), columns, _rows(found.rows, arrangement.columns),
        banner=illustrative_banner(found.made_up), lines=[seen_from(request), counted(found.people)],
        still=2, at=timezone.localtime(),
    )  # fmt: skip
    return content, len(found.rows)


def seen_from(request: ReachRequest) -> str:
    """Say which day, and which moment of knowledge, a list is of."""
    said = gettext("Tại ngày %(day)s") % {"day": f"{request.as_of.valid:%d/%m/%Y}"}
    if request.as_of.known:
        moment = f"{timezone.localtime(request.as_of.known):%d/%m/%Y %H:%M}"
        said += ", " + gettext("theo sổ ghi đến %(moment)s") % {"moment": moment}
    return said


def counted(people: int) -> str:
    """Say how many people a list has."""
    return gettext("%(count)s người") % {"count": figure(people)}


def _column(name: str) -> ListColumn:
    form = "day" if name in ("since", "term") else "text"
    return ListColumn(str(COLUMNS[name]), WIDTHS.get(name, 14), form)  # type: ignore[arg-type]


def _rows(rows: Iterable[Row], columns: Sequence[str]) -> Iterable[list[Any]]:
    for number, row in enumerate(rows, start=1):
        yield [number, row.name, *(_value(row, column) for column in columns)]


def _value(row: Row, column: str) -> str | date | None:
    """Give a day as a day, everything else in words."""
    days = {"since": row.since, "term": row.term_until}
    return days[column] if column in days else words(row, column)
