"""Which standard of area and population may apply to a unit below the province on a day."""

from __future__ import annotations

from datetime import date

from tinhgon.core.rulebook import Dated, Numbers
from tinhgon.core.rules.units.comparing import Choice, Standard, by_terrain
from tinhgon.core.rules.units.facts import Territory

FIGURES = {
    "commune": "units.commune_standard",
    "ward": "units.ward_standard",
    "rural_district": "units.district_standard",
}


def standard_of(facts: Territory, *, on: date, numbers: Numbers) -> tuple[Choice, Dated] | None:
    """Give the ordinary standard of its kind; None where the book has none for the kind.

    :raises NotInForce: the standard of that kind is not in force then.
    """
    if facts.kind not in FIGURES:
        return None
    standard = numbers[FIGURES[facts.kind]].on(on)
    choice = _of_ward(facts, standard) if facts.kind == "ward" else by_terrain(standard.amount, facts.terrain)
    return (choice, standard) if choice.standards else None


def _of_ward(facts: Territory, standard: Dated) -> Choice:
    """A ward's standard went by what it lay in, until all wards had one."""
    people, area = standard.amount["population"], standard.amount["area_km2"]
    if not isinstance(people, dict):
        return Choice([Standard(area, people)])
    rows = people if facts.of_what is None else [row for row in people if row == facts.of_what]
    return Choice([Standard(area, people[row]) for row in rows], "of_what")
