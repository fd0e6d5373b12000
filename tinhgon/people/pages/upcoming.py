"""Terms that end and pensions that begin, month by month, by the rule of the day in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.people.pages.due import basis, due_row
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import acts
from tinhgon.people.queries.pensions import Schedule, schedule_on
from tinhgon.people.queries.upcoming import BEFORE, KINDS, LACKING, MOST, PENSION, TERM, Upcoming, upcoming
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.queries import units

ROWS = 100
MONTHS, MOST_MONTHS = 12, 60
RULE = "retirement.month"
# Which list is shown: what has a day, or one of those apart.
LISTS: Mapping[str, Sequence[str]] = {"": (TERM, PENSION), LACKING: (LACKING,), BEFORE: (BEFORE,)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page is asked: how far ahead, in which unit, which of the lists."""

    months: int
    unit: UUID | None
    listed: str
    day: date

    @property
    def until(self) -> date:
        """The first day after the months."""
        month = self.day.month - 1 + self.months
        return date(self.day.year + month // 12, month % 12 + 1, min(self.day.day, 28))

    def pairs(self) -> dict[str, Any]:
        """Write it as parameters of an address."""
        said = {"months": self.months, "unit": self.unit}
        return {name: str(value) for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Month:
    """How many there are in a month."""

    label: str
    terms: int
    pensions: int


def asked_of(request: ReachRequest) -> Asked:
    """Read what an address asks; what is no number asks nothing, and without a rule there is one list."""
    months, day = _number(request, "months", range(1, MOST_MONTHS + 1)), request.as_of.valid
    listed, unit = request.GET.get("list", ""), _unit(request.GET.get("unit", ""))
    return Asked(months or MONTHS, unit, listed if listed in LISTS and schedule_on(day) else "", day)


def upcoming_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the list."""
    asked, number, links = asked_of(request), page_number(request), PeopleLinks.of(request)
    schedule, kinds = schedule_on(asked.day), LISTS[asked.listed]
    found = read(request, asked, schedule, kinds=kinds, first=(number - 1) * ROWS, count=ROWS)
    count = sum(found.counts[kind] for kind in kinds)
    months = [Month(f"{of:%m/%Y}", many[TERM], many[PENSION]) for of, many in found.months]
    return {
        "asof": asof_bar(request),
        "asked": asked,
        "rows": [due_row(one, links) for one in found.rows],
        "counts": found.counts,
        "due": found.counts[TERM] + found.counts[PENSION],
        "months": months,
        "chart": _chart(months),
        "page": Page(number, number * ROWS < count),
        "unit_name": _unit_name(request, asked.unit),
        "illustrative": any(one.illustrative for one in found.rows),
        "export_url": links.page("upcoming_export", **asked.pairs()),
        "links": links,
    } | _law(schedule) | acts(request)  # fmt: skip


def read(
    request: ReachRequest, asked: Asked, schedule: Schedule | None, *, kinds: Sequence[str] = KINDS,
    first: int = 0, count: int = MOST,
) -> Upcoming:  # fmt: skip
    """Read what falls due."""
    return upcoming(
        request.as_of, request.reach, until=asked.until, schedule=schedule, unit=asked.unit, kinds=kinds,
        first=first, count=count,
    )  # fmt: skip


def _law(schedule: Schedule | None) -> dict[str, Any]:
    return {"basis": basis(schedule), "rule": RULE} | (schedule.first_births() if schedule else {})


def _chart(months: Sequence[Month]) -> dict[str, Any]:
    return {
        "categories": [month.label for month in months],
        "series": [
            {"name": gettext("hết nhiệm kỳ"), "values": [month.terms for month in months], "tone": 1},
            {"name": gettext("nghỉ hưu"), "values": [month.pensions for month in months], "tone": 3},
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
