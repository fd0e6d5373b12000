"""Working days in Vietnam: days off and exchanged days as data, a year each."""

from tinhgon.texts.calendar.days import Calendar
from tinhgon.texts.calendar.loading import load
from tinhgon.texts.calendar.refusals import HolidaysUnreadable, YearNotInCalendar

__all__ = ["Calendar", "HolidaysUnreadable", "YearNotInCalendar", "load"]
