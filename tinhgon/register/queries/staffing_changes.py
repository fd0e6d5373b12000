"""What a signed decision changed about posts and people, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core import rows as core
from tinhgon.core.reach import Reach
from tinhgon.core.staff_story import tell_staff
from tinhgon.register.queries.staffing import SEEN, seen_by
from tinhgon.register.queries.trees import listed

# A post that goes with its unit is cut on the day and begins there anew: pages tell thousands as one line.
STAFF = """
WITH moved AS MATERIALIZED (
    SELECT (gone.before ->> 'unit')::uuid AS origin, (come.after ->> 'unit')::uuid AS target,
        array_agg(come.subject ORDER BY come.id) AS posts
    FROM register_change come JOIN register_change gone
        ON gone.decision_id = come.decision_id AND gone.about = 'post' AND gone.subject = come.subject
        AND gone.before IS NOT NULL AND gone.after ->> 'until' = come.after ->> 'since'
    WHERE come.decision_id = %(decision)s AND come.about = 'post' AND come.before IS NULL
        AND come.after - '{unit,since,until,decision}'::text[]
            = gone.before - '{unit,since,until,decision}'::text[]
        AND gone.before ->> 'unit' <> come.after ->> 'unit'
    GROUP BY 1, 2
), posts AS MATERIALIZED (
    SELECT subject, min(id) AS place FROM register_change
    WHERE decision_id = %(decision)s AND about = 'post'
        AND subject NOT IN (SELECT unnest(posts) FROM moved)
    GROUP BY subject
), people AS MATERIALIZED (
    SELECT subject, min(id) AS place FROM register_change
    WHERE decision_id = %(decision)s AND about IN ('appointment', 'grading') GROUP BY subject
), seen AS MATERIALIZED (
    SELECT subject, place FROM people JOIN register_person p ON p.id = people.subject AND {seen}
)
SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_array(origin, target, posts, (
        SELECT count(DISTINCT a.person_id) FROM register_appointment a
        WHERE a.post_id = ANY(posts) AND a.valid @> %(on)s
    )) ORDER BY cardinality(posts) DESC, origin), '[]') FROM moved),
    ARRAY(SELECT subject FROM posts ORDER BY place LIMIT %(count)s OFFSET %(first_post)s),
    (SELECT count(*) FROM posts),
    ARRAY(SELECT subject FROM seen ORDER BY place LIMIT %(count)s OFFSET %(first_person)s),
    (SELECT count(*) FROM seen),
    (SELECT count(*) FROM people)
"""
HOLDERS = """
SELECT moved.place, count(DISTINCT a.person_id)
FROM unnest(%(posts)s::uuid[], %(places)s::int[]) AS moved(post_id, place)
JOIN register_appointment a ON a.post_id = moved.post_id AND a.valid @> %(on)s
GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class Moved:
    """Posts that went from one unit to another, nothing else of them changed, and who went along."""

    origin: UUID
    target: UUID
    posts: tuple[UUID, ...]
    people: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What a signed decision changed: a page of posts and of people within reach, and how many there are."""

    moved: list[Moved]
    posts: list[UUID]
    posts_total: int
    people: list[UUID]
    people_total: int
    everybody: int


def changed(
    decision: UUID, reach: Reach, *, on: date, first_post: int, first_person: int, count: int
) -> Changed:
    """Read what a signed decision changed about posts and people: one statement."""
    sql = STAFF.replace("{seen}", SEEN)
    (row,) = _run(
        sql, decision=decision, on=on, first_post=first_post, first_person=first_person, count=count,
        **seen_by(reach),
    )  # fmt: skip
    groups = json.loads(row[0]) if isinstance(row[0], str) else row[0]
    moved = [
        Moved(UUID(origin), UUID(target), tuple(map(UUID, posts)), people)
        for origin, target, posts, people in groups
    ]
    return Changed(moved, *row[1:])


def moved_by(changes: Mapping[UUID, Sequence[core.Change]], *, on: date) -> list[Moved]:
    """Give what would move by changes that are not recorded."""
    found: dict[tuple[UUID, UUID], list[UUID]] = {}
    for post, of in changes.items():
        told = tell_staff(of, on=on)
        if [one.did for one in told] == ["post_moved"]:
            found.setdefault((told[0].before, told[0].after), []).append(post)
    return with_holders([(*ends, posts) for ends, posts in found.items()], on=on)


def with_holders(groups: Sequence[tuple[UUID, UUID, Sequence[UUID]]], *, on: date) -> list[Moved]:
    """Count who holds the posts of each group on the day."""
    if not groups:
        return []
    pairs = [(post, place) for place, (_, _, posts) in enumerate(groups) for post in posts]
    posts, places = zip(*pairs, strict=True)
    held = dict(_run(HOLDERS, posts=listed(posts), places=list(places), on=on))
    return [
        Moved(origin, target, tuple(of), held.get(place, 0))
        for place, (origin, target, of) in enumerate(groups)
    ]


def _run(sql: str, **values: Any) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
