"""What the rules themselves find about each new unit of a plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from tinhgon.core.rulebook import Book, Finding
from tinhgon.core.rules.units.facts import Territory as Facts
from tinhgon.lab.ground.standards import Law
from tinhgon.lab.ground.values import Ground
from tinhgon.rules.library import book
from tinhgon.solvers.consolidate.units import NewUnit, per_unit
from tinhgon.solvers.consolidate.values import Plan

DIGITS = Decimal("0.0001")  # of an area, as the register keeps it


def findings_of(ground: Ground, plan: Plan) -> tuple[tuple[Finding, ...], ...]:
    """Judge every new unit of a plan, in its order, by the rules that are in force on the day of effect."""
    law, new = book(), per_unit(ground.territory, ground.standards, ground.conditions, plan)
    return tuple(judged(one, ground.units[one.seat].facts, ground.law, law) for one in new)


def judged(one: NewUnit, own: Facts | None, law: Law, book: Book) -> tuple[Finding, ...]:
    """Judge one new unit; `own` is known of its seat, and counts where that stays as it is."""
    many = len(one.members) > 1
    if not law.sorts:
        return ()
    facts = law.sorts[one.sort] if many else own
    if facts is None:
        return ()
    area, people = figures(one.sums)
    members = len(one.members) if many else None
    known = replace(facts, members=members, area_km2=area, population=people)
    return book.judge(law.merged if many else law.alone, known, on=law.on)


def figures(sums: Mapping[str, float]) -> tuple[Decimal | None, int | None]:
    """Give land to the fourth digit and whole people, as the rules take them; None is uncounted."""
    area, people = sums.get("area_km2"), sums.get("population")
    land = None if area is None else Decimal(f"{Decimal(area).quantize(DIGITS).normalize():f}")
    return land, None if people is None else round(people)
