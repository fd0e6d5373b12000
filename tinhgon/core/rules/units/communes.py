"""Standards of area and population of communes, and the lower ones of places with special conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

from tinhgon.core.rulebook import Dated, Finding, Numbers, note
from tinhgon.core.rules.units.comparing import Choice, Shortfall, Standard, shortfalls, terrains, told
from tinhgon.core.rules.units.facts import Territory

RULE = "units.commune_size"
NOTHING, ALL = Decimal(0), Decimal(100)


def commune_size(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a commune against the standard of its terrain and, from 2026, its special conditions."""
    standard = numbers["units.commune_standard"].on(on)
    if facts.kind != "commune":
        return
    unread, eased = numbers["units.commune_lowered_from"], numbers["units.commune_eased"]
    if eased.in_force(on):
        lowered = eased.on(on)
        for lacks in shortfalls(facts, _lowered(facts, standard, lowered)):
            yield _of_delta(facts, lacks, on, numbers) or told(RULE, lacks, standard, lowered)
    elif unread.in_force(on):
        yield from _perhaps_lower(facts, standard, unread.on(on))
    else:
        yield from (told(RULE, lacks, standard) for lacks in shortfalls(facts, _plain(facts, standard)))


def _plain(facts: Territory, standard: Dated) -> Choice:
    rows = terrains(standard.amount, facts.terrain)
    return Choice([Standard.of(standard.amount[row]) for row in rows], "terrain")


def _perhaps_lower(facts: Territory, standard: Dated, unread: Dated) -> Iterator[Finding]:
    """Where many belong to minorities in the mountains a lower standard holds, whose figure was not read."""
    choice, share = _plain(facts, standard), facts.minority_share
    maybe = facts.terrain in (None, "mountain") and (share is None or share >= unread.amount)
    lower = maybe and facts.terrain is not None and share is not None
    if maybe and not lower:
        missing = "terrain" if facts.terrain is None else "minority_share"
        choice = Choice([*choice.standards, Standard(NOTHING, NOTHING)], missing)
    for lacks in shortfalls(facts, choice):
        if lower and lacks.sure:
            yield note(RULE, "lowered", unread, standard, found=lacks.found, allowed=lacks.allowed)
        else:
            yield told(RULE, lacks, standard, unread)


def _lowered(facts: Territory, standard: Dated, lowered: Dated) -> Choice:
    """Every standard that the facts leave open: terrain, minorities, border, coast."""
    rows = standard.amount
    possible = [
        Standard.of(rows[terrain]).share({"area_km2": ALL, "population": percent})
        for terrain in terrains(rows, facts.terrain)
        for percent in _percents(facts, terrain, lowered.amount)
    ]
    return Choice(possible, _missing(facts))


def _percents(facts: Territory, terrain: str, lowered: Mapping[str, Any]) -> set[Decimal]:
    """Every percentage of the standard's population that may be asked for."""
    special = product(
        _either(facts.minority_share, NOTHING, ALL),
        _either(facts.land_border, False, True),
        _either(facts.hard_coast, False, True),
    )
    return {_percent(terrain, *one, lowered) for one in special}


def _percent(terrain: str, share: Decimal, border: bool, coast: bool, lowered: Mapping[str, Any]) -> Decimal:
    """How much of the standard's population is asked for."""
    percent = ALL
    many = share >= lowered["minority_from"]
    if border or (terrain == "mountain" and many):
        steps = int((share - lowered["minority_from"]) / lowered["each_further"]) if many else 0
        percent = Decimal(lowered["of_standard"] - steps * lowered["takes_off"])
    if coast and terrain == "other":
        percent = min(percent, Decimal(lowered["coast_of_standard"]))
    return percent


def _either(fact: Any, *possible: Any) -> tuple[Any, ...]:
    return possible if fact is None else (fact,)


def _missing(facts: Territory) -> str:
    if facts.terrain is None:
        return "terrain"
    if facts.land_border is None:
        return "land_border"
    if facts.minority_share is None and (facts.land_border or facts.terrain == "mountain"):
        return "minority_share"
    return "hard_coast"


def _of_delta(facts: Territory, lacks: Shortfall, on: date, numbers: Numbers) -> Finding | None:
    """The delta of the Red River is said to have a lower standard of area."""
    delta = numbers["units.commune_delta_area"]
    if not facts.red_river_delta or lacks.says != "too_small" or not delta.in_force(on):
        return None
    lower = delta.on(on)
    if lacks.found < lower.amount:
        return told(RULE, Shortfall("too_small", lacks.found, lower.amount), lower)
    return note(RULE, "delta", lower, found=lacks.found, allowed=lower.amount)
