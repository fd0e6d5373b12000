"""Changes that the national database has not been told of: how many, how late, and what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.reach import CLASSES, EXPORT, INTERNAL, NOTHING, PERSONAL, Reach
from tinhgon.people.models import Amendment
from tinhgon.people.queries.dossiers import Shown, dossier
from tinhgon.people.sections import sections
from tinhgon.register.models import Person

PER_UNIT = """
SELECT p.home_id, u.name, count(*), count(*) FILTER (WHERE m.due_on < %(on)s), min(m.due_on),
    count(DISTINCT m.person_id)
FROM people_amendment m JOIN register_person p ON p.id = m.person_id
LEFT JOIN register_unitversion u ON u.unit_id = p.home_id AND u.valid @> %(on)s
WHERE m.synchronised_at IS NULL AND (%(everywhere)s OR p.home_id = ANY(%(units)s))
GROUP BY p.home_id, u.name ORDER BY min(m.due_on), u.name
"""
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Waiting:
    """The changes of one unit's files that were not told yet."""

    unit: UUID | None
    name: str | None
    changes: int
    overdue: int
    due_on: date
    people: int


def waiting(reach: Reach, *, on: date) -> list[Waiting]:
    """Count what waits, unit by unit, the most urgent first."""
    units = reach.units(PERSONAL)
    with connection.cursor() as cursor:
        facts: dict[str, Any] = {"on": on, "everywhere": units is None, "units": list(units or ())}
        cursor.execute(PER_UNIT, facts)
        return [Waiting(*row) for row in cursor.fetchall()]


def packet(unit: UUID, reach: Reach) -> dict[str, Any]:
    """Give the sections that changed in a unit's files as they are now, up to the class that may leave.

    There is no interface of the national database to call here: somebody carries the packet, then marks it.
    """
    rows = Amendment.objects.filter(synchronised_at__isnull=True, person__home=unit).order_by("id")
    changed: dict[UUID, set[str]] = {}
    up_to = 0
    for person, section, number in rows.values_list("person_id", "section", "id"):
        changed.setdefault(person, set()).add(section)
        up_to = max(up_to, number)
    people = Person.objects.in_bulk(list(changed))
    return {
        "unit": str(unit), "up_to": up_to,
        "people": [_person(people[person], names, reach) for person, names in sorted(changed.items())],
    }  # fmt: skip


def _person(person: Person, names: set[str], reach: Reach) -> dict[str, Any]:
    if person.erased_at:
        return {"person": str(person.id), "erased": True}
    allowed = max((one for one in CLASSES if reach.may(EXPORT, person.home_id, one)), default=NOTHING)
    told: dict[str, Any] = {"person": str(person.id)}
    if allowed >= INTERNAL:
        told |= {"name": person.name, "sex": person.sex, "born": str(person.born or "")}
    shown = dossier(person.id, reach, up_to=allowed).shown if allowed > NOTHING else ()
    told["sections"] = {name: entries(shown, name) for name in sections() if name in names}
    told["withheld"] = any(
        field.field_class > allowed
        for name in names
        if name in sections()
        for field in sections()[name].fields
    )
    return told


def entries(shown: Iterable[Shown], section: str) -> list[dict[str, Any]]:
    """Give the entries of a section as programs read them."""
    return [
        {"id": str(one.entry.id), "since": str(one.since or ""), "until": str(one.until or ""), **one.values}
        for one in shown if one.section.code == section
    ]  # fmt: skip
