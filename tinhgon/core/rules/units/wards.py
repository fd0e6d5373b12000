"""Standards of wards: area, population, and from 2026 the life of a town."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Finding, Numbers, note, unknown, warn
from tinhgon.core.rules.units.comparing import Choice, Standard, shortfalls, told
from tinhgon.core.rules.units.facts import Territory
from tinhgon.core.rules.units.standards import standard_of

SIZE, LIFE = "units.ward_size", "units.ward_life"


def ward_size(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a ward against the standard of what it lies in; from 2026 against the one of all wards."""
    standard = numbers["units.ward_standard"].on(on)
    if facts.kind != "ward":
        return
    asked = standard_of(facts, on=on, numbers=numbers)
    if asked is None:
        yield note(SIZE, "no_standard", standard)
        return
    lacking = tuple(shortfalls(facts, asked[0]))
    eased = numbers["units.ward_eased"]
    if _special(facts) and eased.in_force(on) and any(one.sure for one in lacking):
        yield from _eased(facts, on, numbers)
    else:
        yield from (told(SIZE, one, standard) for one in lacking)


def _special(facts: Territory) -> bool:
    return facts.terrain in ("mountain", "island") or bool(facts.land_border) or bool(facts.heritage)


def _eased(facts: Territory, on: date, numbers: Numbers) -> Iterator[Finding]:
    eased = numbers["units.ward_eased"].on(on)
    lacking = tuple(shortfalls(facts, Choice([Standard.of(eased.amount)])))
    yield from (told(SIZE, one, eased) for one in lacking)
    if not lacking:
        yield note(SIZE, "eased", eased, found=facts.population, allowed=eased.amount["population"])


def ward_life(facts: Territory, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether a ward lives like a town: people, trade, budget, income, poverty."""
    asked = numbers["units.ward_life"].on(on)
    if facts.kind != "ward":
        return
    for name, least in asked.amount["at_least"].items():
        there = getattr(facts, name)
        if there is None:
            yield unknown(LIFE, name, asked, allowed=least)
        elif there < least:
            yield warn(LIFE, name, asked, found=there, allowed=least)
    for name in asked.amount["must_be"]:
        there = getattr(facts, name)
        if there is None:
            yield unknown(LIFE, name, asked)
        elif not there:
            yield warn(LIFE, name, asked, found=there, allowed=True)
