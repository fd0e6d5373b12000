"""The term of an appointment or a secondment: how long it may be, when it is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import months_after, working_days
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, note, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A post held for a term, or a secondment; `term_until` is its last day."""

    __pydantic_config__: ClassVar = STRICT
    since: date | None = None
    term_until: date | None = None
    holidays: tuple[date, ...] = ()


def term(facts: Tenure, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Warn of a term that is over; tell one whose notice is due.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "appointment.term", numbers["appointment.reappointment"].on(on)
    days = asked.amount["working_days"]
    if facts.term_until is None:
        yield unknown(rule, "term_until", asked)
    elif on > facts.term_until:
        over = (on - facts.term_until).days
        yield warn(rule, "over", asked, found=over, allowed=facts.term_until)
    elif (facts.term_until - on).days <= 2 * days:  # the rest is too far off to count day by day
        left = working_days(on, facts.term_until, facts.holidays)
        if left <= days:
            yield note(rule, "due", asked, found=left, allowed=days, until=facts.term_until)


def term_length(facts: Tenure, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the length of a term against that of the law.

    :raises NotInForce: the figure is not in force on that day.
    """
    yield from _length("appointment.term_length", facts, on, numbers)


def secondment(facts: Tenure, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold the length of a secondment against the longest.

    :raises NotInForce: the figure is not in force on that day.
    """
    yield from _length("appointment.secondment", facts, on, numbers)


def _length(rule: str, facts: Tenure, on: date, numbers: Numbers) -> Iterator[Finding]:
    limit = numbers[rule].on(on)
    if facts.since is None or facts.term_until is None:
        yield unknown(rule, "since" if facts.since is None else "term_until", limit)
        return
    last = months_after(facts.since, limit.amount["months"])
    if facts.term_until > last:
        months = limit.amount["months"]
        yield warn(rule, "too_long", limit, found=facts.term_until, allowed=last, months=months)
