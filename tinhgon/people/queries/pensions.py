"""Which months of birth reach the pension when, by the schedule of a day, as a table for the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from tinhgon.core.days import months_after
from tinhgon.core.partial import PartialDay
from tinhgon.core.rulebook import Dated
from tinhgon.core.rules.retirement import Sex
from tinhgon.core.rules.retirement.schedule import first_birth, retirement
from tinhgon.rules.library import book

FIGURE = "retirement.age"
SEXES: tuple[Sex, ...] = get_args(Sex)
LAST_BIRTH = 2100  # whoever is born later is in nobody's files in the lifetime of this program


@dataclass(frozen=True, slots=True)
class Reaching:
    """Those of a sex who were born in a month, and the first day of their pension."""

    sex: Sex
    month: date
    pension: date


@dataclass(frozen=True, slots=True)
class Schedule:
    """The schedule in force on a day; equal ones have the same table, which is made once."""

    value: Dated

    def __hash__(self) -> int:
        return hash((self.value.figure, self.value.since))

    def first_birth(self, sex: Sex) -> date:
        """Give the first day of birth that it covers."""
        return first_birth(sex, self.value)

    def first_births(self) -> dict[str, date]:
        """Give the same of each sex, as parameters of a statement."""
        return {f"{sex}_from": self.first_birth(sex) for sex in SEXES}

    def reaching(self, since: date, until: date) -> list[Reaching]:
        """Give the births whose pension begins from one day on and before another."""
        return [one for one in _table(self) if since <= one.pension < until]

    def columns(self, since: date, until: date) -> dict[str, Any]:
        """Give the same as columns that a statement unnests; whoever is born later need not be looked at."""
        found = self.reaching(since, until)
        born = [self.first_birth(sex) for sex in SEXES] + [months_after(one.month, 1) for one in found]
        return {
            "born_until": max(born),
            "sexes": [one.sex for one in found],
            "births": [one.month for one in found],
            "pensions": [one.pension for one in found],
        }


def schedule_on(day: date) -> Schedule | None:
    """Give the schedule of retirement of a day; None where no rule is in force."""
    figure = book().figures.get(FIGURE)
    return Schedule(figure.on(day)) if figure and figure.in_force(day) else None


@lru_cache(maxsize=8)
def _table(schedule: Schedule) -> tuple[Reaching, ...]:
    return tuple(one for sex in SEXES for one in _of(schedule, sex))


def _of(schedule: Schedule, sex: Sex) -> Iterator[Reaching]:
    month = schedule.first_birth(sex).replace(day=1)
    while month.year < LAST_BIRTH:
        born = PartialDay(month.year, month.month)
        yield Reaching(sex, month, retirement(born, sex, schedule.value).pension)
        month = months_after(month, 1)
