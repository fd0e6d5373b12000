"""Deadlines that name a day or a stretch of days: trước ngày 31/12/2025, trong quý III, đến năm 2030."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from tinhgon.texts.deadlines.guards import is_wanted
from tinhgon.texts.deadlines.moments import Moment, Point, read_moment
from tinhgon.texts.deadlines.setting import Setting
from tinhgon.texts.deadlines.wording.moments import HINT, MOMENT
from tinhgon.texts.deadlines.wording.points import AND, LATER_YEAR, LEADS
from tinhgon.texts.values import Deadline, Span

LATELY = timedelta(days=92)
LEAD = 90  # letters that the words before a day may take


def read_points(setting: Setting) -> Iterator[tuple[Point, Deadline]]:
    """Give each deadline by or before a moment, in order."""
    last: Point | None = None
    for found in setting.matches(MOMENT, HINT):
        point = _point(setting, found, last)
        if point and is_wanted(setting, point):
            last = point
            made = _deadline(setting, point)
            if not _past(setting, made):
                yield point, made


def _point(setting: Setting, found: re.Match[str], last: Point | None) -> Point | None:
    moment = read_moment(found)
    if moment is None:
        return None
    start, end = found.span()
    before = setting.before(start, LEAD)
    later = LATER_YEAR.match(setting.text, end) if moment.year is None else None
    end = later.end() if later else end
    led = _led(before)
    if led is None and last and AND.fullmatch(setting.text, last.span.end, start):
        led = last.manner, 0
    if led is None and (found["bare"] or _is_bare(found) or not setting.alone(Span(start, end))):
        return None
    manner, length = led or ("alone", 0)
    return Point(
        Span(start - length, end),
        manner,
        moment,
        stretch=not found["day"],
        bare=_is_bare(found),
        vague=(found["bare"] or "").lower() in ("đầu", "giữa"),
        hour=bool(found["hour"]),
        later=bool(later),
    )


def _led(before: str) -> tuple[str, int] | None:
    """Give what the words before a moment mean, and how many letters they take."""
    for manner, pattern in LEADS:
        if led := pattern.search(before):
            return manner, len(before) - led.start()
    return None


def _is_bare(found: re.Match[str]) -> bool:
    return bool(found["day"]) and not found["word"] and not found["year"]


def _deadline(setting: Setting, point: Point) -> Deadline:
    moment, before = point.moment, point.manner == "before" and not point.hour
    words = setting.clean.text[point.span.start : point.span.end]
    month, day = moment.end
    yearless = moment.year is None
    year = moment.year or _year(setting, moment)
    if point.later or (yearless and setting.standing):
        told = (None, None) if point.vague else (month, day)
        return Deadline(point.span, words, "every", every="year", month=told[0], day=told[1])
    due = (moment.eve(year) if before else moment.last(year)) if year else None
    return Deadline(
        point.span,
        words,
        "before" if before else "by",
        due=due,
        month=month if yearless else None,
        day=day if yearless else None,
        fault=_fault(moment, year or 2000),
    )


def _year(setting: Setting, moment: Moment) -> int | None:
    """Give the year that a document means: the one it plans, else the first in which the moment is ahead.

    What was over a short while before its day may be looked back upon or meant for the next year: not told.
    """
    issued = setting.issued
    if setting.planned or issued is None:
        return setting.planned
    last = moment.last(issued.year)
    if last is None or last >= issued:
        return issued.year
    return issued.year + 1 if last < issued - LATELY else None


def _fault(moment: Moment, year: int) -> str:
    if moment.last(year):
        return ""
    written = f"{moment.day:02}/{moment.month:02}"
    return f"{written}/{moment.year}" if moment.year else written


def _past(setting: Setting, made: Deadline) -> bool:
    """Tell whether a deadline was over when the document was made: it tells of what has been."""
    late = timedelta(days=1) if made.kind == "before" else timedelta()
    return bool(setting.issued and made.due and made.due + late < setting.issued)
