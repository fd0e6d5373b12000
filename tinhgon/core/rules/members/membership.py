"""Life as a member: probation, staying away, activity elsewhere for a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.days import months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Probationer:
    """A probationary member whom the cell considers for recognition; `admitted` is the ceremony's day."""

    __pydantic_config__: ClassVar = STRICT
    admitted: date | None = None


def probation(facts: Probationer, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the whole probation before recognition as an official member."""
    months = numbers["members.probation_months"].on(on)
    if facts.admitted is None:
        yield unknown("members.probation", "admitted", months)
    elif on < (first := months_after(facts.admitted, months.amount)):
        yield block("members.probation", "too_early", months, found=on, allowed=first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inactivity:
    """Months of a year without activities or without fees, for no good reason."""

    __pydantic_config__: ClassVar = STRICT
    absent: int | None = None
    unpaid: int | None = None


def inactivity(facts: Inactivity, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell when the cell has to consider removal from the list."""
    limit = numbers["members.inactive_months"].on(on)
    if facts.absent is None:
        yield unknown("members.inactivity", "absent", limit)
    elif facts.absent >= limit.amount:
        yield warn("members.inactivity", "absent", limit, found=facts.absent, allowed=limit.amount)
    if facts.unpaid is None:
        yield unknown("members.inactivity", "unpaid", limit)
    elif facts.unpaid >= limit.amount:
        yield warn("members.inactivity", "unpaid", limit, found=facts.unpaid, allowed=limit.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A stay elsewhere after which the member comes back: whole months, and whether it is for study."""

    __pydantic_config__: ClassVar = STRICT
    whole_months: int | None = None
    study: bool = False


def temporary_activity(facts: Stay, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether a temporary transfer is the right one: neither too short nor too long a stay."""
    limits = numbers["members.temporary_months"].on(on)
    least, months = limits.amount["at_least"], facts.whole_months
    below, most = limits.amount["under"], limits.amount["study_most"]
    if months is None:
        yield unknown("members.temporary_activity", "whole_months", limits)
    elif months < least:
        yield warn("members.temporary_activity", "too_short", limits, found=months, allowed=least)
    elif facts.study and months > most:
        yield block("members.temporary_activity", "study_too_long", limits, found=months, allowed=most)
    elif not facts.study and months >= below:
        yield block("members.temporary_activity", "too_long", limits, found=months, allowed=below)
