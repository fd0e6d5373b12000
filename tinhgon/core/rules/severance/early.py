"""Retirement before the normal month: a sum at once, a sum for each year early, a sum for long service."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Dated, Numbers, Step, Working, allowed_at
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.severance.counting import Pay, insured, months_between, pay, rounded, total
from tinhgon.core.rules.severance.facts import EarlyRetiree
from tinhgon.core.rules.severance.refusals import BeyondEarly
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
    lump = numbers["severance.restructuring_lump"].on(leaving)
    odd = numbers["severance.part_years"].on(leaving)
    covering = covered(facts, leaving, numbers)
    months = _months(facts, leaving, terms)
    salary = needed(facts, "salary")
    years = facts.years_early if facts.years_early is not None else rounded(months, "years_early", odd)
    seniority = numbers["severance.restructuring_seniority"].on(leaving)
    counted = (
        *covering,
        Step("months", {"leaves_on": leaving, "retires_on": facts.retires_on, "months": months}, (terms,)),
        Step("years", {"months": months, "years": years}, (odd,)),
    )
    pays = (
        _lump(facts, leaving, months, lump, salary),
        _per_year(terms, months, years, salary),
        _seniority(seniority, insured(facts, odd), salary),
    )
    return total(ID, counted, pays)


def _streamlined(facts: EarlyRetiree, leaving: date, numbers: Numbers) -> Working:
    terms = numbers["severance.streamlining_years"].on(leaving)
    seniority = numbers["severance.streamlining_seniority"].on(leaving)
    months = _months(facts, leaving, terms)
    years = facts.years_early if facts.years_early is not None else rounded(months, "years_early", None)
    salary = needed(facts, terms.amount["counted_with"])
    counted = (
        Step("months", {"leaves_on": leaving, "retires_on": facts.retires_on, "months": months}, (terms,)),
    )
    pays = (_per_year(terms, months, years, salary), _seniority(seniority, insured(facts), salary))
    return total(ID, counted, pays)


def _months(facts: EarlyRetiree, leaving: date, terms: Dated) -> int:
    months = months_between(leaving, needed(facts, "retires_on"))
    least, bands = terms.amount["least_months"], terms.amount["bands"]
    if months < least or allowed_at(bands, months) is None:
        raise BeyondEarly(months=months, least=least, most=bands[-1]["upto"])
    return months


def _lump(facts: EarlyRetiree, leaving: date, months: int, lump: Dated, salary: Decimal) -> Pay:
    since = months_between(needed(facts, "restructured_on"), leaving)
    early = since < lump.amount["first_months"]
    says = "lump" if early else "lump_later"
    rates: Any = allowed_at(lump.amount["bands"], months)
    if rates is None:
        raise BeyondEarly(months=months, least=0, most=lump.amount["bands"][-1]["upto"])
    rate = rates["first_rate" if early else "later_rate"]
    paid = min(months, lump.amount["months_at_most"])
    return pay("lump", salary * rate * paid, lump, says=says, months=paid, rate=rate, salary=salary)


def _per_year(terms: Dated, months: int, years: Decimal, salary: Decimal) -> Pay:
    rate = allowed_at(terms.amount["bands"], months)
    return pay("early", salary * rate * years, terms, says="per_year", years=years, rate=rate, salary=salary)


def _seniority(figure: Dated, years: Decimal, salary: Decimal) -> Pay:
    """Pay so many salaries from a number of insured years on, and part of one for each year above it."""
    reached = [band for band in figure.amount if years >= band["from_years"]]
    if not reached:
        return pay(
            "seniority",
            Decimal(0),
            figure,
            says="no_seniority",
            years=years,
            least=figure.amount[0]["from_years"],
        )
    band = reached[-1]
    above = years - band["from_years"]
    salaries = band["salaries"] + band["more_a_year"] * above
    facts = {
        "years": years,
        "above": above,
        "base": band["salaries"],
        "more": band["more_a_year"],
        "salary": salary,
    }
    return pay("seniority", salary * salaries, figure, salaries=salaries, **facts)
