"""Standards of rural districts, while there were districts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Finding, Numbers, unknown, warn
from tinhgon.core.rules.units.comparing import by_terrain, shortfalls, told
from tinhgon.core.rules.units.facts import Territory

SIZE, MEMBERS = "units.district_size", "units.district_members"


def district_size(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a rural district against the standard of its terrain."""
    standard = numbers["units.district_standard"].on(on)
    if facts.kind == "rural_district":
        choice = by_terrain(standard.amount, facts.terrain)
        yield from (told(SIZE, lacks, standard) for lacks in shortfalls(facts, choice))


def district_members(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Count the communes and townships of a rural district."""
    asked = numbers["units.district_members"].on(on)
    if facts.kind != "rural_district":
        return
    for name, least in asked.amount.items():
        there = getattr(facts, name)
        if there is None:
            yield unknown(MEMBERS, name, asked, allowed=least)
        elif there < least:
            yield warn(MEMBERS, name, asked, found=there, allowed=least)
