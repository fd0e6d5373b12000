"""Terms that end and ages that are reached, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.office.sheets.lists import ListColumn, write_list
from tinhgon.people.pages.arrangement import SEXES
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import acts, place
from tinhgon.people.pages.workbooks import counted, illustrative_banner, seen_from
from tinhgon.people.queries.upcoming import MOST, Due, Upcoming, upcoming
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.pages.staff_words import in_words, initials, tone
from tinhgon.register.queries import units

ROWS = 100
MONTHS, MOST_MONTHS = 12, 60
AGES = range(40, 91)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is asked: how far ahead, at which ages, in which unit."""

    months: int
    women: int | None
    men: int | None
    unit: UUID | None
    day: date

    @property
    def until(self) -> date:
        """The first day after the months."""
        month = self.day.month - 1 + self.months
        return date(self.day.year + month // 12, month % 12 + 1, min(self.day.day, 28))

    def pairs(self) -> dict[str, Any]:
        """Write it as parameters of an address."""
        said = {"months": self.months, "women": self.women, "men": self.men, "unit": self.unit}
        return {name: str(value) for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Month:
    """How many there are in a month."""

    label: str
    terms: int
    ages: int


@dataclass(frozen=True, slots=True)
class DueRow:
    """One of the list, in words."""

    one: Due
    what: str
    title: str
    url: str
    post_url: str
    unit_url: str
    initials: str
    tone: int
    about: bool
    place: str


def asked_of(request: ReachRequest) -> Asked:
    """Read what an address asks; what is no number asks nothing."""
    months = _number(request, "months", range(1, MOST_MONTHS + 1)) or MONTHS
    women, men = _number(request, "women", AGES), _number(request, "men", AGES)
    return Asked(months, women, men, _unit(request.GET.get("unit", "")), request.as_of.valid)


def upcoming_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the list."""
    asked, number, links = asked_of(request), page_number(request), PeopleLinks.of(request)
    found = read(request, asked, first=(number - 1) * ROWS, count=ROWS)
    months = [Month(f"{of:%m/%Y}", terms, ages) for of, terms, ages in found.months]
    return {
        "asof": asof_bar(request),
        "asked": asked,
        "rows": [_row(one, links) for one in found.rows],
        "count": found.count,
        "months": months,
        "chart": _chart(months),
        "page": Page(number, number * ROWS < found.count),
        "unit_name": _unit_name(request, asked.unit),
        "illustrative": any(one.illustrative for one in found.rows),
        "export_url": links.page("upcoming_export", **asked.pairs()),
        "links": links,
    } | acts(request)


def read(request: ReachRequest, asked: Asked, *, first: int = 0, count: int = MOST) -> Upcoming:
    """Read what falls due."""
    return upcoming(
        request.as_of, request.reach, until=asked.until, women=asked.women, men=asked.men, unit=asked.unit,
        first=first, count=count,
    )  # fmt: skip


def upcoming_workbook(request: ReachRequest) -> tuple[bytes, int]:
    """Write the list as a workbook; give it with how many are in it."""
    asked = asked_of(request)
    found = read(request, asked).rows
    columns = [
        ListColumn(gettext("Ngày"), 12, "day"), ListColumn(gettext("Việc"), 18),
        ListColumn(gettext("Họ và tên"), 30), ListColumn(gettext("Giới tính"), 10),
        ListColumn(gettext("Năm sinh"), 10), ListColumn(gettext("Chức vụ"), 32),
        ListColumn(gettext("Đơn vị"), 38),
    ]  # fmt: skip
    rows = [
        (one.on, _what(one), one.name, str(SEXES.get(one.sex, "")), str(one.born.year) if one.born else "",
         in_words(one.title), place(one))
        for one in found
    ]  # fmt: skip
    content = write_list(
        gettext("Sắp hết nhiệm kỳ, đến tuổi"), columns, rows,
        lines=[seen_from(request), counted(len(found)), age_note()],
        banner=illustrative_banner(any(one.illustrative for one in found)), still=3, at=timezone.localtime(),
    )  # fmt: skip
    return content, len(found)


def age_note() -> str:
    """Say that an age of this page is no rule."""
    return gettext("Tuổi do người xem nhập, chưa phải quy định.")


def _what(one: Due) -> str:
    if one.what == "term":
        return gettext("hết nhiệm kỳ")
    years = one.on.year - one.born.year if one.born else 0
    return gettext("đủ %(age)d tuổi") % {"age": years}


def _row(one: Due, links: PeopleLinks) -> DueRow:
    return DueRow(
        one, _what(one), in_words(one.title), links.page("person", one.person), links.register.post(one.post),
        links.register.unit(one.unit), initials(one.name), tone(one.name),
        about=one.what == "age" and one.born is not None and one.born.day is None, place=place(one),
    )  # fmt: skip


def _chart(months: Sequence[Month]) -> dict[str, Any]:
    return {
        "categories": [month.label for month in months],
        "series": [
            {"name": gettext("hết nhiệm kỳ"), "values": [month.terms for month in months], "tone": 1},
            {"name": gettext("đến tuổi"), "values": [month.ages for month in months], "tone": 3},
        ],
        "unit": gettext("người"),
    }


def _number(request: HttpRequest, name: str, among: range) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 and int(text) in among else None


def _unit(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _unit_name(request: ReachRequest, unit: UUID | None) -> str:
    if unit is None:
        return ""
    return units.names([unit], on=request.as_of.valid, as_of=request.as_of).get(unit, "")
