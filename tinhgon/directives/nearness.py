"""How near a day is: by working days of the calendar that the settings name."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings

from tinhgon.documents.calendar import calendar
from tinhgon.texts.calendar import YearNotInCalendar


def soon(today: date) -> date:
    """Give the last day that counts as near: so many working days away as the settings say."""
    try:
        return calendar().after(today, settings.DUE_SOON)
    except YearNotInCalendar:  # a board must still open; what is overdue does not lean on this day
        return today + timedelta(days=settings.DUE_SOON)


def is_worked(day: date) -> bool:
    """Tell whether offices work on a day; where the calendar lacks its year, by the weekday alone."""
    try:
        return calendar().is_working(day)
    except YearNotInCalendar:
        return day.weekday() < 5
