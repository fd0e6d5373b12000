"""How long those may stay whom a decision lets retire later than others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import YEAR, months_after, months_between
from tinhgon.core.operations import STRICT
from tinhgon.core.partial import PartialDay
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, unknown
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.retirement.aged import Aged
from tinhgon.core.rules.retirement.schedule import retirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Staying(Aged):
    """Somebody who is to stay on until a day, that day included."""

    __pydantic_config__: ClassVar = STRICT
    until: date | None = None

    @property
    def lacks(self) -> str | None:
        """Name the first fact that is missing."""
        return self.missing or ("until" if self.until is None else None)


def later_leader(facts: Staying, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a leader's later retirement against the highest age.

    :raises NotInForce: the decree is not in force on that day.
    """
    most = numbers["retirement.later_leader"].on(on)
    if facts.lacks:
        yield unknown("retirement.later_leader", facts.lacks, most)
        return
    born = needed(facts, "born")
    last = months_after(date(born.year, born.month, 1), most.amount[facts.sex] * YEAR)
    yield from _beyond("retirement.later_leader", facts, last, most)


def later_expert(facts: Staying, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold an expert's later retirement against the longest time beyond the normal age.

    :raises NotInForce: the decree is not in force on that day.
    """
    most, schedule = numbers["retirement.later_expert"].on(on), numbers["retirement.age"].on(on)
    if facts.lacks:
        yield unknown("retirement.later_expert", facts.lacks, most)
        return
    normal = retirement(needed(facts, "born"), needed(facts, "sex"), schedule)
    last = months_after(normal.month, most.amount["months"])
    yield from _beyond("retirement.later_expert", facts, last, most, schedule)


def _beyond(rule: str, facts: Staying, last: date, *cited: Dated) -> Iterator[Finding]:
    until = needed(facts, "until")
    if months_between(last, until) > 0:
        yield block(rule, "too_long", *cited, found=until, allowed=str(PartialDay(last.year, last.month)))
