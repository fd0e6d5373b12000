"""The class of a special zone (Article 8): as a commune, or as a ward where it is an urban area."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tinhgon.core.rulebook import Dated, Numbers, Step, Working
from tinhgon.core.rules.classification import priority
from tinhgon.core.rules.classification.conclusion import Special, concluded
from tinhgon.core.rules.classification.facts import Zone
from tinhgon.core.rules.classification.local import conditions, ward_population
from tinhgon.core.rules.classification.scoring import Scored, Sheet


def zone(facts: Zone, *, on: date, numbers: Numbers) -> Working:
    """Score a special zone and give its class; one with few permanent residents has the lowest.

    :raises NotInForce: the decree is not in force on that day.
    """
    few = Sheet("zone", on, numbers).figure("few")
    if facts.permanent_population is not None and facts.permanent_population < few.amount["population"]:
        return _lowest(facts.permanent_population, few)
    working = _scored(facts, on, numbers)
    return working if facts.permanent_population is not None else _perhaps(working, few)


def _scored(facts: Zone, on: date, numbers: Numbers) -> Working:
    sheet, prior = Sheet("ward" if facts.urban else "commune", on, numbers), Sheet("priority", on, numbers)
    criteria = (
        _population(facts, sheet),
        *conditions(facts, sheet),
        Sheet("zone", on, numbers).given("special_factors", True),
    )
    for_priority = (priority.by_population(facts, prior), priority.by_role(facts, prior))
    special = Special(facts.role, facts.large)
    return concluded("zone", criteria, priority.highest(for_priority, prior), special, on=on, numbers=numbers)


def _population(facts: Zone, sheet: Sheet) -> Scored:
    if facts.urban:
        return ward_population(facts.population, facts.in_city, sheet)
    return sheet.mountain("population", facts.population, facts.mountain)


def _lowest(people: int, few: Dated) -> Working:
    step = Step("few", {"value": people, **few.amount}, (few,))
    lowest = few.amount["class"]
    gives = {"class": lowest, "least_class": lowest, "most_class": lowest}
    return Working(calculation="classification.zone", gives=gives, steps=(step,))


def _perhaps(working: Working, few: Dated) -> Working:
    """Without the number of permanent residents the lowest class stays possible."""
    lowest, most = few.amount["class"], working.gives["most_class"]
    gives = {**working.gives, "least_class": lowest, "class": most if most == lowest else None}
    return replace(working, gives=gives, steps=(*working.steps, Step("few_unknown", few.amount, (few,))))
