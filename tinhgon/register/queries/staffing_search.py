"""Finding a post or a person by words, with or without marks; people within reach only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.names import fold, sought
from tinhgon.core.reach import Reach
from tinhgon.core.rows import MAIN, RANKS, SEATED
from tinhgon.register.models import PostTitle
from tinhgon.register.queries.staffing import SEEN, seen_by
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf

MOST_WORDS = 8

# What somebody is: of the posts held on the day the main one first.
PEOPLE = """
SELECT p.id, p.name, t.name_vi, t.name_en, u.name, p.born, p.illustrative
FROM register_person p
LEFT JOIN LATERAL (
    SELECT v.title_id, v.unit_id FROM register_appointment a
    JOIN register_postversion v ON v.post_id = a.post_id AND v.valid @> %(day)s
    WHERE a.person_id = p.id AND a.valid @> %(day)s
    ORDER BY (a.how = ANY(%(main)s)) DESC, lower(a.valid), a.post_id LIMIT 1
) main ON true
LEFT JOIN register_posttitle t ON t.code = main.title_id
LEFT JOIN register_unitversion u ON u.unit_id = main.unit_id AND u.valid @> %(day)s
WHERE {which} AND {seen}
ORDER BY p.name_key, p.id LIMIT %(limit)s
"""
POSTS = """
SELECT v.post_id, t.name_vi, t.name_en, u.name, v.seats - coalesce((
    SELECT sum(a.share) FROM register_appointment a
    WHERE a.post_id = v.post_id AND a.valid @> %(day)s AND a.how = ANY(%(seated)s)
), 0)
FROM register_postversion v
JOIN register_posttitle t ON t.code = v.title_id
JOIN register_unitversion u ON u.unit_id = v.unit_id AND u.valid @> %(day)s
WHERE v.valid @> %(day)s AND {which}
ORDER BY length(u.name), u.name_key, array_position(%(ranks)s::text[], v.rank::text), t.position, v.post_id
LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody within reach: what he is on the day tells him from others of his name."""

    id: UUID
    name: str
    title: Said | None
    unit: str | None
    born: date | None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post of the day, with how many of its seats are vacant."""

    id: UUID
    title: Said
    unit: str
    free: Decimal


def people(text: str, reach: Reach, *, on: date, limit: int = 12) -> list[FoundPerson]:
    """Find people by words of their names."""
    words = fold(sought(text)).split()[:MOST_WORDS]
    if not words:
        return []
    which = " AND ".join(f"p.name_folded LIKE %(word{place})s" for place in range(len(words)))
    return _people(which, reach, on, limit, **_likes(words))


def people_called(ids: Iterable[UUID], reach: Reach, *, on: date) -> dict[UUID, FoundPerson]:
    """Give those of some people who are within reach."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    found = _people("p.id = ANY(%(ids)s::uuid[])", reach, on, len(wanted), ids=listed(wanted))
    return {one.id: one for one in found}


def _people(which: str, reach: Reach, on: date, limit: int, **values: Any) -> list[FoundPerson]:
    values |= {"day": on, "main": sorted(MAIN), "limit": limit, **seen_by(reach)}
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE.format(which=which, seen=SEEN), values)
        return [
            FoundPerson(row[0], row[1], Said(row[2], row[3]) if row[2] else None, *row[4:]) for row in cursor
        ]


def posts(text: str, as_of: AsOf, *, limit: int = 12) -> list[FoundPost]:
    """Find posts by words of their titles and of their units' names, or by their number."""
    words = fold(sought(text)).split()[:MOST_WORDS]
    if not words:
        return []
    titles = {one.code: fold(f"{one.name_vi} {one.name_en}") for one in PostTitle.objects.all()}
    values: dict[str, Any] = _likes(words)
    for place, word in enumerate(words):
        values[f"titles{place}"] = [code for code, name in titles.items() if word in name]
    which = " AND ".join(
        f"(u.name_folded LIKE %(word{place})s OR v.title_id = ANY(%(titles{place})s))"
        for place in range(len(words))
    )
    values |= {"day": as_of.valid, "seated": sorted(SEATED), "ranks": list(RANKS), "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(POSTS.format(which=which), values)
        return [FoundPost(row[0], Said(row[1], row[2]), row[3], row[4]) for row in cursor]


def _likes(words: list[str]) -> dict[str, Any]:
    """Make patterns of words: what a pattern reads as a sign stands for itself."""
    return {
        f"word{place}": "%" + word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
        for place, word in enumerate(words)
    }
