"""Months and working days between days, as time limits of the law count them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

YEAR = 12  # months of the calendar
SHORTEST = 28  # days that every month has
SATURDAY = 5


def months_after(day: date, months: int) -> date:
    """Give the day some months later (or, below nought, earlier), or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, YEAR)
    year = day.year + years
    if day.day <= SHORTEST:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """Give the same day some years later; for 29 February in a common year, 28 February."""
    return months_after(day, years * YEAR)


def full_months(since: date, until: date) -> int:
    """Count the months that are complete from one day to another."""
    months = months_between(since, until)
    return months if months_after(since, months) <= until else months - 1


def full_years(since: date, until: date) -> int:
    """Count the years that are complete from one day to another, as an age is counted."""
    return full_months(since, until) // YEAR


def months_between(since: date, until: date) -> int:
    """Count from one calendar month to another, whatever the days."""
    return (until.year - since.year) * YEAR + until.month - since.month


def working_days(since: date, until: date, holidays: Collection[date] = ()) -> int:
    """Count the working days after one day, up to and including another.

    :param holidays: days off from Monday to Friday; nobody computes them, the authority announces them.
    """
    days = (since + timedelta(days=step) for step in range(1, (until - since).days + 1))
    return sum(day.weekday() < SATURDAY and day not in holidays for day in days)
