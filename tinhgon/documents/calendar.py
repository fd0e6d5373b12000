"""The calendar of this office: the country's days off, with the years that it wrote itself."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from tinhgon.texts.calendar import Calendar, load


@cache
def calendar() -> Calendar:
    """Give the calendar that the settings name.

    :raises HolidaysUnreadable: a file of the office's own is malformed.
    """
    return load(*settings.HOLIDAYS)
