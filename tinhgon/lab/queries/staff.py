"""Posts of units on the eve of a day, who holds them, who answers to them, and their quotas."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.lab.drafting.values import Holding, Present
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

# Whoever leaves the service by the day itself is not there to be placed.
STAFF = """
SELECT v.post_id, v.unit_id, v.title_id, v.staff_id, v.rank, v.seats, v.reports_to_id, a.person_id, a.how
FROM {posts} v
LEFT JOIN {appointments} a ON a.post_id = v.post_id AND a.valid @> %(eve)s
    AND EXISTS (SELECT FROM {appointments} n WHERE n.person_id = a.person_id AND n.valid @> %(day)s)
WHERE v.unit_id = ANY(%(units)s) AND v.valid @> %(eve)s
ORDER BY v.unit_id, v.post_id, a.person_id
"""
QUOTAS = """
SELECT unit_id, staff_id, number FROM {quotas} WHERE unit_id = ANY(%(units)s) AND valid @> %(eve)s
"""
ANSWERING = """
SELECT o.post_id, o.reports_to_id FROM {posts} v
JOIN {posts} o ON o.reports_to_id = v.post_id AND o.valid @> %(day)s
WHERE v.unit_id = ANY(%(units)s) AND v.valid @> %(eve)s AND NOT EXISTS (
    SELECT FROM {posts} e WHERE e.post_id = o.post_id AND e.unit_id = ANY(%(units)s) AND e.valid @> %(eve)s)
ORDER BY o.post_id
"""
TABLES = {
    "posts": "register_postversion", "appointments": "register_appointment", "quotas": "register_quota",
}  # fmt: skip


def posts_on(units: Iterable[UUID], as_of: AsOf) -> tuple[Present, ...]:
    """Give the posts of units on the eve, with those who hold them and are in service on the day."""
    rows: dict[UUID, tuple[list[Any], list[Holding]]] = {}
    for post, *facts, person, how in _run(STAFF, units, as_of):
        holders = rows.setdefault(post, (facts, []))[1]
        if person is not None:
            holders.append(Holding(person=person, how=how))
    return tuple(_present(post, facts, holders) for post, (facts, holders) in rows.items())


def quotas_on(units: Iterable[UUID], as_of: AsOf) -> dict[tuple[UUID, str], int]:
    """Give the quotas of units on the eve, by kind of staff."""
    return {(unit, staff): number for unit, staff, number in _run(QUOTAS, units, as_of)}


def answering_to(units: Iterable[UUID], as_of: AsOf) -> dict[UUID, UUID]:
    """Give the posts of other units that answer to a post of these, and to which."""
    return dict(_run(ANSWERING, units, as_of))


def _present(post: UUID, facts: list[Any], holders: list[Holding]) -> Present:
    unit, title, staff, rank, seats, above = facts
    return Present(
        id=post, unit=unit, title=title, staff=staff, rank=rank, seats=seats, reports_to=above,
        holders=tuple(holders),
    )  # fmt: skip


def _values(units: Iterable[UUID], as_of: AsOf) -> dict[str, Any]:
    eve = as_of.valid - timedelta(days=1)
    return {"units": sorted(units), "day": as_of.valid, "eve": eve, "known": as_of.known}


def _run(sql: str, units: Iterable[UUID], as_of: AsOf) -> list[tuple[Any, ...]]:
    named = {name: source(table, known=as_of.known is not None) for name, table in TABLES.items()}
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**named), _values(units, as_of))
        return list(cursor.fetchall())
