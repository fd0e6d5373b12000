"""What a unit made by merger in 2025 must reach, and why others were left as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core.rulebook import Dated, Finding, Numbers, note, unknown, warn
from tinhgon.core.rules.units.comparing import Choice, Shortfall, Standard, shortfalls, terrains, told
from tinhgon.core.rules.units.facts import Territory
from tinhgon.core.rules.units.standards import standard_of

MERGED, LEFT = "units.merged_size", "units.left_unmerged"


def merged_size(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a commune or ward made by merger against what was asked of it, or name what spares it."""
    communes, wards = numbers["units.merged_commune"].on(on), numbers["units.merged_ward"].on(on)
    many = numbers["units.merged_many"].on(on)
    if facts.members is None or facts.kind not in ("commune", "ward"):
        return
    if facts.kind == "commune" and facts.terrain == "island":
        yield note(MERGED, "island", communes)
        return
    # The percentages are of the standard that the resolution itself names, not of later ones.
    base = numbers["units.commune_standard"].on(communes.since)
    is_ward = facts.kind == "ward"
    choice = _of_ward(facts, wards.amount) if is_ward else _of_commune(facts, communes.amount, base.amount)
    lacking = tuple(shortfalls(facts, choice))
    if facts.members >= many.amount:
        yield from _spared(facts.members, lacking, many)
    else:
        cited = (wards,) if is_ward else (communes, base)
        yield from (told(MERGED, lacks, *cited) for lacks in lacking)


def _of_commune(facts: Territory, percents: Mapping[str, Any], base: Mapping[str, Any]) -> Choice:
    rows = terrains(percents, facts.terrain)
    return Choice([Standard.of(base[row]).share(percents[row]) for row in rows], "terrain")


def _of_ward(facts: Territory, asked: Mapping[str, Any]) -> Choice:
    people = asked["population"]
    rows = [*_regions(facts, people)]
    missing = "in_municipality" if facts.in_municipality is None else "region"
    return Choice([Standard(Decimal(asked["area_km2"]), Decimal(people[row])) for row in rows], missing)


def _regions(facts: Territory, people: Mapping[str, Any]) -> Iterator[str]:
    if facts.in_municipality is not False:
        yield "municipality"
    if not facts.in_municipality:
        yield from (row for row in people if row != "municipality" and facts.region in (None, row))


def _spared(members: int, lacking: tuple[Shortfall, ...], many: Dated) -> Iterator[Finding]:
    """Of three or more units made, it is lawful whatever its size; say so only where that matters."""
    sure = [lacks for lacks in lacking if lacks.sure]
    for lacks in sure:
        yield note(
            MERGED, f"many_{lacks.says}", many, found=lacks.found, allowed=lacks.allowed, members=members
        )
    if lacking and not sure:
        yield note(MERGED, "many_open", many, members=members, fact=lacking[0].fact)


def left_unmerged(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask why a commune or ward below the standard was left as it was."""
    grounds = numbers["units.exempt_grounds"].on(on)
    if facts.members is not None or facts.kind not in ("commune", "ward"):
        return
    asked = standard_of(facts, on=grounds.since, numbers=numbers)
    lacking = tuple(shortfalls(facts, asked[0])) if asked else ()
    sure = next((lacks for lacks in lacking if lacks.sure), None)
    if facts.exemption in grounds.amount:
        if lacking:
            yield note(LEFT, str(facts.exemption), grounds)
    elif asked and sure:
        yield warn(LEFT, sure.says, grounds, asked[1], found=sure.found, allowed=sure.allowed)
    elif asked:
        yield from (unknown(LEFT, lacks.fact, grounds, asked[1]) for lacks in lacking)
