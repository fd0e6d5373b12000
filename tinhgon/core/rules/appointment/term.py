"""The term of an appointment: how long it may be, when it is over, reappointment, extension, secondment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import months_after, working_days
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn
from tinhgon.core.values import Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A post held for a term, or a secondment; `term_until` is its last day."""

    __pydantic_config__: ClassVar = STRICT
    since: date | None = None
    term_until: date | None = None
    holidays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Tenure):
    """A term that is to be renewed or extended: notice, grade over the term, health, ballot."""

    __pydantic_config__: ClassVar = STRICT
    notified: date | None = None
    grade: Literal["excellent", "good", "completed", "failed"] | None = None
    healthy: bool | None = None
    leaders: Count | None = None
    votes_for: Count | None = None


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


def reappointment(facts: Renewal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for a notice in time, a term that was completed, and health.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "appointment.reappointment", numbers["appointment.reappointment"].on(on)
    if facts.term_until is None or facts.notified is None:
        yield unknown(rule, "term_until" if facts.term_until is None else "notified", asked)
    else:
        days, least = (
            working_days(facts.notified, facts.term_until, facts.holidays),
            asked.amount["working_days"],
        )
        if days < least:
            yield warn(rule, "late_notice", asked, found=days, allowed=least)
    if facts.grade is None:
        yield unknown(rule, "grade", asked)
    elif facts.grade not in asked.amount["grades"]:
        yield block(rule, "not_completed", asked, found=facts.grade, allowed=asked.amount["grades"])
    if facts.healthy is None:
        yield unknown(rule, "healthy", asked)
    elif not facts.healthy:
        yield block(rule, "unhealthy", asked, found=False, allowed=True)


def extension(facts: Renewal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for a notice in time and more than half of the leaders for an extension until retirement.

    :raises NotInForce: the figure is not in force on that day.
    """
    rule, asked = "appointment.extension", numbers["appointment.extension"].on(on)
    if facts.term_until is None or facts.notified is None:
        yield unknown(rule, "term_until" if facts.term_until is None else "notified", asked)
    elif (days := (facts.term_until - facts.notified).days) < asked.amount["days"]:
        yield warn(rule, "late_notice", asked, found=days, allowed=asked.amount["days"])
    if facts.leaders is None or facts.votes_for is None:
        yield unknown(rule, "leaders" if facts.leaders is None else "votes_for", asked)
        return
    share = facts.votes_for * 100, facts.leaders * asked.amount["above_percent"]
    if share[0] < share[1]:
        yield block(rule, "too_few_votes", asked, found=facts.votes_for, allowed=facts.leaders)
    elif share[0] == share[1]:
        yield note(rule, "head_decides", asked, found=facts.votes_for, allowed=facts.leaders)
