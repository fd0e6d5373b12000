"""Seats and who fills them, unit by unit; and the seats that nobody fills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.rows import RANKS, SEATED
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

SEATS = """
SELECT unit_id, count(*), sum(seats), sum(greatest(seats - filled, 0)), sum(people) FROM (
    SELECT v.unit_id, v.seats, count(a.person_id) AS people,
        coalesce(sum(a.share) FILTER (WHERE a.how = ANY(%(seated)s)), 0) AS filled
    FROM {posts} v LEFT JOIN {appointments} a ON a.post_id = v.post_id AND a.valid @> %(day)s
    WHERE v.valid @> %(day)s AND v.unit_id = ANY(%(units)s::uuid[])
    GROUP BY v.post_id, v.unit_id, v.seats
) post GROUP BY unit_id
"""
VACANT = """
WITH RECURSIVE below(unit_id) AS (
    SELECT %(root)s::uuid WHERE %(root)s::uuid IS NOT NULL
    UNION
    SELECT p.unit_id FROM below JOIN {placements} p ON p.parent_id = below.unit_id AND p.valid @> %(day)s
), vacant AS (
    SELECT v.post_id, v.unit_id, v.title_id, v.rank, v.staff_id, v.seats,
        v.seats - coalesce(sum(a.share), 0) AS free
    FROM {posts} v LEFT JOIN {appointments} a
        ON a.post_id = v.post_id AND a.valid @> %(day)s AND a.how = ANY(%(seated)s)
    WHERE v.valid @> %(day)s AND (%(root)s::uuid IS NULL OR v.unit_id IN (SELECT unit_id FROM below))
        AND (%(rank)s = '' OR v.rank = %(rank)s) AND (%(staff)s = '' OR v.staff_id = %(staff)s)
    GROUP BY v.post_id, v.unit_id, v.title_id, v.rank, v.staff_id, v.seats
    HAVING v.seats > coalesce(sum(a.share), 0)
), shown AS (
    SELECT vacant.*, u.name AS unit_name, u.name_key, t.name_vi, t.name_en, t.position,
        count(*) OVER () AS posts, sum(free) OVER () AS seats_free
    FROM vacant JOIN {versions} u ON u.unit_id = vacant.unit_id AND u.valid @> %(day)s
    JOIN register_posttitle t ON t.code = vacant.title_id
    ORDER BY u.name_key, vacant.unit_id, array_position(%(ranks)s::text[], vacant.rank::text), t.position,
        vacant.post_id
    LIMIT %(count)s OFFSET %(first)s
)
SELECT post_id, unit_id, unit_name, name_vi, name_en, rank, staff_id, seats, free, greatest(
    (SELECT max(upper(a.valid)) FROM {appointments} a WHERE a.post_id = shown.post_id
        AND a.how = ANY(%(seated)s) AND upper(a.valid) <= %(day)s),
    (SELECT min(lower(v.valid)) FROM {posts} v WHERE v.post_id = shown.post_id)
), (SELECT count(*) FROM {appointments} a WHERE a.post_id = shown.post_id AND a.valid @> %(day)s
    AND a.how = 'acting'), posts, seats_free
FROM shown
"""


@dataclass(frozen=True, slots=True)
class Seats:
    """The posts of a unit: how many, with how many seats, how many vacant, and how many people hold them."""

    posts: int
    seats: int
    free: Decimal
    people: int


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post with vacant seats; `since` is when the last holder left, else when the post was made."""

    post: UUID
    unit: UUID
    unit_name: str
    title: Said
    rank: str
    staff: str
    seats: int
    free: Decimal
    since: date
    acting: int


@dataclass(frozen=True, slots=True)
class Vacancies:
    """Some of the vacancies, and how many there are in all: posts, seats."""

    rows: list[Vacancy]
    posts: int = 0
    seats: Decimal = Decimal(0)


def seats(as_of: AsOf, *, units: Iterable[UUID]) -> dict[UUID, Seats]:
    """Count the seats of units; one without posts is left out."""
    found = _run(SEATS, as_of, units=listed(units))
    return {row[0]: Seats(*row[1:]) for row in found}


def vacancies(
    as_of: AsOf, *, root: UUID | None = None, rank: str = "", staff: str = "", first: int = 0, count: int = 50
) -> Vacancies:
    """List vacancies by unit, in all the register or from one unit down."""
    found = _run(VACANT, as_of, root=root, rank=rank, staff=staff, first=first, count=count)
    rows = [_vacancy(row) for row in found]
    return Vacancies(rows, *found[0][11:]) if found else Vacancies([])


def _vacancy(row: Any) -> Vacancy:
    post, unit, unit_name, title_vi, title_en, *facts = row[:11]
    return Vacancy(post, unit, unit_name, Said(title_vi, title_en), *facts)


def _run(sql: str, as_of: AsOf, **parameters: Any) -> list[Any]:
    known = as_of.known is not None
    statement = sql.format(
        posts=source("register_postversion", known=known),
        versions=source("register_unitversion", known=known),
        appointments=source("register_appointment", known=known),
        placements=source("register_placement", known=known),
    )
    values = {"day": as_of.valid, "known": as_of.known, "seated": sorted(SEATED), "ranks": list(RANKS)}
    with connection.cursor() as cursor:
        cursor.execute(statement, values | parameters)
        return list(cursor.fetchall())
