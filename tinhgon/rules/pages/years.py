"""A year before and after a day, at the ends of the calendar too."""

from __future__ import annotations

from datetime import date

from tinhgon.core.days import years_after


def year_after(day: date) -> date:
    """Give the same day of the next year; the calendar's last day where there is none."""
    return years_after(day, 1) if day.year < date.max.year else date.max


def year_before(day: date) -> date:
    """Give the same day of the year before; the calendar's first day where there is none."""
    return years_after(day, -1) if day.year > date.min.year else date.min
