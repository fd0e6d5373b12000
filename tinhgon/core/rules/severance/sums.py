"""The single sums that are paid; the same in several regimes, each with the rates of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Dated
from tinhgon.core.rules.needed import needed
from tinhgon.core.rules.severance.counting import Pay, months_between, pay
from tinhgon.core.rules.severance.facts import Departure


def lump(
    facts: Departure, leaving: date, figure: Dated, rates: Mapping[str, Any], months: int, salary: Decimal
) -> Pay:
    """Pay for each month, more to those who leave soon after the restructuring decision."""
    since = months_between(needed(facts, "restructured_on"), leaving)
    soon = since < figure.amount["first_months"]
    rate, says = rates["first_rate" if soon else "later_rate"], "lump" if soon else "lump_later"
    return pay("lump", salary * rate * months, figure, says=says, months=months, rate=rate, salary=salary)


def by_years(name: str, figure: Dated, rate: Decimal, years: Decimal, salary: Decimal) -> Pay:
    """Pay so many salaries for each year."""
    amount = salary * rate * years
    return pay(name, amount, figure, says="per_year", years=years, rate=rate, salary=salary)


def seniority(figure: Dated, years: Decimal, salary: Decimal) -> Pay:
    """Pay so many salaries from a number of insured years on, and part of one for each year above it."""
    reached = [band for band in figure.amount if years >= band["from_years"]]
    if not reached:
        least = figure.amount[0]["from_years"]
        return pay("seniority", Decimal(0), figure, says="no_seniority", years=years, least=least)
    base, more = reached[-1]["salaries"], reached[-1]["more_a_year"]
    above = years - reached[-1]["from_years"]
    amount = salary * (base + more * above)
    return pay("seniority", amount, figure, years=years, above=above, base=base, more=more, salary=salary)
