"""Days, months, quarters, halves and years as they are written, and the days that they span."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.core.days import YEAR, months_after
from tinhgon.texts.deadlines.numerals import read_number
from tinhgon.texts.values import Span

_YEAR = r"(?:19|20)\d\d"
WEEKS = {"đầu": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_OF = r"\s*(?:/|-|,?\s*(?:của\s+)?năm)\s*"
_PARTS = (
    r"đầu|giữa|cuối|hết|thượng\s+tuần|trung\s+tuần|hạ\s+tuần|nửa\s+đầu|nửa\s+cuối"
    r"|tuần\s+(?:đầu(?:\s+tiên)?|cuối|thứ\s+(?:nhất|hai|ba|tư)|[1-4])"
)
_PART = rf"(?:(?P<part>{_PARTS})\s+(?:của\s+)?)?"
_HOUR = r"(?P<hour>\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút)?)?\s*,?\s*)?"
_AND = r"\s*(?:,|-|–|và|đến)\s*"
LATER = (
    r"\s*(?:của\s+)?năm\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề|kế\s+sau|trước(?!\s+(?:đây|đó))|đó|báo\s+cáo"
    r"|đánh\s+giá)"
)

MOMENT = re.compile(
    rf"""
    {_HOUR}(?:(?P<word>ngày)\s*)?(?<![\d/.,-])(?P<day>\d{{1,2}})\s*(?:[/.-]|tháng)\s*(?P<month>\d{{1,2}})
        (?:\s*(?:[/.-]|,?\s*năm)\s*(?P<year>[12]\d{{3}}))?(?![\d/%])
    | {_PART}\b(?:
        tháng\s*(?:(?:\d{{1,2}}{_AND}(?:tháng\s*)?){{1,3}}(?=\d{{1,2}}{_OF}{_YEAR}))?
            (?P<m>\d{{1,2}})(?:{_OF}(?P<my>{_YEAR}))?(?![\d/%])
      | quý\s*(?:(?:IV|I{{1,3}}|[1-4]){_AND}(?:quý\s*)?){{0,3}}
            (?P<q>IV|I{{1,3}}|[1-4])\b(?:{_OF}(?P<qy>{_YEAR}))?
      | (?P<hn>0?[2-9]|1[01]|hai|ba|sáu|chín)\s+tháng\s+(?P<h>đầu|cuối)
            (?:\s+(?:của\s+)?năm(?:\s*(?P<hy>{_YEAR}))?)?
      | năm\s+(?P<y>{_YEAR})(?!\s*[-–/]\s*\d)
      )
    | \b(?P<bare>đầu|giữa|cuối|hết)\s+năm\b(?!\s*(?:{_YEAR}|thứ|học))
    """,
    re.VERBOSE | re.IGNORECASE,
)

HINT = re.compile(
    r"\d\s*(?:[/.-]|tháng)\s*\d|tháng\s*(?:\d|đầu|cuối)|"
    r"quý\s*[IV\d]|năm\s+\d\d|(?:đầu|giữa|cuối|hết)\s+năm",
    re.IGNORECASE,
)


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
        moment = Moment(_int(found["year"]), int(found["month"]), int(found["day"]), since=int(found["day"]))
    elif found["m"]:
        moment = _month(_int(found["my"]), int(found["m"]), _part(found))
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
