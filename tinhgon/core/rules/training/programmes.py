"""How much training a year, and how long programmes last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingYear:
    """The class periods that somebody attended in a year, whose last day is asked about."""

    __pydantic_config__: ClassVar = STRICT
    periods: int | None = None


def yearly(facts: TrainingYear, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the least number of class periods a year."""
    least = numbers["training.yearly_periods"].on(on)
    if facts.periods is None:
        yield unknown("training.yearly", "periods", least, allowed=least.amount)
    elif facts.periods < least.amount:
        yield warn("training.yearly", "too_few", least, found=facts.periods, allowed=least.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A training programme and its weeks."""

    __pydantic_config__: ClassVar = STRICT
    kind: Literal["specialist", "principal", "senior", "leadership", "job_skills"]
    weeks: int | None = None


def leadership(facts: Programme, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the length of the programme for heads and deputies of divisions."""
    length = numbers["training.leadership_weeks"].on(on)
    if facts.kind != "leadership":
        return
    if facts.weeks is None:
        yield unknown("training.leadership", "weeks", length, allowed=length.amount)
    elif facts.weeks != length.amount:
        yield warn("training.leadership", "other_length", length, found=facts.weeks, allowed=length.amount)


def longest(facts: Programme, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a programme to the longest time that was allowed until 30/06/2025."""
    table = numbers["training.longest_weeks"].on(on)
    most = table.amount[facts.kind]
    if facts.weeks is None:
        yield unknown("training.longest", "weeks", table, allowed=most)
    elif facts.weeks > most:
        yield warn("training.longest", "too_long", table, found=facts.weeks, allowed=most)
