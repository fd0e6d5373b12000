"""What comes again comes a whole period later, and the end of a month stays the end of a month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.directives.recurring import MONTHS, next_due

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(due=DAYS, every=st.sampled_from(["week", *MONTHS]))
def test_the_next_time_is_later_by_the_period(due: date, every: str) -> None:
    days = 7 if every == "week" else 30 * MONTHS[every]
    assert timedelta(days=days - 3) <= next_due(due, every) - due <= timedelta(days=days + 10)


@given(due=DAYS, every=st.sampled_from(sorted(MONTHS)))
def test_the_last_day_of_a_month_stays_the_last(due: date, every: str) -> None:
    eve = timedelta(days=1)
    is_last = (due + eve).day == 1
    if is_last:
        assert (next_due(due, every) + eve).day == 1
    elif due.day <= 28:
        assert next_due(due, every).day == due.day


@pytest.mark.parametrize(
    ("every", "day"), [("quarter", "2026-06-30"), ("half", "2026-09-30"), ("year", "2027-03-31")]
)
def test_a_quarter_ends_where_a_quarter_ends(every: str, day: str) -> None:
    assert next_due(date(2026, 3, 31), every) == date.fromisoformat(day)
