"""The bar's days stand where they should."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from tinhgon.web.asof import asof_view

HANOI = timezone(timedelta(hours=7))


@dataclass
class Point:
    day: date = date(2025, 6, 30)
    known: datetime | None = None
    today: date = date(2026, 1, 1)
    first: date = date(2004, 1, 1)
    last: date = date(2026, 1, 1)
    marks: list[tuple[date, str, bool]] = field(default_factory=list)
    previous: date | None = None
    next: date | None = None
    moments: list[tuple[str, str]] = field(default_factory=list)


def test_first_and_last_day_are_the_ends() -> None:
    assert asof_view(Point(day=date(2004, 1, 1))).position == 0
    end = asof_view(Point(day=date(2026, 1, 1)))
    assert end.position == end.length == (date(2026, 1, 1) - date(2004, 1, 1)).days


def test_a_day_outside_stays_at_the_end() -> None:
    assert asof_view(Point(day=date(1990, 1, 1))).position == 0
    view = asof_view(Point(day=date(2030, 1, 1)))
    assert (view.position, view.is_future, view.is_past) == (view.length, True, False)


def test_one_day_only_does_not_divide_by_zero() -> None:
    day = date(2025, 7, 1)
    view = asof_view(Point(day=day, first=day, last=day, marks=[(day, "lập", True)]))
    assert view.length == 1
    assert view.dots[0].x == "0.00%"


def test_crowded_dots_are_thinned_but_never_the_current_one() -> None:
    days = [date(2025, 7, 1) + timedelta(days=i) for i in range(10)]
    view = asof_view(Point(marks=[(day, "", day == days[3]) for day in days]))
    assert [dot.on for dot in view.dots] == [days[0], days[3]]


def test_years_below_the_slider_are_few() -> None:
    assert len(asof_view(Point()).years) <= 12
    assert [year.label for year in asof_view(Point(first=date(2024, 2, 1))).years] == ["2025", "2026"]


def test_a_known_moment_that_nobody_recorded_is_still_shown() -> None:
    known = datetime(2025, 9, 10, 8, 30, tzinfo=HANOI)
    listed = asof_view(Point(known=known, moments=[("2025-09-10T08:30:00+07:00", "đợt 2")])).moments
    assert [(moment.label, moment.is_chosen) for moment in listed] == [("đợt 2", True)]
    added = asof_view(Point(known=known)).moments
    assert [(moment.label, moment.is_chosen) for moment in added] == [("10/09/2025 08:30", True)]
