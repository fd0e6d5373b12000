"""Retirement before the normal month: a sum at once, a sum for each year early, a sum for long service."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Dated, Numbers, Step, Working, allowed_at
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.severance.counting import insured, months_between, rounded, total
from tinhgon.core.rules.severance.facts import EarlyRetiree
from tinhgon.core.rules.severance.refusals import BeyondEarly
from tinhgon.core.rules.severance.sums import by_years, lump, seniority
from tinhgon.core.rules.severance.window import covered

ID = "severance.early_retirement"


def early_retirement(facts: EarlyRetiree, *, on: date, numbers: Numbers) -> Working:
    """Calculate what somebody is paid who retires early.

    :raises MissingFact: a fact that the sum needs is not known.
    :raises BeyondEarly: less or more months early than the regime covers.
    :raises OddMonths: no figure says how to round the odd months.
    :raises TooLate: the restructuring regime had ended.
    """
    leaving = facts.leaves_on or on
    if facts.reason == "restructuring":
        return _restructured(facts, leaving, numbers)
    return _streamlined(facts, leaving, numbers)


def _restructured(facts: EarlyRetiree, leaving: date, numbers: Numbers) -> Working:
    terms = numbers["severance.restructuring_years"].on(leaving)
    monthly = numbers["severance.restructuring_lump"].on(leaving)
    odd = numbers["severance.part_years"].on(leaving)
    covering = covered(facts, leaving, numbers)
    months = _months(facts, leaving, terms)
    salary = needed(facts, "salary")
    years = _years(facts, months, odd)
    long = numbers["severance.restructuring_seniority"].on(leaving)
    paid = min(months, monthly.amount["months_at_most"])
    counted = (
        *covering,
        Step("months", {"leaves_on": leaving, "retires_on": facts.retires_on, "months": months}, (terms,)),
        Step("years", {"months": months, "years": years}, (odd,)),
    )
    pays = (
        lump(facts, leaving, monthly, _at(monthly, months), paid, salary),
        by_years("early", terms, _at(terms, months), years, salary),
        seniority(long, insured(facts, odd), salary),
    )
    return total(ID, counted, pays)


def _streamlined(facts: EarlyRetiree, leaving: date, numbers: Numbers) -> Working:
    terms = numbers["severance.streamlining_years"].on(leaving)
    long = numbers["severance.streamlining_seniority"].on(leaving)
    months = _months(facts, leaving, terms)
    years = _years(facts, months, None)
    salary = needed(facts, terms.amount["counted_with"])
    counted = (
        Step("months", {"leaves_on": leaving, "retires_on": facts.retires_on, "months": months}, (terms,)),
    )
    early = by_years("early", terms, _at(terms, months), years, salary)
    pays = (early, seniority(long, insured(facts), salary))
    return total(ID, counted, pays)


def _years(facts: EarlyRetiree, months: int, odd: Dated | None) -> Decimal:
    return rounded(months, "years_early", odd) if facts.years_early is None else facts.years_early


def _months(facts: EarlyRetiree, leaving: date, terms: Dated) -> int:
    months = months_between(leaving, needed(facts, "retires_on"))
    least = terms.amount["least_months"]
    if months < least:
        raise BeyondEarly(months=months, least=least, most=terms.amount["bands"][-1]["upto"])
    _at(terms, months)  # refuses what lies beyond, before its odd months are asked about
    return months


def _at(figure: Dated, months: int) -> Any:
    """Give the rate for so many months early; beyond the last band there is none."""
    bands = figure.amount["bands"]
    rate = allowed_at(bands, months)
    if rate is None:
        raise BeyondEarly(months=months, least=figure.amount.get("least_months", 0), most=bands[-1]["upto"])
    return rate
