"""The whole register as a picture: four statements, however many units there are."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from tinhgon.core.rows import DEPUTY, HEAD, SEATED
from tinhgon.findings.picture import Picture, Seen
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

UNITS = """
SELECT v.unit_id, v.name, v.kind_id, v.area_km2, v.population, p.parents::text
FROM {versions} v
LEFT JOIN (
    SELECT unit_id, jsonb_object_agg(line, parent_id) AS parents FROM {placements}
    WHERE valid @> %(day)s GROUP BY unit_id
) p USING (unit_id)
WHERE v.valid @> %(day)s
"""
QUOTAS = "SELECT unit_id, staff_id, number FROM {quotas} WHERE valid @> %(day)s"
HOLDERS = """
SELECT p.unit_id, p.rank, count(*) FROM {posts} p JOIN {appointments} a USING (post_id)
WHERE p.valid @> %(day)s AND a.valid @> %(day)s AND p.rank = ANY(%(ranks)s) AND a.how = ANY(%(seated)s)
GROUP BY p.unit_id, p.rank
"""
# Of the days on which a unit received others the last one; a unit that stays and receives counts too.
MERGED = """
SELECT DISTINCT ON (result_id) result_id, "on",
    count(DISTINCT origin_id) + (bool_or(how = 'absorb') OR bool_and(how = 'part'))::int
FROM {successions} WHERE "on" <= %(day)s AND how <> 'split'
GROUP BY result_id, "on" ORDER BY result_id, "on" DESC
"""
TABLES = {
    "versions": "register_unitversion", "placements": "register_placement", "quotas": "register_quota",
    "posts": "register_postversion", "appointments": "register_appointment",
    "successions": "register_succession",
}  # fmt: skip


def whole_picture(as_of: AsOf) -> Picture:
    """Draw all units as they are on a day, as the register says or said."""
    quotas: dict[UUID, dict[str, int]] = {}
    for unit, staff, number in _rows(QUOTAS, as_of):
        quotas.setdefault(unit, {})[staff] = number
    holders: dict[UUID, dict[str, int]] = {}
    for unit, rank, count in _rows(HOLDERS, as_of):
        holders.setdefault(unit, {})[rank] = count
    merged = {unit: (day, count) for unit, day, count in _rows(MERGED, as_of)}
    units = {
        row[0]: _seen(row, quotas.get(row[0], {}), holders.get(row[0], {}), merged.get(row[0]))
        for row in _rows(UNITS, as_of)
    }
    return Picture(as_of.valid, units)


def _seen(
    row: tuple[Any, ...], quotas: dict[str, int], holders: dict[str, int], merged: tuple[date, int] | None
) -> Seen:
    unit, name, kind, area, population, parents = row
    day, origins = merged or (None, 0)
    return Seen(
        unit=unit, name=name, kind=kind, area_km2=area, population=population,
        parents={line: UUID(of) if of else None for line, of in orjson.loads(parents or "{}").items()},
        quotas=quotas, heads=holders.get(HEAD, 0), deputies=holders.get(DEPUTY, 0),
        merged_on=day, origins=origins,
    )  # fmt: skip


def _rows(sql: str, as_of: AsOf) -> list[tuple[Any, ...]]:
    known = as_of.known is not None
    named = {name: source(table, known=known) for name, table in TABLES.items()}
    values = {"day": as_of.valid, "known": as_of.known, "ranks": [HEAD, DEPUTY], "seated": sorted(SEATED)}
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**named), values)
        return list(cursor.fetchall())
