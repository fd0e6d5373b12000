"""Days, months, quarters, halves and years as they are written, and the days that they span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.core.days import YEAR, months_after
from tinhgon.texts.deadlines.numerals import read_number
from tinhgon.texts.values import Span

WEEKS = {"đầu": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a stretch of the calendar: `months` of it from `month` on, or one `day`; parts of ten days."""

    year: int | None
    month: int
    day: int | None = None
    months: int = 0  # how many months it lasts; 0 is one day, or ten up to `day`
    since: int = 1  # its first day

    def last(self, year: int) -> date | None:
        """Give its last day in a year, or None if there is no such day."""
        try:
            first = date(year, self.month, 1 if self.day is None else self.day)
        except ValueError:
            return None
        return first if self.day is not None else months_after(first, self.months) - timedelta(days=1)

    def eve(self, year: int) -> date | None:
        """Give the day before its first."""
        try:
            first = date(year, self.month, self.since)
        except ValueError:
            return None
        return None if first == date.min else first - timedelta(days=1)

    @property
    def end(self) -> tuple[int, int]:
        """The month and day on which it ends, in a common year."""
        if self.day is not None:
            return self.month, self.day
        last = months_after(date(2001, self.month, 1), self.months) - timedelta(days=1)
        return last.month, last.day


@dataclass(frozen=True, slots=True)
class Point:
    """A day or stretch with the words that lead to it; `manner` is what they mean."""

    span: Span
    manner: str  # before, surely, until, inside, alone
    moment: Moment
    stretch: bool  # no single day was written
    bare: bool  # two numbers and a stroke: 30/6
    vague: bool  # đầu năm, giữa năm
    hour: bool  # an hour of the day is named, so that the day itself is in time
    later: bool  # of the next year, the year reported on: it comes again each year


def read_moment(found: re.Match[str]) -> Moment | None:
    """Read what MOMENT found; None for what can be no month of the calendar."""
    if found["day"]:
        if not found["year"] and found["mark"] in ".-":  # 3.2, 5 - 7
            return None
        moment = Moment(_int(found["year"]), int(found["month"]), int(found["day"]), since=int(found["day"]))
    elif month := found["m"] or found["cm"]:
        moment = _month(_int(found["my"] or found["cy"]), int(month), _part(found))
    elif found["q"]:
        number = _ROMAN.get(found["q"].upper()) or int(found["q"])
        moment = _stretch(_int(found["qy"]), number * 3 - 2, 3, _part(found))
    elif found["h"]:
        count = read_number(found["hn"])
        moment = Moment(
            _int(found["hy"]), 1 if found["h"].lower() == "đầu" else YEAR + 1 - count, months=count
        )
    else:
        moment = _stretch(_int(found["y"]), 1, YEAR, _part(found) or (found["bare"] or "").lower())
    if found["word"] or found["year"] or 1 <= moment.month <= YEAR:
        return moment
    return None


def _month(year: int | None, month: int, part: str) -> Moment:
    if part.startswith("tuần"):
        week = next((number for word, number in WEEKS.items() if word in part), 0)
        return Moment(year, month, week * 7, since=week * 7 - 6) if week else Moment(year, month, months=1)
    match part:
        case "đầu" | "thượng tuần":
            return Moment(year, month, 10)
        case "giữa" | "trung tuần":
            return Moment(year, month, 20, since=11)
        case "nửa đầu":
            return Moment(year, month, 15)
    return Moment(year, month, months=1)


def _stretch(year: int | None, month: int, months: int, part: str) -> Moment:
    """Give a quarter or a year, or its first part (a month, a quarter) or half."""
    match part:
        case "đầu":
            return Moment(year, month, months=max(months // 4, 1))
        case "giữa" | "nửa đầu":
            return Moment(year, month, months=months // 2 + months % 2)
    return Moment(year, month, months=months)


def _part(found: re.Match[str]) -> str:
    return " ".join((found["part"] or "").lower().split())


def _int(written: str | None) -> int | None:
    return int(written) if written else None
