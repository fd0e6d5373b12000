"""The class of a province (Article 5); a centrally-run city has its class by Article 2."""

from __future__ import annotations

from datetime import date

from tinhgon.core.rulebook import Numbers, Step, Working
from tinhgon.core.rules.classification import priority
from tinhgon.core.rules.classification.conclusion import concluded
from tinhgon.core.rules.classification.facts import Province
from tinhgon.core.rules.classification.scoring import Scored, Sheet, either, gap


def province(facts: Province, *, on: date, numbers: Numbers) -> Working:
    """Score a province and give its class; a city's class needs no points.

    :raises NotInForce: the decree is not in force on that day.
    """
    sheet, prior = Sheet("province", on, numbers), Sheet("priority", on, numbers)
    if facts.kind != "province":
        return _city(facts, sheet)
    criteria = (
        sheet.mountain("population", facts.population, facts.mountain),
        sheet.scaled("area", facts.area_km2),
        *_conditions(facts, sheet),
        *_rates(facts, sheet),
        *_particular(facts, sheet),
    )
    for_priority = (
        priority.by_population(facts, prior),
        priority.by_area(facts, prior),
        priority.by_role(facts, prior),
    )
    return concluded(
        "province", criteria, priority.highest(for_priority, prior), None, on=on, numbers=numbers
    )


def _city(facts: Province, sheet: Sheet) -> Working:
    dated = sheet.common("classes")
    (only,) = dated.amount[facts.kind]
    gives = {"class": only, "least_class": only, "most_class": only}
    return Working(
        calculation="classification.province", gives=gives, steps=(Step("city", {"class": only}, (dated,)),)
    )


def _conditions(facts: Province, sheet: Sheet) -> tuple[Scored, ...]:
    shared, budget = (
        sheet.scaled("shared", facts.shared_percent),
        sheet.scaled("budget", facts.budget_percent),
    )
    return (
        either("shares_revenue", facts.shares_revenue, shared, budget),
        sheet.scaled("industry", facts.industry_percent),
        sheet.scaled("growth", facts.growth_percent),
        sheet.scaled("nonfarm", facts.nonfarm_percent),
        sheet.scaled("productivity", facts.productivity_percent),
        sheet.scaled("income", facts.income_percent),
    )


def _rates(facts: Province, sheet: Sheet) -> tuple[Scored, ...]:
    return (
        sheet.scaled("insured", gap(facts.insured_percent, facts.insured_average)),
        sheet.scaled("poor", gap(facts.poor_percent, facts.poor_average)),
        sheet.scaled("water", gap(facts.water_percent, facts.water_average)),
        sheet.ranked("satisfaction", facts.satisfaction_rank),
        sheet.scaled("online", gap(facts.online_percent, facts.online_average)),
    )


def _particular(facts: Province, sheet: Sheet) -> tuple[Scored, ...]:
    return (
        sheet.scaled("minority", facts.minority_percent),
        sheet.scaled("border_units", facts.border_units_percent),
        sheet.given("heritage", facts.heritage),
        sheet.scaled("commune_units", facts.commune_units),
    )
