"""Somebody in post whose age of retirement has come, or is near."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import full_months
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, note, unknown, warn
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.retirement.month import Worker
from tinhgon.core.rules.retirement.schedule import Retirement, first_birth, is_covered, retirement

RULE = "retirement.reached"
AHEAD = 12  # months before the pension at which this rule begins to tell; our habit, no figure of the law


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving(Worker):
    """Somebody in post; `later_until` is the last day of a decision that lets them stay on."""

    __pydantic_config__: ClassVar = STRICT
    later_until: date | None = None


def reached(facts: Serving, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Warn of somebody still in post after the age of retirement; tell it in the year before.

    :raises NotInForce: the day is before the schedule.
    """
    schedule, lower = numbers["retirement.age"].on(on), numbers["retirement.lower_age"].on(on)
    cited = (schedule, lower) if facts.hard_work else (schedule,)
    if facts.missing:
        yield unknown(RULE, facts.missing, *cited)
        return
    born, sex = needed(facts, "born"), needed(facts, "sex")
    less = lower.amount["years"] if facts.hard_work else 0
    if is_covered(born, sex, schedule, less):
        yield from _standing(facts, retirement(born, sex, schedule, less), on, cited)
    else:
        first = first_birth(sex, schedule, less)
        yield warn(RULE, "before_schedule", *cited, found=str(born), allowed=first)


def _standing(facts: Serving, when: Retirement, on: date, cited: tuple[Dated, ...]) -> Iterator[Finding]:
    if on < when.pension:
        left = full_months(on, when.pension)
        if left < AHEAD:
            yield note(RULE, "due", *cited, found=when.month_told, allowed=when.pension, left=left)
    elif facts.later_until is None:
        yield warn(RULE, "reached", *cited, found=when.month_told, allowed=when.pension)
    elif on > facts.later_until:
        yield warn(RULE, "later_over", *cited, found=facts.later_until, allowed=when.pension)
    else:
        yield note(RULE, "later", *cited, found=when.month_told, allowed=facts.later_until)
