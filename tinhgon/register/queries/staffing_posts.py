"""One post through time: what it was, who held it, to whom it answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tinhgon.core.errors import Said
from tinhgon.core.reach import Reach
from tinhgon.register.models import PostVersion
from tinhgon.register.queries.staffing import SEEN, seen_by
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

TENURES = """
SELECT p.id, p.name, a.how, a.share, lower(a.valid), upper(a.valid), a.term_until, a.decision_id,
    coalesce(p.illustrative, false)
FROM {appointments} a LEFT JOIN register_person p ON p.id = a.person_id AND {seen}
WHERE a.post_id = %(post)s
ORDER BY lower(a.valid) DESC, p.name_key
"""
# Up to the top; what the database would never hold, a circle, ends all the same.
CHAIN = """
WITH RECURSIVE up(post_id, above, depth) AS (
    SELECT v.post_id, v.reports_to_id, 0 FROM {posts} v WHERE v.post_id = %(post)s AND v.valid @> %(day)s
    UNION ALL
    SELECT v.post_id, v.reports_to_id, up.depth + 1
    FROM up JOIN {posts} v ON v.post_id = up.above AND v.valid @> %(day)s WHERE up.depth < 50
)
SELECT post_id FROM up WHERE depth > 0 ORDER BY depth DESC
"""
CALLED = """
SELECT DISTINCT ON (v.post_id) v.post_id, t.name_vi, t.name_en, v.unit_id, u.name,
    greatest(lower(v.valid), least(%(day)s, upper(v.valid) - 1))
FROM {posts} v
JOIN register_posttitle t ON t.code = v.title_id
JOIN {versions} u ON u.unit_id = v.unit_id
    AND u.valid @> greatest(lower(v.valid), least(%(day)s, upper(v.valid) - 1))
WHERE v.post_id = ANY(%(posts)s::uuid[])
ORDER BY v.post_id, lower(v.valid) > %(day)s, abs(lower(v.valid) - %(day)s)
"""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One stretch over which somebody held the post in one way."""

    person: UUID | None
    name: str | None
    how: str
    share: Decimal
    since: date
    until: date | None
    term_until: date | None
    decision: UUID
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """What a post is called around a day, of which unit, and a day near it on which it is so."""

    title: Said
    unit: UUID
    unit_name: str
    on: date


def versions(post: UUID, as_of: AsOf) -> list[PostVersion]:
    """Give all that a post was as known, first day first."""
    rows: QuerySet[Any] = PostVersion.objects.as_known(as_of).filter(post=post)
    rows = rows.select_related("title", "staff", "decision", "decision__type").order_by("valid")
    return list(rows.defer("decision__operations"))


def tenures(post: UUID, as_of: AsOf, reach: Reach) -> list[Tenure]:
    """Give who held a post, the latest first."""
    rows = _run(TENURES.replace("{seen}", SEEN), as_of, post=post, **seen_by(reach))
    return [Tenure(*row) for row in rows]


def chain(post: UUID, as_of: AsOf) -> list[UUID]:
    """Give the posts above one, the highest first."""
    return [row[0] for row in _run(CHAIN, as_of, post=post)]


def called(posts: Iterable[UUID], as_of: AsOf) -> dict[UUID, Called]:
    """Name posts as they are on a day, or were nearest to it."""
    wanted = set(posts)
    rows = _run(CALLED, as_of, posts=listed(wanted)) if wanted else []
    return {row[0]: Called(Said(row[1], row[2]), *row[3:]) for row in rows}


def _run(sql: str, as_of: AsOf, **parameters: Any) -> list[Any]:
    known = as_of.known is not None
    statement = sql.format(
        posts=source("register_postversion", known=known),
        versions=source("register_unitversion", known=known),
        appointments=source("register_appointment", known=known),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, {"day": as_of.valid, "known": as_of.known} | parameters)
        return list(cursor.fetchall())
