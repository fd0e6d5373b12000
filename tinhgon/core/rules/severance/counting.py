"""Months, years and money of those who leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tinhgon.core.rulebook import Dated, Step, Working
from tinhgon.core.rules.needed import MissingFact
from tinhgon.core.rules.severance.facts import Leaver
from tinhgon.core.rules.severance.refusals import OddMonths

YEAR = 12  # the calendar's months, not a figure of the law


@dataclass(frozen=True, slots=True)
class Pay:
    """One sum that is paid, in whole đồng, and the step that tells it."""

    name: str
    amount: int
    step: Step


def pay(name: str, amount: Decimal, *cited: Dated, says: str = "", **facts: Any) -> Pay:
    """Round a sum to whole đồng, half a đồng upwards."""
    whole = int(amount.quantize(Decimal(1), ROUND_HALF_UP))
    return Pay(name, whole, Step(says or name, {"amount": whole, **facts}, cited))


def total(calculation: str, counted: Sequence[Step], pays: Sequence[Pay]) -> Working:
    """Add up what is paid."""
    sums = {one.name: one.amount for one in pays}
    whole = sum(sums.values())
    steps = (*counted, *(one.step for one in pays), Step("total", {"total": whole}))
    return Working(calculation=calculation, gives={**sums, "total": whole}, steps=steps)


def months_between(start: date, end: date) -> int:
    """Count the full months from one day to another."""
    months = (end.year - start.year) * YEAR + end.month - start.month
    return months - (end.day < start.day)


def rounded(months: int, fact: str, odd: Dated | None) -> Decimal:
    """Give months as years; odd months as the law rounds them.

    :raises OddMonths: no figure says how to round so many.
    """
    whole, rest = divmod(months, YEAR)
    if not rest:
        return Decimal(whole)
    if odd is None or rest > odd.amount["odd_months_at_most"]:
        raise OddMonths(fact=fact, months=rest)
    return whole + Decimal(odd.amount["counts_as"])


def insured(facts: Leaver, odd: Dated | None = None) -> Decimal:
    """Give the years of insurance: those of the file, else the months rounded.

    :raises MissingFact: neither is known.
    :raises OddMonths: no figure says how to round the months.
    """
    if facts.insured_years is not None:
        return facts.insured_years
    if facts.insured_months is None:
        raise MissingFact(fact="insured_years")
    return rounded(facts.insured_months, "insured_years", odd)
