"""What is due to somebody who leaves, by the dated rule, with its steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, cast, get_args

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Book, Working
from tinhgon.core.rules.retirement import Sex, months_left
from tinhgon.core.rules.retirement.schedule import retirement
from tinhgon.core.rules.severance.facts import EarlyRetiree, Kind, Resigner
from tinhgon.lab.staffing.facts import Facts

EARLY, RESIGNING = "severance.early_retirement", "severance.resignation"
REGIMES: tuple[Literal["restructuring", "streamlining"], ...] = ("restructuring", "streamlining")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A sum in đồng with the working that gives it; or none, and why it cannot be told."""

    total: Decimal | None = None
    working: Working | None = None
    refused: Refused | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What a scenario states for all who leave; what dossiers do not hold is an assumption, and said so.

    :param salary: the monthly salary in đồng, of those whose own is not known; None leaves sums untold.
    :param insured_from_recruitment: whether the months since recruitment stand for those of insurance.
    """

    on: date
    salary: Decimal | None = None
    insured_from_recruitment: bool = True


def due_to(facts: Facts, kind: str, leaving: Leaving, book: Book) -> Due:
    """
    Calculate by the first regime in force that covers the case: restructuring, then streamlining; early
    retirement before resignation.
    """
    refused: Refused | None = None
    for calculation, asked in _asked(facts, kind, leaving, book):
        try:
            working = book.compute(calculation, asked, on=leaving.on)
        except Refused as why:
            refused = refused or why
        else:
            return Due(total=Decimal(working.gives["total"]), working=working)
    return Due(refused=refused)


def left_of(facts: Facts, on: date, book: Book) -> int | None:
    """Count the months until retirement; None where birth, sex or the schedule does not tell."""
    if facts.born is None or facts.born.month is None or not facts.sex:
        return None
    try:
        return months_left(facts.born, _sex(facts), on, book.figures)
    except Refused:
        return None


def _asked(
    facts: Facts, kind: str, leaving: Leaving, book: Book
) -> Iterator[tuple[str, EarlyRetiree | Resigner]]:
    """Give the cases to be tried, in order.

    The plan rearranges the bodies and lets people go on one day; nothing says that a schedule was approved.
    """
    insured = facts.served_months(leaving.on) if leaving.insured_from_recruitment else None
    common: dict[str, Any] = {
        "leaves_on": leaving.on, "salary": leaving.salary, "insured_months": insured,
        "restructured_on": leaving.on, "decided_on": leaving.on, "scheduled": False,
    }  # fmt: skip
    pension = _pension(facts, leaving.on, book)
    for regime in REGIMES:
        if pension:
            salary = leaving.salary
            yield EARLY, EarlyRetiree(reason=regime, retires_on=pension, average_salary=salary, **common)
        known = cast("Kind", kind) if kind in get_args(Kind) else None
        yield RESIGNING, Resigner(reason=regime, kind=known, **common)


def _pension(facts: Facts, on: date, book: Book) -> date | None:
    if not left_of(facts, on, book) or facts.born is None:
        return None
    return retirement(facts.born, _sex(facts), book.figures["retirement.age"].on(on)).pension


def _sex(facts: Facts) -> Sex:
    return "female" if facts.sex == "female" else "male"
