"""How many units stand below one, of which kinds, with which area and people: one statement."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from tinhgon.core.rows import TERRITORIAL
from tinhgon.register.models import UnitKind
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

TALLY = """
WITH RECURSIVE down(unit_id, top, depth) AS (
    SELECT unit_id, unit_id, 1 FROM {placements} p
    WHERE {below} AND line = %(line)s AND valid @> %(day)s
    UNION ALL
    SELECT p.unit_id, down.top, down.depth + 1
    FROM down JOIN {placements} p ON p.parent_id = down.unit_id AND p.line = %(line)s AND p.valid @> %(day)s
)
SELECT down.top, down.depth, v.kind_id, k.level, count(*), sum(v.area_km2), count(v.area_km2),
    sum(v.population), count(v.population), bool_or(v.estimated)
FROM down
JOIN {versions} v ON v.unit_id = down.unit_id AND v.valid @> %(day)s
JOIN register_unitkind k ON k.code = v.kind_id
GROUP BY down.top, down.depth, v.kind_id, k.position, k.level
ORDER BY down.depth, k.position
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """The units of one kind at one depth below `top`, a child of the unit that was asked about."""

    top: UUID
    depth: int
    kind: str
    level: int | None
    units: int
    area_km2: Decimal | None
    with_area: int
    population: int | None
    with_population: int
    estimated: bool


def tally(as_of: AsOf, *, below: UUID | None, line: str = TERRITORIAL) -> list[Tally]:
    """Count what stands below a unit, or below nothing at all, nearest first."""
    known = as_of.known is not None
    sql = TALLY.format(
        placements=source("register_placement", known=known),
        versions=source("register_unitversion", known=known),
        below="parent_id = %(below)s" if below else "parent_id IS NULL",
    )
    values = {"below": below, "line": line, "day": as_of.valid, "known": as_of.known}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [Tally(*row) for row in cursor]


def kinds() -> dict[str, str]:
    """Name every kind of unit in the language in use."""
    return {kind.code: str(kind) for kind in UnitKind.objects.all()}
