"""Which days are worked, and counting by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tinhgon.core.days import SATURDAY
from tinhgon.texts.calendar.refusals import YearNotInCalendar

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`off`: names of days off from Monday to Friday; `working`: days at a weekend that are worked.

    A year that is not among `years` is refused, never counted by weekdays alone; of a year among
    `provisional` no order was known when the data were made.
    """

    off: Mapping[date, str]
    working: frozenset[date]
    years: frozenset[int]
    provisional: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether offices work on a day.

        :raises YearNotInCalendar: the data lack its year.
        """
        if day.year not in self.years:
            raise YearNotInCalendar(year=day.year)
        return day in self.working or (day.weekday() < SATURDAY and day not in self.off)

    def next_working(self, day: date) -> date:
        """Give the day itself, or, if it is not worked, the first day after it that is."""
        while not self.is_working(day):
            day += DAY
        return day

    def after(self, day: date, count: int) -> date:
        """Give the last of so many working days after a day, which itself is not counted; 0 is the day."""
        while count > 0:
            day += DAY
            count -= self.is_working(day)
        return day

    def before(self, day: date, count: int) -> date:
        """Give the first of so many working days before a day, which itself is not counted."""
        while count > 0:
            day -= DAY
            count -= self.is_working(day)
        return day

    def working_days(self, since: date, until: date) -> int:
        """Count the working days after one day, up to and including another."""
        return sum(self.is_working(day) for day in _days(since, until))

    def is_provisional(self, since: date, until: date) -> bool:
        """Tell whether a count between two days leans on a year whose order was not known."""
        return any(year in self.provisional for year in range(since.year, until.year + 1))


def _days(since: date, until: date) -> Iterator[date]:
    return (since + DAY * step for step in range(1, (until - since).days + 1))
