"""From the birth to the month in which somebody reaches the age of retirement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tinhgon.core.days import YEAR, full_months, months_after, years_after
from tinhgon.core.partial import PartialDay
from tinhgon.core.rulebook import Dated, NotInForce, Numbers
from tinhgon.core.rules.needed import MissingFact, needed
from tinhgon.core.rules.retirement.aged import Aged, Sex


class BornBeforeSchedule(NotInForce):
    vi = "Người sinh {born} nghỉ hưu theo quy định trước lộ trình hiện hành; kho quy tắc chưa có quy định đó."
    en = "Whoever was born {born} retired by rules older than the schedule; the rulebook does not have them."


@dataclass(frozen=True, slots=True)
class Retirement:
    """The month in which the age is reached (its first day), the age then, and the year of the schedule."""

    month: date
    age: int  # in months
    row: int

    @property
    def pension(self) -> date:
        """The first day of the pension: the month after."""
        return months_after(self.month, 1)

    @property
    def month_told(self) -> str:
        """The month as paper writes it."""
        return str(PartialDay(self.month.year, self.month.month))


def retirement(born: PartialDay, sex: Sex, schedule: Dated, lower: int = 0) -> Retirement:
    """Find the first year of the schedule whose age is reached by its end.

    :param lower: years less, for work or places that give the lowest age.
    :raises MissingFact: only the year of birth is known.
    """
    if born.month is None:
        raise MissingFact(fact="born")
    birth, year = date(born.year, born.month, 1), schedule.since.year
    while (month := months_after(birth, age_in(year, sex, schedule, lower))).year > year:
        year = month.year  # ages never fall: no year before that one can do
    return Retirement(month, age_in(year, sex, schedule, lower), year)


def age_in(year: int, sex: Sex, schedule: Dated, lower: int = 0) -> int:
    """Give the age of a year of the schedule, in months."""
    row = schedule.amount[sex]
    more = (year - schedule.since.year) * row["more"]
    return int(min(row["years"] * YEAR + row["months"] + more, row["most"] * YEAR) - lower * YEAR)


def is_covered(born: PartialDay, sex: Sex, schedule: Dated, lower: int = 0) -> bool:
    """Tell whether somebody was born late enough for the schedule."""
    return born.earliest >= first_birth(sex, schedule, lower)


def first_birth(sex: Sex, schedule: Dated, lower: int = 0) -> date:
    """Give the first day of birth that the schedule covers."""
    first: date = schedule.amount["born_from"][sex]
    return years_after(first, lower)


def months_left(born: PartialDay, sex: Sex, day: date, numbers: Numbers) -> int:
    """Count the full months from a day to the first day of the pension; nought once that has come.

    Whoever was born before the schedule has none left on any day on which it is in force.

    :raises NotInForce: the schedule is not in force on that day.
    """
    when = retirement(born, sex, numbers["retirement.age"].on(day))
    return max(0, full_months(day, when.pension))


def left_to(facts: Aged, day: date, numbers: Numbers) -> int:
    """Count the months that somebody has left.

    :raises MissingFact: the month of birth or the sex is not known; ask `facts.missing` before.
    """
    return months_left(needed(facts, "born"), needed(facts, "sex"), day, numbers)
