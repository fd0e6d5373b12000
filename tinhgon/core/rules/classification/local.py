"""The criteria of communes and wards that differ in their figures only."""

from __future__ import annotations

from tinhgon.core.rules.classification.facts import Local
from tinhgon.core.rules.classification.scoring import Scored, Sheet, either, gap


def conditions(facts: Local, sheet: Sheet) -> tuple[Scored, ...]:
    """Score area and social and economic conditions by the figures of the sheet's kind."""
    balanced = sheet.given("balanced", True)
    return (
        sheet.scaled("area", facts.area_km2),
        either("balanced", facts.budget_balanced, balanced, sheet.scaled("budget", facts.budget_percent)),
        sheet.scaled("industry", facts.industry_percent),
        sheet.scaled("nonfarm", facts.nonfarm_percent),
        sheet.scaled("poor", facts.poor_percent),
        sheet.scaled("water", facts.water_percent),
        sheet.scaled("online", gap(facts.online_percent, facts.online_average)),
        sheet.scaled("signed", facts.signed_percent),
    )


def ward_population(population: int | None, in_city: bool | None, sheet: Sheet) -> Scored:
    """Score a ward's population: the level in a centrally-run city is another than in a province."""
    if population is None:
        return sheet.scaled("population", None)
    of_province = sheet.scaled("population_province", population)
    return either("in_city", in_city, sheet.scaled("population", population), of_province)
