"""Priority points: for size far above the standard, and for position and role; only the highest count."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from typing import Literal

from tinhgon.core.rules.classification.facts import Prior
from tinhgon.core.rules.classification.scoring import (
    WHOLE,
    ZERO,
    Number,
    Scored,
    Sheet,
    certain,
    open_between,
    ranged,
)

SHOWN = Decimal("0.0001")


def by_population(facts: Prior, sheet: Sheet) -> Scored:
    """Score a population of several times the standard."""
    if facts.standard_population == "none":
        return certain("priority_population_none", ZERO, sheet.figure("population"))
    value = percent_of(facts.population, facts.standard_population)
    return sheet.scaled("population", value, says="priority_population")


def by_area(facts: Prior, sheet: Sheet) -> Scored:
    """Score an area of several times the standard (province, commune)."""
    if facts.standard_area_km2 == "none":
        return certain("priority_area_none", ZERO, sheet.figure("area"))
    value = percent_of(facts.area_km2, facts.standard_area_km2)
    return sheet.reached("area", value, says="priority_area")


def by_ward_area(facts: Prior, sheet: Sheet) -> Scored:
    """Score a ward's area as such."""
    return sheet.reached("ward_area", facts.area_km2, says="priority_ward_area")


def by_role(facts: Prior, sheet: Sheet) -> Scored:
    """Score position and role."""
    dated = sheet.figure("role")
    if facts.role is None:
        return open_between("priority_role", ZERO, Decimal(max(dated.amount.values())), dated)
    if facts.role == "none":
        return certain("priority_role_none", ZERO, dated)
    return certain(f"priority_{facts.role}", Decimal(dated.amount[facts.role]), dated)


def highest(of: Sequence[Scored], sheet: Sheet) -> Scored:
    """Count only the highest, of the least that each can give and of the most."""
    dated = sheet.figure("counted")
    low = sum(sorted((one.low for one in of), reverse=True)[: dated.amount], ZERO)
    high = sum(sorted((one.high for one in of), reverse=True)[: dated.amount], ZERO)
    step = ranged("priority", low, high, dated)
    return Scored(low, high, (*(step for one in of for step in one.steps), step))


def percent_of(value: Number | None, standard: Number | Literal["none"] | None) -> Decimal | None:
    """Give a size as per cent of the standard; unknown where one of them is."""
    if value is None or standard is None or standard == "none":
        return None
    # Cut, not rounded: what is short of a level must not seem to reach it.
    return (Decimal(value) * WHOLE / standard).quantize(SHOWN, ROUND_DOWN)
