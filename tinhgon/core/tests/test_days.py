"""Months and working days, as time limits count them."""

from __future__ import annotations

from datetime import date

import pytest

from tinhgon.core.days import full_months, full_years, months_after, months_between, working_days, years_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 15), -12, date(2024, 1, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


def test_a_leap_day_has_its_years_on_the_28th() -> None:
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)


def test_months_are_full_on_the_same_day_of_the_month() -> None:
    assert full_months(date(2007, 7, 2), date(2025, 7, 1)) == 215
    assert full_months(date(2007, 7, 1), date(2025, 7, 1)) == 216


def test_age_is_counted_in_full_years() -> None:
    assert full_years(date(1980, 7, 2), date(2025, 7, 1)) == 44
    assert full_years(date(1980, 7, 1), date(2025, 7, 1)) == 45


def test_calendar_months_do_not_ask_for_days() -> None:
    assert months_between(date(2025, 7, 31), date(2026, 3, 1)) == 8


def test_weekends_and_holidays_are_no_working_days() -> None:
    friday, tuesday = date(2025, 8, 29), date(2025, 9, 2)

    assert working_days(friday, tuesday) == 2
    assert working_days(friday, tuesday, {date(2025, 9, 1), date(2025, 9, 2)}) == 0
