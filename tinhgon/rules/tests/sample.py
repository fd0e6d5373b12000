"""A small topic: the functions of the pack beside this file, and the pack as a book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, Step, Working, block, unknown, warn

PACK = Path(__file__).parent / "pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team that the sample judges."""

    __pydantic_config__: ClassVar = STRICT
    members: int | None = None
    began: date | None = None


def size(facts: Team, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """A team has enough members."""
    least = numbers["sample.least"].on(on)
    if facts.members is None:
        yield unknown("sample.size", "members", least)
    elif facts.members < least.amount:
        yield block("sample.size", "too_few", least, found=facts.members, allowed=least.amount)


def deputies_of(facts: Team, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """A team has no more deputies than its size allows."""
    bands = numbers["sample.deputies"].on(on)
    yield warn("sample.deputies_of", "told", bands, found=facts.members, allowed=bands.amount[0]["allowed"])


def months(facts: Team, *, on: date, numbers: Numbers) -> Working:
    """Months of a team's term."""
    term = numbers["sample.term"].on(on)
    steps = (Step("months", {"months": term.amount, "year": on.year}, (term,)),)
    return Working(calculation="sample.months", gives={"months": term.amount}, steps=steps)


RULES = (size, deputies_of)
CALCULATIONS = (months,)
