"""The days on which deadlines fall, once the event or the last time is known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tinhgon.core.days import months_after
from tinhgon.texts.calendar import Calendar
from tinhgon.texts.deadlines.moments import read_moment
from tinhgon.texts.deadlines.wording.moments import MOMENT
from tinhgon.texts.values import Deadline, Measure

DAY = timedelta(days=1)
HOURS = 24
MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
EVE = re.compile(r"\btrước\b(?!\s+(?:hạn|mắt))", re.IGNORECASE)
ISSUED = re.compile(r"(?:từ|sau)\s+(?:ngày|khi)\s+(?:ký\b|ban\s+hành\b.*\bnày\b)", re.IGNORECASE | re.DOTALL)


def due_date(deadline: Deadline, issued: date, calendar: Calendar, since: date | None = None) -> date | None:
    """Give the last day in time, or None where it cannot be told yet.

    A length counts from `since`, the day of the event; without it, from the day that the deadline's own words
    name, or from the document's day where they say that it is signed. The day of the event is not counted,
    and a length of months ends on the day of the same number: the common manner of counting (Bộ luật Dân sự
    2015, Điều 147–148), not what a given law says of its own limits. A last day that is off stays as it is.

    :param issued: the document's day.
    :raises YearNotInCalendar: working days reach a year that the calendar lacks.
    """
    if deadline.kind == "every":
        return next_due(deadline, issued)
    if deadline.amount is None or not deadline.measure:
        return deadline.due
    if deadline.kind == "before":
        return _counted(since, -deadline.amount, deadline.measure, calendar) if since else None
    start = since or _named_day(deadline.since) or (issued if ISSUED.search(deadline.since) else None)
    return _counted(start, deadline.amount, deadline.measure, calendar) if start else None


def next_due(deadline: Deadline, after: date) -> date | None:
    """Give the first day after a day on which a deadline that comes again is due, or None.

    Without a day of its own it is due on the last day of its week, month, quarter, half or year. One that
    comes every so many years from an event that is not known is not told.
    """
    if deadline.kind != "every" or not deadline.every or (deadline.amount or 1) > 1:
        return None
    if deadline.every == "week":
        return _weekday(6 if deadline.weekday is None else deadline.weekday, after)
    eve = DAY if EVE.search(deadline.words) and deadline.day else timedelta()
    months = MONTHS[deadline.every]
    first = date(after.year, after.month - (after.month - 1) % months, 1)
    within = ((deadline.month or months) - 1) % months
    for step in range(3):
        day = _day_of(months_after(first, step * months + within), deadline.day) - eve
        if day > after:
            return day
    return None


def _day_of(first: date, day: int | None) -> date:
    """Give a day of a month, or its last where it has no such day or none is named."""
    last = months_after(first, 1) - DAY
    return last if day is None else first.replace(day=min(day, last.day))


def _weekday(weekday: int, after: date) -> date:
    return after + DAY * ((weekday - after.weekday() - 1) % 7 + 1)


def _named_day(words: str) -> date | None:
    """Read the day in “kể từ ngày 01/7/2025”."""
    for found in MOMENT.finditer(words):
        moment = read_moment(found)
        if moment and moment.day and moment.year:
            return moment.last(moment.year)
    return None


def _counted(start: date, amount: int, measure: Measure, calendar: Calendar) -> date:
    """Count forth, or back where the amount is below nought."""
    match measure:
        case "working_day":
            return calendar.after(start, amount) if amount >= 0 else calendar.before(start, -amount)
        case "hour":
            return start + DAY * -(-amount // HOURS)
        case "day":
            return start + DAY * amount
        case "week":
            return start + DAY * 7 * amount
    return months_after(start, amount * MONTHS[measure])
