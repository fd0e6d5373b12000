"""Periods of whole days, half-open: the first day belongs to it, `until` no longer does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.core.errors import Refused


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
        return self.since <= other.since and _end(self) >= _end(other)

    def intersection(self, other: Period) -> Period | None:
        """Give the days they share, or None."""
        since, until = max(self.since, other.since), min(_end(self), _end(other))
        return Period(since, None if until == date.max else until) if since < until else None

    def minus(self, other: Period) -> Iterator[Period]:
        """Give what is left of it without the other: none, one or two periods."""
        if not self.overlaps(other):
            yield self
            return
        if self.since < other.since:
            yield Period(self.since, other.since)
        if other.until is not None and other.until < _end(self):
            yield Period(other.until, self.until)


def gaps(whole: Period, parts: Iterable[Period]) -> tuple[Period, ...]:
    """Give the days of `whole` that none of the parts covers, in order."""
    left = (whole,)
    for part in parts:
        left = tuple(piece for period in left for piece in period.minus(part))
    return left


def parse_day(text: str) -> date:
    """Read dd/mm/yyyy or yyyy-mm-dd.

    :raises NoSuchDay: it is neither, or such a day does not exist.
    """
    cleaned = text.strip()
    try:
        if "/" in cleaned:
            day, month, year = cleaned.split("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(cleaned)
    except ValueError:
        raise NoSuchDay(text=text[:40]) from None


def _end(period: Period) -> date:
    return period.until or date.max
