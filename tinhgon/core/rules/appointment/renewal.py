"""The end of a term: reappointment, or extension until retirement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import working_days
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown, warn
from tinhgon.core.rules.appointment.term import Tenure
from tinhgon.core.values import Count

WHOLE = 100  # per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Tenure):
    """A term that is to be renewed or extended: notice, grade over the term, health, ballot."""

    __pydantic_config__: ClassVar = STRICT
    notified: date | None = None
    grade: Literal["excellent", "good", "completed", "failed"] | None = None
    healthy: bool | None = None
    leaders: Count | None = None
    votes_for: Count | None = None


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
    share = facts.votes_for * WHOLE, facts.leaders * asked.amount["above_percent"]
    if share[0] < share[1]:
        yield block(rule, "too_few_votes", asked, found=facts.votes_for, allowed=facts.leaders)
    elif share[0] == share[1]:
        yield note(rule, "head_decides", asked, found=facts.votes_for, allowed=facts.leaders)
