"""Standards of provinces and centrally-run cities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tinhgon.core.rulebook import Dated, Finding, Numbers, note, unknown, warn
from tinhgon.core.rules.units.comparing import Choice, Standard, by_terrain, shortfalls, told
from tinhgon.core.rules.units.facts import Province


def province_size(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a province against the standard of its terrain."""
    standard = numbers["units.province_standard"].on(on)
    if facts.kind == "province":
        choice = by_terrain(standard.amount, facts.terrain)
        yield from (told("units.province_size", lacks, standard) for lacks in shortfalls(facts, choice))


def province_members(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Count the districts of a province, and the cities and towns among them."""
    asked = numbers["units.province_members"].on(on)
    if facts.kind != "province":
        return
    waived = numbers["units.waived_for_merged"]
    if facts.members and waived.in_force(on):
        yield note("units.province_members", "waived", waived.on(on), found=facts.members)
        return
    yield from _counted("units.province_members", facts, asked)


def province_urban(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether a province has an urban area of class II."""
    asked = numbers["units.province_urban"].on(on)
    if facts.kind == "province":
        yield from _counted("units.province_urban", facts, asked)


def city_size(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a centrally-run city against its standard."""
    standard = numbers["units.city_standard"].on(on)
    if facts.kind == "municipality":
        choice = Choice([Standard.of(standard.amount)])
        yield from (told("units.city_size", lacks, standard) for lacks in shortfalls(facts, choice))


def city_urban(facts: Province, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask how much of a centrally-run city is urban: wards among its communes, people in urban places."""
    rule = "units.city_urban"
    asked = numbers["units.city_urban"].on(on)
    if facts.kind != "municipality":
        return
    least, wards, among = asked.amount["ward_share"], facts.wards, facts.commune_units
    if wards is None or among is None:
        yield unknown(rule, "wards" if wards is None else "commune_units", asked, allowed=least)
    elif wards * 100 < least * among:
        yield warn(rule, "wards", asked, found=wards, allowed=least, among=among)
    yield from _at_least(rule, "urbanisation", facts, asked.amount["urbanisation"], asked)


def _counted(rule: str, facts: Province, asked: Dated) -> Iterator[Finding]:
    for name, least in asked.amount.items():
        yield from _at_least(rule, name, facts, least, asked)


def _at_least(rule: str, name: str, facts: Province, least: int, asked: Dated) -> Iterator[Finding]:
    there = getattr(facts, name)
    if there is None:
        yield unknown(rule, name, asked, allowed=least)
    elif there < least:
        yield warn(rule, name, asked, found=there, allowed=least)
