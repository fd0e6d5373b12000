"""Posts on a day with who holds them: one statement. Who is out of the reader's reach has no name here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.core.rows import DEPUTY, HEAD, PAID, RANKS, SEATED, WAYS
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

# The same as row security says: whoever it hides is hidden here already.
SEEN = "(%(everywhere)s OR p.home_id = ANY(%(reached)s::uuid[]) OR p.id = %(own)s::uuid)"
# Since when one holds a post without a break: a new term or another way of holding it is none.
SINCE = """
(SELECT lower(held.days) FROM (
    SELECT unnest(range_agg(b.valid)) AS days FROM {appointments} b
    WHERE b.person_id = a.person_id AND b.post_id = a.post_id
) held WHERE held.days @> %(day)s)
"""
POSTS = """
SELECT v.post_id, v.unit_id, v.title_id, t.name_vi, t.name_en, v.rank, v.staff_id, v.seats, v.reports_to_id,
    v.description, lower(v.valid), upper(v.valid), v.decision_id,
    a.post_id IS NOT NULL, p.id, p.name, a.how, a.share, {since}, upper(a.valid), a.term_until, a.decision_id,
    coalesce(p.illustrative, false)
FROM {posts} v
JOIN register_posttitle t ON t.code = v.title_id
LEFT JOIN {appointments} a ON a.post_id = v.post_id AND a.valid @> %(day)s
LEFT JOIN register_person p ON p.id = a.person_id AND {seen}
WHERE v.valid @> %(day)s AND {which}
ORDER BY array_position(%(ranks)s::text[], v.rank::text), t.position, t.code, v.post_id,
    array_position(%(ways)s::text[], a.how::text), p.name_key
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post; out of reach there is neither person nor name."""

    person: UUID | None
    name: str | None
    how: str
    share: Decimal
    since: date
    until: date | None
    term_until: date | None
    decision: UUID
    illustrative: bool = False

    @property
    def is_seated(self) -> bool:
        """Tell whether a seat is filled."""
        return self.how in SEATED

    @property
    def is_paid(self) -> bool:
        """Tell whether it counts against the quota."""
        return self.how in PAID


@dataclass(slots=True)
class Post:
    """A post on a day, and its holders."""

    id: UUID
    unit: UUID
    code: str
    title: Said
    rank: str
    staff: str
    seats: int
    reports_to: UUID | None
    description: str
    since: date
    until: date | None
    decision: UUID
    holders: list[Holder] = field(default_factory=list)

    @property
    def seated(self) -> Decimal:
        """How many seats are filled; who shares a seat fills a part."""
        return sum((one.share for one in self.holders if one.is_seated), Decimal(0))

    @property
    def free(self) -> Decimal:
        """How many seats are vacant."""
        return max(self.seats - self.seated, Decimal(0))

    @property
    def is_head(self) -> bool:
        """Tell whether its holder leads the unit."""
        return self.rank == HEAD


def seen_by(reach: Reach) -> dict[str, Any]:
    """Give the parameters of SEEN."""
    units = reach.units(INTERNAL)
    return {"everywhere": units is None, "reached": listed(units or ()), "own": reach.person}


def posts_of(
    as_of: AsOf, reach: Reach, *, units: Iterable[UUID], continuous: bool = True
) -> list[Post]:  # fmt: skip
    """Give the posts of units with their holders, heads first; `since` goes back over terms if continuous."""
    which = "v.unit_id = ANY(%(units)s::uuid[])"
    return _read(as_of, reach, which, continuous=continuous, units=listed(units))


def leaders(as_of: AsOf, reach: Reach, *, units: Iterable[UUID]) -> list[Post]:
    """Give the posts of heads and deputies of units, with their holders."""
    which = "v.unit_id = ANY(%(units)s::uuid[]) AND v.rank = ANY(%(leading)s)"
    return _read(as_of, reach, which, units=listed(units), leading=[HEAD, DEPUTY])


def every_post(as_of: AsOf, reach: Reach) -> list[Post]:
    """Give every post of the day with its holders."""
    return _read(as_of, reach, "true")


def posts(
    as_of: AsOf, reach: Reach, *, ids: Iterable[UUID], answering_to: UUID | None = None
) -> list[Post]:  # fmt: skip
    """Give some posts of the day with their holders, and those that answer to one."""
    which = "(v.post_id = ANY(%(posts)s::uuid[]) OR v.reports_to_id = %(above)s::uuid)"
    return _read(as_of, reach, which, continuous=True, posts=listed(ids), above=answering_to)


def _read(
    as_of: AsOf, reach: Reach, which: str, *, continuous: bool = False, **parameters: Any
) -> list[Post]:
    known = as_of.known is not None
    names = {
        "posts": source("register_postversion", known=known),
        "appointments": source("register_appointment", known=known),
    }
    since = SINCE.format(**names) if continuous else "lower(a.valid)"
    sql = POSTS.format(**names, since=since, seen=SEEN, which=which)
    values = {"day": as_of.valid, "known": as_of.known, "ranks": list(RANKS), "ways": list(WAYS)}
    with connection.cursor() as cursor:
        cursor.execute(sql, values | seen_by(reach) | parameters)
        return _nested(cursor.fetchall())


def _nested(rows: Iterable[Any]) -> list[Post]:
    found: dict[UUID, Post] = {}
    for row in rows:
        post = found.get(row[0])
        if post is None:
            identity, unit, code, title_vi, title_en, *facts = row[:13]
            post = found[row[0]] = Post(identity, unit, code, Said(title_vi, title_en), *facts)
        if row[13]:
            post.holders.append(Holder(*row[14:]))
    return list(found.values())
