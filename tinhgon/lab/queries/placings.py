"""Whom a scenario places where, as far as the reader may see the person: one statement."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from tinhgon.core.reach import INTERNAL, SENSITIVE, Reach
from tinhgon.core.rows import MAIN
from tinhgon.lab.models import Scenario
from tinhgon.register.models import Person
from tinhgon.register.queries.staffing import SEEN, seen_by
from tinhgon.solvers.place.values import BARRED, RISE

# `origin` is the unit of the scenario that the main post of the eve lies in or under.
PLACED = """
WITH RECURSIVE placed AS (
    SELECT g.*, p.name, p.name_key, p.sex, p.born, p.illustrative,
        %(all_sealed)s OR p.home_id = ANY(%(sealed)s::uuid[]) AS may_know
    FROM lab_placing g JOIN register_person p ON p.id = g.person_id AND {seen}
    WHERE g.scenario_id = %(scenario)s AND p.erased_at IS NULL
), up(person_id, unit_id) AS (
    SELECT DISTINCT ON (a.person_id) a.person_id, v.unit_id
    FROM register_appointment a
    JOIN placed ON placed.person_id = a.person_id
    JOIN register_postversion v ON v.post_id = a.post_id AND v.valid @> %(eve)s
    WHERE a.valid @> %(eve)s AND a.how = ANY(%(main)s)
    ORDER BY a.person_id, a.post_id
), climbed(person_id, unit_id, top) AS (
    SELECT person_id, unit_id, unit_id FROM up
    UNION
    SELECT c.person_id, c.unit_id, h.parent_id FROM climbed c
    JOIN register_placement h ON h.unit_id = c.top AND h.valid @> %(eve)s AND h.parent_id IS NOT NULL
    WHERE NOT c.top = ANY(%(units)s)
)
SELECT g.id, g.person_id, g.name, g.sex, g.born, g.illustrative, g.leaves, g.pinned, g.why,
    t.id, t.member, t.title_id, t.rank,
    (SELECT min(c.top::text)::uuid FROM climbed c WHERE c.person_id = g.person_id AND c.top = ANY(%(units)s)),
    coalesce(g.may_know, false)
FROM placed g LEFT JOIN lab_plannedpost t ON t.id = g.post_id
ORDER BY g.name_key, g.person_id
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A person of a scenario, and where the plan puts that one; `origin` is today's unit."""

    id: int
    person: UUID
    name: str
    sex: str
    born: date | None
    illustrative: bool
    leaves: bool
    pinned: bool
    why: dict[str, Any]
    post: UUID | None
    member: UUID | None
    title: str | None
    rank: str | None
    origin: UUID | None


def placed(scenario: Scenario, units: list[UUID], reach: Reach) -> list[Placed]:
    """Give everybody within reach whom a scenario has a word about, by name."""
    sealed = reach.units(SENSITIVE)
    values = {
        "scenario": scenario.pk, "units": units, "main": sorted(MAIN),
        "all_sealed": sealed is None, "sealed": sorted(sealed or ()),
        "eve": scenario.effective_on - timedelta(days=1), **seen_by(reach),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(PLACED.format(seen=SEEN), values)
        return [Placed(*_plain(*row)) for row in cursor.fetchall()]


def _plain(*row: Any) -> list[Any]:
    """Raw statements give JSON as text."""
    *values, may_know = row
    why = json.loads(values[8]) if isinstance(values[8], str) else values[8] or {}
    values[8] = why if may_know else _without_sealed(why)
    return values


def _without_sealed(why: dict[str, Any]) -> dict[str, Any]:
    """Say of whom a discipline decision bars what is true of all whom a higher post is closed to: a gap
    where the bar stood would tell of it.
    """
    funnel = dict(why.get("funnel", {}))
    if barred := funnel.pop(BARRED, 0):
        funnel[RISE] = funnel.get(RISE, 0) + barred
    return {**why, "funnel": funnel} if barred else why


def names_seen(people: Iterable[UUID], reach: Reach) -> dict[UUID, str]:
    """Give the names of those people whom the reader may see."""
    found, units = Person.objects.filter(pk__in=list(people), erased_at=None), reach.units(INTERNAL)
    if units is not None:
        found = found.filter(Q(home_id__in=units) | Q(pk=reach.person))
    return dict(found.values_list("pk", "name"))
