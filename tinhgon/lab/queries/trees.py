"""Units on a day with all that stands below and above them: one statement."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

import orjson
from django.db import connection

from tinhgon.core.rows import UnitId
from tinhgon.lab.drafting.bodies import Standing, Tree
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

AROUND = """
WITH RECURSIVE down(unit_id) AS (
    SELECT unnest(%(units)s::uuid[])
    UNION SELECT p.unit_id FROM down d JOIN {placements} p ON p.parent_id = d.unit_id AND p.valid @> %(day)s
), up(unit_id) AS (
    SELECT unit_id FROM down
    UNION SELECT p.parent_id FROM up u JOIN {placements} p USING (unit_id)
        WHERE p.valid @> %(day)s AND p.parent_id IS NOT NULL
)
SELECT v.unit_id, v.name, v.kind_id, v.area_km2, v.population, (
    SELECT jsonb_object_agg(line, parent_id) FROM {placements} p
    WHERE p.unit_id = v.unit_id AND p.valid @> %(day)s)::text
FROM {versions} v WHERE v.unit_id IN (SELECT unit_id FROM up) AND v.valid @> %(day)s
"""


def tree_around(units: Iterable[UUID], as_of: AsOf) -> Tree:
    """Draw the units, what stands below them and what stands above."""
    known = as_of.known is not None
    sql = AROUND.format(
        placements=source("register_placement", known=known),
        versions=source("register_unitversion", known=known),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"units": sorted(units), "day": as_of.valid, "known": as_of.known})
        rows = cursor.fetchall()
    return Tree({row[0]: _standing(*row) for row in rows})


def _standing(unit: UnitId, name: str, kind: str, area: Decimal, people: int, parents: str) -> Standing:
    above = {line: UUID(parent) if parent else None for line, parent in orjson.loads(parents or "{}").items()}
    return Standing(id=unit, name=name, kind=kind, area_km2=area, population=people, parents=above)
