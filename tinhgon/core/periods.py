"""Periods of whole days, half-open: the first day belongs to it, `until` no longer does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.core.errors import Refused

_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


class EmptyPeriod(Refused):
    vi = "Giai đoạn từ {since} đến {until} không có ngày nào: ngày kết thúc phải sau ngày bắt đầu."
    en = "The period from {since} to {until} has no day: its end must come after its start."


class NoSuchDay(Refused):
    vi = "Không có ngày “{text}”. Viết ngày/tháng/năm, ví dụ 01/07/2025."
    en = "There is no day “{text}”. Write day/month/year, for example 01/07/2025."


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` up to, not including, `until`; None is no end.

    :raises EmptyPeriod: it would hold no day.
    """

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise EmptyPeriod(since=self.since, until=self.until)

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def last_day(self) -> date | None:
        """The last day that belongs to it, as paper prints it."""
        return self.until - timedelta(days=1) if self.until else None

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two share a day."""
        return (other.until is None or self.since < other.until) and (
            self.until is None or other.since < self.until
        )

    def covers(self, other: Period) -> bool:
        """Tell whether every day of the other is one of this."""
        return self.since <= other.since and _first_end(self.until, other.until) == other.until

    def intersection(self, other: Period) -> Period | None:
        """Give the days they share, or None."""
        if not self.overlaps(other):
            return None
        return Period(max(self.since, other.since), _first_end(self.until, other.until))

    def minus(self, other: Period) -> Iterator[Period]:
        """Give what is left of it without the other: none, one or two periods."""
        if not self.overlaps(other):
            yield self
            return
        if self.since < other.since:
            yield Period(self.since, other.since)
        if other.until is not None and (self.until is None or other.until < self.until):
            yield Period(other.until, self.until)


def joined(parts: Iterable[Period]) -> tuple[Period, ...]:
    """Join periods, in order of days, that follow each other without a gap."""
    whole: list[Period] = []
    for part in parts:
        if whole and whole[-1].until == part.since:
            whole[-1] = Period(whole[-1].since, part.until)
        else:
            whole.append(part)
    return tuple(whole)


def gaps(whole: Period, parts: Iterable[Period]) -> tuple[Period, ...]:
    """Give the days of `whole` that none of the parts covers, in order."""
    left: tuple[Period, ...] = (whole,)
    for part in parts:
        left = tuple(piece for period in left for piece in period.minus(part))
    return left


def parse_day(text: str) -> date:
    """Read dd/mm/yyyy or yyyy-mm-dd; the year has four digits.

    The first and the last day of the calendar are refused, so that every day has one before and one after.

    :raises NoSuchDay: it is neither, or such a day does not exist.
    """
    written = _DAY_FIRST.fullmatch(text.strip()) or _YEAR_FIRST.fullmatch(text.strip())
    try:
        if written:
            day = date(int(written["year"]), int(written["month"]), int(written["day"]))
            if date.min < day < date.max:
                return day
    except ValueError:
        pass
    raise NoSuchDay(text=text.strip()[:40])


def _first_end(one: date | None, other: date | None) -> date | None:
    """The end that comes first; None is no end at all."""
    return min((end for end in (one, other) if end is not None), default=None)
