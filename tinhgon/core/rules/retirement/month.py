"""The month of retirement, in steps that can be done again with a pencil."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import YEAR
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Numbers, Step, Working
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.retirement.aged import Aged
from tinhgon.core.rules.retirement.schedule import (
    BornBeforeSchedule,
    Retirement,
    age_in,
    is_covered,
    retirement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker(Aged):
    """Somebody who will retire; `hard_work` is for work or places that give the lowest age."""

    __pydantic_config__: ClassVar = STRICT
    hard_work: bool = False


def month(facts: Worker, *, on: date, numbers: Numbers) -> Working:
    """Tell when somebody reaches the age of retirement.

    :raises NotInForce: the day, or the birth, is before the schedule.
    :raises MissingFact: the month of birth or the sex is not known.
    """
    schedule, lower = numbers["retirement.age"].on(on), numbers["retirement.lower_age"].on(on)
    born, sex = needed(facts, "born"), needed(facts, "sex")
    less = lower.amount["years"] if facts.hard_work else 0
    if not is_covered(born, sex, schedule, less):
        raise BornBeforeSchedule(figure="retirement.age", born=born)
    when = retirement(born, sex, schedule, less)
    years, months = divmod(when.age, YEAR)
    gives = {"month": when.month_told, "pension": when.pension, "age_years": years, "age_months": months}
    steps = tuple(_steps(facts, when, schedule, lower))
    return Working(calculation="retirement.month", gives=gives, steps=steps)


def _steps(facts: Worker, when: Retirement, schedule: Dated, lower: Dated) -> Iterator[Step]:
    sex = needed(facts, "sex")
    normal = dict(zip(("years", "months"), divmod(age_in(when.row, sex, schedule), YEAR), strict=True))
    reached = dict(zip(("years", "months"), divmod(when.age, YEAR), strict=True))
    yield Step(sex, {"year": when.row, **normal}, (schedule,))
    if facts.hard_work:
        yield Step("lower", {"less": lower.amount["years"], **reached}, (lower,))
    yield Step("reached", {"born": str(facts.born), "month": when.month_told, **reached}, (schedule,))
    yield Step("pension", {"pension": when.pension}, (schedule,))
