"""Who serves where within a scenario's reach on its eve, and what they have learnt: three statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.partial import PartialDay
from tinhgon.lab.models import Scenario
from tinhgon.people.models import Entry
from tinhgon.people.queries.dossiers import partial

DEEPEST = 20  # levels; lines cross, so that a walk down may come back
# The top is the root, or whatever stands under nothing.
SCOPE = """
WITH RECURSIVE down(unit_id, depth) AS (
    SELECT p.unit_id, 0 FROM register_placement p
    WHERE p.valid @> %(eve)s AND (p.unit_id = %(root)s OR (%(root)s::uuid IS NULL AND p.parent_id IS NULL))
    UNION
    SELECT p.unit_id, d.depth + 1 FROM down d
    JOIN register_placement p ON p.parent_id = d.unit_id AND p.valid @> %(eve)s
    WHERE d.depth < %(deepest)s
)
SELECT d.unit_id, min(d.depth), v.kind_id FROM down d
JOIN register_unitversion v ON v.unit_id = d.unit_id AND v.valid @> %(eve)s
GROUP BY d.unit_id, v.kind_id
"""
# `since` goes back over terms and ways of holding the post: a new term is no new post.
SERVING = """
SELECT v.post_id, v.unit_id, v.title_id, v.rank, v.seats, a.person_id, a.how, a.term_until,
    (SELECT lower(held.days) FROM (
        SELECT unnest(range_agg(b.valid)) AS days FROM register_appointment b
        WHERE b.person_id = a.person_id AND b.post_id = a.post_id
    ) held WHERE held.days @> %(eve)s),
    p.sex, p.born, p.born_precision
FROM register_postversion v
LEFT JOIN register_appointment a ON a.post_id = v.post_id AND a.valid @> %(eve)s
    AND EXISTS (SELECT FROM register_appointment n WHERE n.person_id = a.person_id AND n.valid @> %(day)s)
LEFT JOIN register_person p ON p.id = a.person_id
WHERE v.unit_id = ANY(%(units)s) AND v.valid @> %(eve)s
ORDER BY v.unit_id, v.post_id, a.person_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody in a post, and how; what is not known is None."""

    person: UUID
    how: str
    since: date | None
    term_until: date | None
    sex: str
    born: PartialDay | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A post on the eve."""

    id: UUID
    unit: UUID
    title: str
    rank: str
    seats: int
    holders: list[Holder] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a unit stands: how far below the top, and its kind."""

    depth: int
    kind: str


def scope_of(scenario: Scenario) -> dict[UUID, Placed]:
    """Give the units of a scenario with their depth, along whichever line is the shortest."""
    values = {"root": scenario.root_id, "deepest": DEEPEST, **_days(scenario)}
    return {unit: Placed(depth=depth, kind=kind) for unit, depth, kind in _run(SCOPE, values)}


def posts_in(scenario: Scenario, units: Iterable[UUID]) -> list[Standing]:
    """Give the posts of units on the eve with those who hold them and are still there on the day."""
    found: dict[UUID, Standing] = {}
    for post, unit, title, rank, seats, *holder in _run(SERVING, {"units": sorted(units), **_days(scenario)}):
        made = Standing(id=post, unit=unit, title=title, rank=rank, seats=seats)
        one = found.setdefault(post, made)
        if holder[0] is not None:
            one.holders.append(_holder(*holder))
    return list(found.values())


def trainings_of(people: Iterable[UUID], on: date) -> Mapping[UUID, frozenset[str]]:
    """Give what people have completed by a day, as far as their dossiers say."""
    rows = Entry.objects.filter(section="training", person__in=list(people))
    found: dict[UUID, set[str]] = {}
    for person, data, until in rows.values_list("person_id", "data", "until"):
        if data.get("kind") and (until is None or until <= on):
            found.setdefault(person, set()).add(data["kind"])
    return {person: frozenset(kinds) for person, kinds in found.items()}


def _holder(
    person: UUID, how: str, term_until: date | None, since: date | None, sex: str, born: date | None,
    precision: str,
) -> Holder:  # fmt: skip
    return Holder(
        person=person, how=how, since=since, term_until=term_until, sex=sex, born=partial(born, precision)
    )


def _days(scenario: Scenario) -> dict[str, Any]:
    return {"day": scenario.effective_on, "eve": scenario.effective_on - timedelta(days=1)}


def _run(sql: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
