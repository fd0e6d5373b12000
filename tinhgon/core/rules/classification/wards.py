"""The class of a ward (Article 7)."""

from __future__ import annotations

from datetime import date

from tinhgon.core.rulebook import Numbers, Working
from tinhgon.core.rules.classification import priority
from tinhgon.core.rules.classification.conclusion import Special, concluded
from tinhgon.core.rules.classification.facts import Ward
from tinhgon.core.rules.classification.local import conditions, ward_population
from tinhgon.core.rules.classification.scoring import Sheet


def ward(facts: Ward, *, on: date, numbers: Numbers) -> Working:
    """Score a ward and give its class.

    :raises NotInForce: the decree is not in force on that day.
    """
    sheet, prior = Sheet("ward", on, numbers), Sheet("priority", on, numbers)
    criteria = (
        ward_population(facts.population, facts.in_city, sheet),
        *conditions(facts, sheet),
        sheet.scaled("converted", facts.converted_percent),
        sheet.given("mountain", facts.mountain),
        sheet.given("heritage", facts.heritage),
        sheet.given("safe_zone", facts.safe_zone),
    )
    for_priority = (
        priority.by_population(facts, prior),
        priority.by_ward_area(facts, prior),
        priority.by_role(facts, prior),
    )
    special = Special(facts.role, facts.large)
    return concluded("ward", criteria, priority.highest(for_priority, prior), special, on=on, numbers=numbers)
