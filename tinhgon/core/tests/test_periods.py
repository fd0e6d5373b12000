"""Periods are half-open: the first day belongs to them, the end no longer does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.core.periods import EmptyPeriod, NoSuchDay, Period, gaps, parse_day

MONDAY = date(2025, 6, 30)
TUESDAY = date(2025, 7, 1)
FRIDAY = date(2025, 7, 4)
LAST_OF_CALENDAR = date.max

# A short calendar, so that periods meet, overlap and enclose each other often; some never end.
DAYS = [MONDAY + timedelta(days=number) for number in range(10)]
BEYOND = [*DAYS, DAYS[-1] + timedelta(days=1), LAST_OF_CALENDAR]


@st.composite
def periods(draw: st.DrawFn) -> Period:
    since = draw(st.sampled_from([*DAYS, LAST_OF_CALENDAR]))
    later = [day for day in BEYOND if day > since]
    return Period(since, draw(st.sampled_from([*later, None])))


def days(*of: Period) -> set[date]:
    return {day for day in BEYOND if any(day in period for period in of)}


def test_the_first_day_belongs_to_it_and_the_end_does_not() -> None:
    week = Period(MONDAY, FRIDAY)

    assert MONDAY in week
    assert FRIDAY not in week
    assert week.last_day == date(2025, 7, 3)


def test_without_an_end_it_holds_the_last_day_of_the_calendar() -> None:
    assert LAST_OF_CALENDAR in Period(MONDAY)
    assert Period(MONDAY).last_day is None


@pytest.mark.parametrize("until", [MONDAY, date(2025, 6, 29)], ids=["no day", "reversed"])
def test_a_period_without_a_day_is_refused(until: date) -> None:
    with pytest.raises(EmptyPeriod) as refused:
        Period(MONDAY, until)

    assert "30/06/2025" in refused.value.message("vi")
    assert refused.value.as_json()["facts"] == {"since": "2025-06-30", "until": until.isoformat()}


def test_periods_that_meet_do_not_overlap() -> None:
    assert not Period(MONDAY, TUESDAY).overlaps(Period(TUESDAY))


def test_an_end_on_the_last_day_of_the_calendar_is_not_the_same_as_no_end() -> None:
    ending, endless = Period(MONDAY, LAST_OF_CALENDAR), Period(MONDAY)

    assert not ending.covers(endless)
    assert list(endless.minus(ending)) == [Period(LAST_OF_CALENDAR)]
    assert ending.intersection(endless) == ending


@given(periods(), periods())
def test_all_that_is_said_of_two_periods_is_said_of_their_days(one: Period, two: Period) -> None:
    shared = one.intersection(two)

    assert one.overlaps(two) == bool(days(one) & days(two)) == (shared is not None)
    assert one.covers(two) == (days(two) <= days(one))
    assert days(*([shared] if shared else [])) == days(one) & days(two)
    assert days(*one.minus(two)) == days(one) - days(two)


@given(periods(), st.lists(periods(), max_size=5))
def test_gaps_are_the_days_that_no_part_covers_in_order(whole: Period, parts: list[Period]) -> None:
    left = gaps(whole, parts)

    assert days(*left) == days(whole) - days(*parts)
    assert list(left) == sorted(left, key=lambda period: period.since)
    assert not any(one.overlaps(two) for one in left for two in left if one is not two)


@pytest.mark.parametrize("text", ["01/07/2025", "1/7/2025", " 2025-07-01 "])
def test_a_day_is_read_as_people_and_as_machines_write_it(text: str) -> None:
    assert parse_day(text) == TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2025",
        "01/01/0001",
        "9999-12-31",
        "2025-13-01",
        "01/07/25",
        "20250701",
        "1/7",
        "",
        "hôm nay",
        "01/07/2025/1",
        "٠١/07/2025",
        "-1/7/2025",
    ],
)
def test_a_day_that_does_not_exist_is_refused_by_its_text(text: str) -> None:
    with pytest.raises(NoSuchDay) as refused:
        parse_day(text)

    assert f"“{text}”" in refused.value.message("vi")


@given(st.dates(date(1, 1, 2), date(9999, 12, 30)))
def test_every_day_reads_back_from_both_ways_of_writing(day: date) -> None:
    assert parse_day(day.isoformat()) == parse_day(f"{day.day}/{day.month}/{day.year:04}") == day
