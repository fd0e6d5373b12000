"""The class of a commune (Article 6)."""

from __future__ import annotations

from datetime import date

from tinhgon.core.rulebook import Numbers, Working
from tinhgon.core.rules.classification import priority
from tinhgon.core.rules.classification.conclusion import concluded
from tinhgon.core.rules.classification.facts import Commune
from tinhgon.core.rules.classification.local import conditions
from tinhgon.core.rules.classification.scoring import Sheet


def commune(facts: Commune, *, on: date, numbers: Numbers) -> Working:
    """Score a commune and give its class.

    :raises NotInForce: the decree is not in force on that day.
    """
    sheet, prior = Sheet("commune", on, numbers), Sheet("priority", on, numbers)
    criteria = (
        sheet.mountain("population", facts.population, facts.mountain),
        *conditions(facts, sheet),
        sheet.scaled("minority", facts.minority_percent),
        sheet.given("land_border", facts.land_border),
        sheet.given("heritage", facts.heritage),
        sheet.given("safe_zone", facts.safe_zone),
    )
    for_priority = (
        priority.by_population(facts, prior),
        priority.by_area(facts, prior),
        priority.by_role(facts, prior),
    )
    return concluded("commune", criteria, priority.highest(for_priority, prior), None, on=on, numbers=numbers)
