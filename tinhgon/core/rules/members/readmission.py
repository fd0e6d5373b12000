"""Admission anew of somebody who left the Party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A former member who asks to be admitted anew.

    :param convicted: of a less serious crime; then `cleared` is the day on which the conviction was cleared.
    :param consent: of the provincial committee's standing committee, in writing.
    :param reason: why the person left, where that bears on it.
    :param hardship: of the family, for which a person who resigned may be considered all the same.
    :param before: how often the person has been admitted anew already.
    """

    __pydantic_config__: ClassVar = STRICT
    left: date | None = None
    convicted: bool = False
    cleared: date | None = None
    consent: bool | None = None
    before: int = 0
    reason: (
        Literal[
            "stopped_activities", "resigned", "disunity", "corruption", "serious_crime", "population_policy"
        ]
        | None
    ) = None
    hardship: bool = False


def readmission(facts: Former, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the wait, the consent, and that it is the only time."""
    times = numbers["members.readmission_times"].on(on)
    never = numbers["members.readmission_never"].on(on)
    if facts.reason in never.amount and not (facts.reason == "resigned" and facts.hardship):
        yield block("members.readmission", "never", never, found=facts.reason, allowed=None)
        return
    yield from _waited(facts, on, numbers)
    if facts.before >= times.amount:
        yield block("members.readmission", "again", times, found=facts.before + 1, allowed=times.amount)
    if facts.consent is None:
        yield unknown("members.readmission", "consent", times)
    elif not facts.consent:
        yield block("members.readmission", "no_consent", times, found=False, allowed=True)


def _waited(facts: Former, on: date, numbers: Numbers) -> Iterator[Finding]:
    if facts.reason == "population_policy":
        yield note("members.readmission", "population", numbers["members.readmission_months"].on(on))
    elif facts.convicted:
        wait = numbers["members.readmission_crime_months"].on(on)
        yield from _since("cleared", facts.cleared, wait, on)
    else:
        wait = numbers["members.readmission_months"].on(on)
        yield from _since("left", facts.left, wait, on)


def _since(name: str, day: date | None, wait: Dated, on: date) -> Iterator[Finding]:
    if day is None:
        yield unknown("members.readmission", name, wait)
    elif on < (first := months_after(day, wait.amount)):
        yield block("members.readmission", "too_early", wait, found=on, allowed=first, months=wait.amount)
