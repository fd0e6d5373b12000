"""Days of which old papers know only the year, or the month and the year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from tinhgon.core.errors import Refused
from tinhgon.core.names import fold, nfc

_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?:(?:(?P<day>\d{1,2})\s*[/.\-]\s*)?(?P<month>\d{1,2})\s*[/.\-]\s*)?(?P<year>\d+)",
        r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:[t ]00:00(?::00(?:\.0+)?)?)?)?",
        r"(?:(?:ngay )?(?P<day>\d{1,2}) )?thang (?P<month>\d{1,2}) nam (?P<year>\d{4})",
        r"nam (?P<year>\d{4})",
    )
)


class DayRefused(Refused):
    """What was written is no day; `suggested` is what may have been meant."""

    @property
    def suggested(self) -> str:
        """The day that may have been meant, or nothing."""
        return str(self.facts.get("suggested", ""))


class NotADay(DayRefused):
    vi = "Không đọc được ngày “{text}”. Viết 01/03/1975; chỉ biết tháng thì viết 03/1975, năm thì viết 1975."
    en = "“{text}” is no day. Write 01/03/1975; 03/1975 where only the month is known, 1975 for a year."


class DayDoesNotExist(DayRefused):
    vi = "Ngày {text} không có: tháng {month}/{year} chỉ có {days} ngày. Sửa lại ngày."
    en = "There is no day {text}: the month {month}/{year} has only {days} days. Mend the day."


class MonthDoesNotExist(DayRefused):
    vi = "Ngày {text} không có: năm chỉ có 12 tháng. Viết theo thứ tự ngày/tháng/năm."
    en = "There is no day {text}: a year has only 12 months. Write day/month/year."


class TwoDigitYear(DayRefused):
    vi = "Ngày {text} viết tắt năm, không rõ thế kỷ nào. Viết năm đủ bốn chữ số."
    en = "{text} cuts the year short, and the century is not clear. Write the year with four digits."


class YearOutOfRange(DayRefused):
    vi = "Năm của “{text}” không nằm trong khoảng 1800–2199. Sửa lại năm."
    en = "The year of “{text}” is not between 1800 and 2199. Mend the year."


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDay:
    """A year, perhaps its month, perhaps its day; in order by the earliest day, the vaguer first.

    :raises DayDoesNotExist: or another DayRefused, where no such day is.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise YearOutOfRange(text=self)
        if self.month is None:
            if self.day is not None:
                raise NotADay(text=f"{self.day}/?/{self.year}")
            return
        if not 1 <= self.month <= 12:
            raise MonthDoesNotExist(text=self, suggested=self._turned())
        days = monthrange(self.year, self.month)[1]
        if self.day is not None and not 1 <= self.day <= days:
            raise DayDoesNotExist(text=self, month=self.month, year=self.year, days=days)

    def __str__(self) -> str:
        parts = [f"{part:02}" for part in (self.day, self.month) if part is not None]
        return "/".join([*parts, f"{self.year:04}"])

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDay):
            return NotImplemented
        return self._order() < other._order()

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        if self.day is not None:
            return self.earliest
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def whole(self) -> date | None:
        """The day itself, where it is known to the day."""
        return self.earliest if self.day is not None else None

    @classmethod
    def of(cls, day: date) -> PartialDay:
        """Make one that is known to the day.

        :raises YearOutOfRange: its year is not between 1800 and 2199.
        """
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str) -> PartialDay:
        """Read 1975, 03/1975, 01/03/1975, 1975-03, 1975-03-01, or the same in Vietnamese words.

        :raises DayRefused: it is none of these, the year has two digits, or such a day does not exist.
        """
        plain = nfc(text)
        written = next((found for form in _FORMS if (found := form.fullmatch(fold(plain)))), None)
        if written is None:
            raise NotADay(text=plain[:40])
        if len(written["year"]) != 4:
            raise TwoDigitYear(text=plain[:40]) if len(written["year"]) == 2 else NotADay(text=plain[:40])
        return cls(**{name: int(part) for name, part in written.groupdict().items() if part})

    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def _turned(self) -> str:
        """Say the day as it would be with day and month the other way round."""
        if self.month is None or self.day is None or self.month > 31 or not 1 <= self.day <= 12:
            return ""
        days = monthrange(self.year, self.day)[1]
        return f"{self.month:02}/{self.day:02}/{self.year}" if self.month <= days else ""
