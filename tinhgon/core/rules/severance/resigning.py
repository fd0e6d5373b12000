"""Resignation of those whose body is rearranged or whose payroll is streamlined."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tinhgon.core.rulebook import Dated, Numbers, Step, Working
from tinhgon.core.rules.needed import MissingFact, needed
from tinhgon.core.rules.severance.counting import YEAR, Pay, insured, pay, total
from tinhgon.core.rules.severance.facts import Resigner
from tinhgon.core.rules.severance.sums import by_years, lump
from tinhgon.core.rules.severance.window import covered

ID = "severance.resignation"


def resignation(facts: Resigner, *, on: date, numbers: Numbers) -> Working:
    """Calculate what somebody is paid who resigns because of a restructuring or streamlining.

    :raises MissingFact: a fact that the sum needs is not known.
    :raises OddMonths: no figure says how to round the odd months.
    :raises TooLate: the restructuring regime had ended.
    """
    leaving = facts.leaves_on or on
    if facts.reason == "restructuring":
        return _restructured(facts, leaving, numbers)
    terms = numbers["severance.streamlining_resignation"].on(leaving)
    salary = needed(facts, "salary")
    seeking = _seeking(terms, terms.amount["seeking"], salary)
    by_insured = by_years("insured", terms, terms.amount["per_year"], insured(facts), salary)
    return total(ID, (), (by_insured, seeking))


def _restructured(facts: Resigner, leaving: date, numbers: Numbers) -> Working:
    terms = numbers["severance.restructuring_resignation"].on(leaving)
    odd = numbers["severance.part_years"].on(leaving)
    covering = covered(facts, leaving, numbers)
    salary, kind = needed(facts, "salary"), needed(facts, "kind")
    months = _months(facts, terms.amount["months_at_most"])
    pays = (
        lump(facts, leaving, terms, terms.amount, months, salary),
        by_years("insured", terms, terms.amount["per_year"], insured(facts, odd), salary),
        _seeking(terms, terms.amount["seeking"][kind], salary),
    )
    return total(ID, (*covering, Step("months", {"months": months}, (terms,))), pays)


def _months(facts: Resigner, most: int) -> int:
    if facts.insured_months is not None:
        return min(most, facts.insured_months)
    if facts.insured_years is None or facts.insured_years * YEAR < most:
        raise MissingFact(fact="insured_months")
    return most


def _seeking(terms: Dated, salaries: int, salary: Decimal) -> Pay:
    says = "seeking" if salaries else "no_seeking"
    return pay("seeking", salary * salaries, terms, says=says, salaries=salaries, salary=salary)
