"""Lineage: from what a unit came and into what it went, however many decisions away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import connection

from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

LINEAGE = """
WITH RECURSIVE back AS (
    SELECT s.* FROM {successions} s WHERE s.result_id = %(unit)s
    UNION SELECT s.* FROM back JOIN {successions} s ON s.result_id = back.origin_id
), forth AS (
    SELECT s.* FROM {successions} s WHERE s.origin_id = %(unit)s
    UNION SELECT s.* FROM forth JOIN {successions} s ON s.origin_id = forth.result_id
)
SELECT s.origin_id, o.name, s.result_id, r.name, s."on", s.how, s.share_area, s.share_population,
    s.estimated, s.decision_id, d.number, o.area_km2, o.population
FROM (SELECT * FROM back UNION SELECT * FROM forth) s
JOIN register_decision d ON d.id = s.decision_id
JOIN {versions} o ON o.unit_id = s.origin_id AND o.valid @> s."on" - 1
JOIN {versions} r ON r.unit_id = s.result_id AND r.valid @> s."on"
ORDER BY s."on", o.name_key, r.name_key
"""


@dataclass(frozen=True, slots=True)
class Link:
    """What passed from one unit to another; figures are the origin's on its last day."""

    origin: UUID
    origin_name: str
    result: UUID
    result_name: str
    on: date
    how: str
    share_area: Decimal
    share_population: Decimal
    estimated: bool
    decision: UUID
    number: str
    area_km2: Decimal | None
    population: int | None


def lineage(unit: UUID, as_of: AsOf) -> list[Link]:
    """Give all links that lead to a unit and away from it, oldest first, as known; of all days."""
    known = as_of.known is not None
    sql = LINEAGE.format(
        successions=source("register_succession", known=known),
        versions=source("register_unitversion", known=known),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"unit": unit, "known": as_of.known})
        return [Link(*row) for row in cursor]
