"""Where a unit stands in whatever line, and which bodies of other lines hang from it: one statement.

Agencies and committees hang from the places they serve: their line need not have a top of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.rows import TERRITORIAL
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

AROUND = """
WITH RECURSIVE up(unit_id, depth) AS (
    SELECT %(unit)s::uuid, 0
    UNION ALL
    SELECT at.parent_id, up.depth - 1
    FROM up CROSS JOIN LATERAL (
        SELECT p.parent_id FROM {placements} p WHERE p.unit_id = up.unit_id AND p.valid @> %(day)s
        ORDER BY p.line = %(line)s DESC, p.line = %(territorial)s DESC LIMIT 1
    ) at
    WHERE at.parent_id IS NOT NULL AND up.depth > -50
), found AS (
    SELECT unit_id, depth FROM up WHERE depth <= 0
    UNION ALL
    SELECT p.unit_id, 1 FROM {placements} p
    WHERE p.parent_id = %(unit)s AND p.line <> %(line)s AND p.valid @> %(day)s
)
SELECT DISTINCT ON (found.depth, k.position, v.name_key, v.unit_id) v.unit_id, v.name, v.kind_id, found.depth
FROM found JOIN {versions} v ON v.unit_id = found.unit_id AND v.valid @> %(day)s
JOIN register_unitkind k ON k.code = v.kind_id
ORDER BY found.depth, k.position, v.name_key, v.unit_id
"""


@dataclass(frozen=True, slots=True)
class Body:
    """A unit above or below."""

    id: UUID
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Around:
    """A unit by name, what it stands under, the highest first, and its bodies in lines not in view."""

    name: str
    above: tuple[Body, ...]
    bodies: tuple[Body, ...]


def around(unit: UUID, as_of: AsOf, *, line: str) -> Around:
    """Read both on a day."""
    known = as_of.known is not None
    sql = AROUND.format(
        placements=source("register_placement", known=known),
        versions=source("register_unitversion", known=known),
    )
    values: dict[str, Any] = {
        "unit": unit, "line": line, "territorial": TERRITORIAL, "day": as_of.valid, "known": as_of.known,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    above = tuple(Body(*row[:3]) for row in rows if row[3] < 0)
    name = next((row[1] for row in rows if row[3] == 0), "")
    return Around(name, above, tuple(Body(*row[:3]) for row in rows if row[3] > 0))
