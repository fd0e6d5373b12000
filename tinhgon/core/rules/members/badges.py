"""Party badges: for how many years of Party age, how early, and how long after discipline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from tinhgon.core.days import months_after, years_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, note, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeAward:
    """A badge that is to be awarded.

    :param admitted: the day from which Party age counts: that of the decision to admit.
    :param gap_months: months that do not count, outside of any Party activity.
    :param early: why it may come before its day, if it does.
    :param discipline: the last Party discipline, and `discipline_day`, on which it took effect.
    """

    __pydantic_config__: ClassVar = STRICT
    years: int
    admitted: date | None = None
    gap_months: int = 0
    early: Literal["ill", "dead"] | None = None
    discipline: Literal["reprimand", "warning", "removal"] | None = None
    discipline_day: date | None = None


def badge(facts: BadgeAward, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for a badge that there is, the Party age that it asks for, and the wait after discipline."""
    badges = numbers["members.badges"].on(on)
    if facts.years not in badges.amount:
        yield block("members.badge", "no_such_badge", badges, found=facts.years, allowed=badges.amount)
    elif facts.admitted is None:
        yield unknown("members.badge", "admitted", badges)
    else:
        reached = months_after(years_after(facts.admitted, facts.years), facts.gap_months)
        yield from _due(facts, reached, on, numbers)
    if facts.discipline:
        yield from _waited(facts, on, numbers)


def _due(facts: BadgeAward, due: date, on: date, numbers: Numbers) -> Iterator[Finding]:
    early = numbers["members.badge_early_months"].on(on)
    first = months_after(due, -_earlier(facts, early.amount))
    if on < first:
        yield block("members.badge", "too_early", early, found=on, allowed=first)
    elif on < due:
        yield note("members.badge", "early", early, found=on, allowed=due)


def _earlier(facts: BadgeAward, early: dict[str, Any]) -> int:
    if facts.early is None:
        return 0
    long = facts.early == "ill" and facts.years >= early["ill_long_from"]
    return int(early["ill_long" if long else "usual"])


def _waited(facts: BadgeAward, on: date, numbers: Numbers) -> Iterator[Finding]:
    waits = numbers["members.badge_wait_months"].on(on)
    if facts.discipline_day is None:
        yield unknown("members.badge", "discipline_day", waits)
    elif on < (first := months_after(facts.discipline_day, waits.amount[facts.discipline])):
        yield block("members.badge", "disciplined", waits, found=on, allowed=first)
