"""Resignation of a civil servant of their own will, outside any rearrangement."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tinhgon.core.rulebook import Dated, Numbers, Step, Working
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.severance.counting import YEAR, insured, pay, total
from tinhgon.core.rules.severance.facts import Volunteer
from tinhgon.core.rules.severance.refusals import NotForThem, TooShort
from tinhgon.core.rules.severance.sums import by_years

ID = "severance.ordinary"


def ordinary(facts: Volunteer, *, on: date, numbers: Numbers) -> Working:
    """Calculate what a civil servant is paid who resigns of their own will.

    :raises MissingFact: a fact that the sum needs is not known.
    :raises NotForThem: the person is no civil servant.
    :raises TooShort: the service is shorter than any that is paid.
    """
    terms = numbers["severance.resignation_terms"].on(facts.leaves_on or on)
    if needed(facts, "kind") not in terms.amount["kinds"]:
        raise NotForThem
    if (ground := needed(facts, "ground")) in terms.amount["not_for"]:
        return total(ID, (Step(ground, {}, (terms,)),), ())
    salary = needed(facts, "salary")
    months = _months(facts)
    if months < terms.amount["short"]["below_months"]:
        return _short(terms, months, salary)
    fixed, rate, years = terms.amount["fixed"], terms.amount["per_year"], insured(facts)
    pays = (
        pay("fixed", salary * fixed, terms, salaries=fixed, salary=salary),
        by_years("insured", terms, rate, years, salary),
    )
    return total(ID, (), pays)


def _months(facts: Volunteer) -> Decimal:
    known = facts.insured_months
    return insured(facts) * YEAR if known is None else Decimal(known)


def _short(terms: Dated, months: Decimal, salary: Decimal) -> Working:
    short = terms.amount["short"]
    if months < short["from_months"]:
        raise TooShort(months=months, least=short["from_months"])
    paid = pay(
        "fixed", salary * short["salaries"], terms, says="short", salaries=short["salaries"], salary=salary
    )
    return total(ID, (), (paid,))
