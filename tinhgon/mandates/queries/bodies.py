"""The bodies of a day that have a mandate, and where each stands: one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

# The path of a unit: itself and all above it in any line. Its place is the nearest territorial one of these.
BODIES = """
WITH RECURSIVE stands AS MATERIALIZED (
    SELECT unit_id, parent_id FROM register_placement WHERE valid @> %(day)s
), charged AS MATERIALIZED (
    SELECT unit_id, name, kind_id, mandate FROM register_unitversion WHERE valid @> %(day)s AND mandate <> ''
), up(unit_id, above, depth) AS (
    SELECT unit_id, unit_id, 0 FROM charged
    UNION
    SELECT up.unit_id, s.parent_id, up.depth + 1 FROM up JOIN stands s ON s.unit_id = up.above
    WHERE s.parent_id IS NOT NULL AND up.depth < 30
)
SELECT c.unit_id, c.name, c.kind_id, c.mandate, array_agg(up.above ORDER BY up.depth),
    (array_agg(up.above ORDER BY up.depth) FILTER (WHERE k.level IS NOT NULL))[1]
FROM charged c JOIN up USING (unit_id)
JOIN register_unitversion v ON v.unit_id = up.above AND v.valid @> %(day)s
JOIN register_unitkind k ON k.code = v.kind_id
GROUP BY c.unit_id, c.name, c.kind_id, c.mandate ORDER BY c.unit_id
"""
# Told apart cheaply: a version with a mandate that is written or ends changes one of the three.
STATE = """
SELECT count(*), max(id), sum(hashtext(unit_id::text || mandate)::bigint)
FROM register_unitversion WHERE mandate <> '' AND valid @> %(day)s
"""


@dataclass(frozen=True, slots=True)
class Body:
    """A unit with a mandate; `path` is itself and all above it, `place` the territorial unit it serves."""

    unit: UUID
    name: str
    kind: str
    mandate: str
    path: frozenset[UUID]
    place: UUID | None


def bodies_on(day: date) -> list[Body]:
    """Give all bodies that have a mandate on a day."""
    with connection.cursor() as cursor:
        cursor.execute(BODIES, {"day": day})
        return [
            Body(unit, name, kind, mandate, frozenset(path), place)
            for unit, name, kind, mandate, path, place in cursor.fetchall()
        ]


def state_on(day: date) -> str:
    """Give what changes when any mandate of a day does."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, {"day": day})
        return " ".join(map(str, cursor.fetchone()))


def comparable(one: Body, other: Body) -> bool:
    """Tell whether likeness of two bodies says anything.

    Not of one above the other, which hands its duties down; nor of bodies of two places, which do the same
    there by design.
    """
    return one.place == other.place and one.unit not in other.path and other.unit not in one.path
