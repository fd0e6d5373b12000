"""What comes with an award, and what eases the way to one for women."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, Step, Working, note, unknown
from tinhgon.core.values import Count

PERCENT = 100
CENT = Decimal("0.01")  # months are told to two places where the law's part leaves no whole number


@dataclass(frozen=True, slots=True, kw_only=True)
class Awarded:
    """A person who is awarded a title."""

    __pydantic_config__: ClassVar = STRICT
    title: Literal["national_soldier", "provincial_soldier", "base_soldier", "advanced_worker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """A collective that is considered for an award: its people, and how many of them are women."""

    __pydantic_config__: ClassVar = STRICT
    collective_size: Count | None = None
    women: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """Somebody considered for time in a leading post: the time that the award asks for, in months."""

    __pydantic_config__: ClassVar = STRICT
    months: Count
    woman: bool


def money(facts: Awarded, *, on: date, numbers: Numbers) -> Working:
    """Calculate the money that goes with a title."""
    multiples, salary = numbers["awards.multiples"].on(on), numbers["awards.base_salary"].on(on)
    multiple = multiples.amount[facts.title]
    amount = multiple * salary.amount
    said = {"multiple": multiple, "salary": salary.amount, "amount": amount}
    steps = (Step("multiple", said, (multiples, salary)),)
    return Working(calculation="awards.money", gives={"amount": amount}, steps=steps)


def leader_time(facts: Leader, *, on: date, numbers: Numbers) -> Working:
    """Calculate how long a woman who leads must have led for an award; a man's time is left whole."""
    part = numbers["awards.leader_part"].on(on)
    less, of = (part.amount["parts_spared"], part.amount["in_parts"]) if facts.woman else (0, 1)
    months = (Decimal(facts.months) * (of - less) / of).quantize(CENT)
    step = Step("shorter" if facts.woman else "whole", {"asked": facts.months, "months": months}, (part,))
    return Working(calculation="awards.leader_time", gives={"months": months}, steps=(step,))


def women_preference(facts: Collective, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell that a collective is to be preferred because most of its members are women."""
    share = numbers["awards.women_percent"].on(on)
    if facts.collective_size is None or facts.women is None:
        missing = "collective_size" if facts.collective_size is None else "women"
        yield unknown("awards.women_preference", missing, share)
    elif facts.collective_size and facts.women >= (
        least := -(-facts.collective_size * share.amount // PERCENT)
    ):
        yield note("awards.women_preference", "preferred", share, found=facts.women, allowed=least)
