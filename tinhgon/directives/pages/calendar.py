"""The calendar of a month: what is due on each day, days off greyed, and the list of one day."""

from __future__ import annotations

import calendar as weeks
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.days import SATURDAY
from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.directives.nearness import is_worked
from tinhgon.directives.pages import filters as asking
from tinhgon.directives.pages import words
from tinhgon.directives.pages.cards import cards_of
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.queries import calendar
from tinhgon.directives.queries.filters import narrowed
from tinhgon.directives.statuses import Status
from tinhgon.documents.calendar import calendar as days_off

MOST = 200  # of one day, shown at once
DECEMBER = 12
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the month: whether it is worked, and what is due on it."""

    on: date
    within: bool
    is_today: bool
    is_chosen: bool
    worked: bool
    off: str  # why it is off
    counts: list[tuple[words.Look, int]]
    url: str

    @property
    def made_up(self) -> bool:
        """Tell whether it is worked although at a weekend."""
        return self.worked and self.on.weekday() >= SATURDAY

    @property
    def total(self) -> int:
        """Count what is due."""
        return sum(count for _, count in self.counts)


def calendar_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the month; with a day chosen, its list."""
    today = request.today
    filters = asking.read(request.GET, today=today)
    chosen = chosen_day(request)
    first = month_of(request, chosen or today)
    found = narrowed(filters, request.reach, today=today)
    grid = weeks.Calendar().monthdatescalendar(first.year, first.month)
    due = calendar.due_by_day(found, since=grid[0][0], until=grid[-1][-1], today=today)
    page = [[_day(request, day, first, due.get(day, {}), chosen) for day in week] for week in grid]
    held = calendar.due_on(found, chosen, today=today, most=MOST + 1) if chosen else []
    return (
        frame(request, "calendar")
        | asking.filter_bar(request, filters)
        | {
            "first": first, "without_due": True, "weeks": page, "chosen": chosen,
            "busy": [day for week in page for day in week if day.within and (day.total or day.off)],
            "total": sum(day.total for week in page for day in week if day.within),
            "rows": cards_of(held[:MOST], today=today), "too_many": len(held) > MOST,
            "day_list": asking.list_url(**{"from": f"{chosen:%d/%m/%Y}", "to": f"{chosen:%d/%m/%Y}"})
            if chosen else "",
            "earlier": _month_url(request, first - timedelta(days=1)),
            "later": _month_url(request, first + timedelta(days=31)),
            "this": _month_url(request, today),
            "provisional": days_off().is_provisional(first, first),
        }
    )  # fmt: skip


def month_of(request: ReachRequest, otherwise: date) -> date:
    """Read the first day of the month asked for; what is no month asks for that of another day."""
    written = re.fullmatch(r"(\d{4})-(\d\d?)", request.GET.get("month", ""))
    if written and FIRST_YEAR < int(written[1]) < LAST_YEAR and 1 <= int(written[2]) <= DECEMBER:
        return date(int(written[1]), int(written[2]), 1)
    return otherwise.replace(day=1)


def chosen_day(request: ReachRequest) -> date | None:
    """Read the day whose list is wanted; none, if it does not exist or lies too far for a calendar."""
    try:
        day = parse_day(request.GET["day"]) if request.GET.get("day") else None
    except Refused:
        return None
    return day if day and FIRST_YEAR < day.year < LAST_YEAR else None


def _day(
    request: ReachRequest, day: date, first: date, counts: Mapping[Status, int], chosen: date | None
) -> Day:
    return Day(
        on=day, within=day.month == first.month, is_today=day == request.today, is_chosen=day == chosen,
        worked=is_worked(day), off=days_off().off.get(day, ""),
        counts=[(words.LOOKS[one], count) for one, count in counts.items()],
        url=_month_url(request, first, day=f"{day:%Y-%m-%d}"),
    )  # fmt: skip


def _month_url(request: ReachRequest, of: date, **more: str) -> str:
    asked = asking.query(request.GET, "due", "from", "to", month=f"{of:%Y-%m}", **more)
    return reverse("directives:calendar") + asked
