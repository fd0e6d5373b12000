"""Who had to merge between July 2023 and April 2025."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Dated, Finding, Numbers, unknown, warn
from tinhgon.core.rules.units.comparing import Choice, Standard
from tinhgon.core.rules.units.facts import Territory
from tinhgon.core.rules.units.standards import standard_of

RULE = "units.must_merge"
# A verdict that a missing fact leaves open is None, as in three-valued logic.
Verdict = bool | None


def must_merge(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell whether a district or commune is so small that it had to merge."""
    limits = numbers["units.must_merge"].on(on)
    asked = standard_of(facts, on=on, numbers=numbers)
    if asked is None:
        return
    choice, standard = asked
    own = limits.amount["district_level" if facts.kind == "rural_district" else "commune_level"]
    both = [_below(facts, one, limits.amount["any_level"]) for one in choice.standards]
    tiny = [_below(facts, one, own) for one in choice.standards]
    if all(both):
        yield _told("both", facts, choice, limits.amount["any_level"], limits, standard)
    elif all(one or other for one, other in zip(both, tiny, strict=True)):
        yield _told("tiny", facts, choice, own, limits, standard)
    elif any(one is not False for one in (*both, *tiny)):
        yield unknown(RULE, _missing(facts, choice), limits, standard)


def _below(facts: Territory, standard: Standard, percents: Mapping[str, Any]) -> Verdict:
    """Tell whether both area and population lie below these percentages; False as soon as one does not."""
    limit = standard.share(percents)
    pairs: tuple[tuple[Decimal | int | None, Decimal], ...] = (
        (facts.area_km2, limit.area),
        (facts.population, limit.population),
    )
    below = [None if there is None else there < least for there, least in pairs]
    if False in below:
        return False
    return None if None in below else True


def _missing(facts: Territory, choice: Choice) -> str:
    if facts.area_km2 is None:
        return "area_km2"
    return "population" if facts.population is None else choice.missing


def _told(says: str, facts: Territory, choice: Choice, percents: Mapping[str, Any], *cited: Dated) -> Finding:
    limits: list[Standard] = [one.share(percents) for one in choice.standards]
    people: Any = min(one.population for one in limits)
    area = min(one.area for one in limits)
    return warn(RULE, says, *cited, found=facts.population, allowed=people, area=facts.area_km2, below=area)
