"""Working days: a change is told to the national database within three of them."""

from __future__ import annotations

from datetime import date, timedelta

SYNCHRONISE_WITHIN = 3  # working days; decree 27/2026/NĐ-CP as the press tells it: provisional
SATURDAY = 5


def working_days_after(day: date, count: int) -> date:
    """Give the day on which so many working days have passed. Public holidays are not taken out."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day
