"""The vacancies ahead of a scenario and who stands in the plan, as far as the reader may see the people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.reach import Reach
from tinhgon.lab.models import Scenario
from tinhgon.register.queries.staffing import SEEN, seen_by

# The same as row security says, for readers whom it does not bind: both people must be seen.
VISIBLE = """
FROM lab_succeeding s
JOIN register_postversion v ON v.post_id = s.post_id AND v.valid @> %(eve)s
JOIN register_unitversion u ON u.unit_id = v.unit_id AND u.valid @> %(eve)s
LEFT JOIN register_person p ON p.id = s.person_id AND p.erased_at IS NULL AND {seen}
WHERE s.scenario_id = %(scenario)s AND (s.person_id IS NULL OR p.id IS NOT NULL)
    AND (s.holder_id IS NULL OR EXISTS (SELECT FROM register_person p WHERE p.id = s.holder_id AND {seen}))
"""
VACANCIES = """
SELECT s.post_id, s.seat, s.vacant_on, s.because, v.title_id, v.seats, v.unit_id, u.name,
    bool_or(s.takes <> ''), bool_or(s.person_id IS NULL), count(*) OVER ()
{visible}
GROUP BY s.post_id, s.seat, s.vacant_on, s.because, v.title_id, v.seats, v.unit_id, u.name
HAVING NOT %(lonely)s OR bool_or(s.person_id IS NULL)
ORDER BY s.vacant_on, u.name, v.title_id, s.post_id, s.seat LIMIT %(limit)s OFFSET %(offset)s
"""
SUCCESSORS = """
SELECT s.post_id, s.seat, s.vacant_on, s.person_id, p.name, s.place, s.takes, s.months_left,
    s.trainings::text, s.kept_away::text, coalesce(p.illustrative, false)
{visible} AND s.post_id = ANY(%(posts)s) ORDER BY s.place = 0, s.place, p.name_key, s.person_id
"""


@dataclass(frozen=True, slots=True)
class Successor:
    """One who stands in the plan for a vacancy, or nobody, with what keeps people away."""

    person: UUID | None
    name: str | None
    place: int
    takes: str
    months_left: int | None
    trainings: list[dict[str, Any]]
    kept_away: dict[str, int]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Vacant:
    """A vacancy ahead."""

    post: UUID
    seat: int
    on: date
    because: str
    title: str
    seats: int
    unit: UUID
    unit_name: str
    taken: bool
    lonely: bool
    successors: list[Successor]


def vacancies(
    scenario: Scenario, reach: Reach, *, without: bool, limit: int, offset: int
) -> tuple[list[Vacant], int]:
    """Give vacancies within reach, the earliest first, and their number; all, or those nobody takes."""
    values = {
        "scenario": scenario.pk, "eve": scenario.effective_on - timedelta(days=1), "lonely": without,
        "limit": limit, "offset": offset, **seen_by(reach),
    }  # fmt: skip
    visible = VISIBLE.format(seen=SEEN)
    with connection.cursor() as cursor:
        cursor.execute(VACANCIES.format(visible=visible), values)
        rows = cursor.fetchall()
        values["posts"] = [row[0] for row in rows]
        cursor.execute(SUCCESSORS.format(visible=visible), values)
        people: dict[tuple[Any, ...], list[Successor]] = {}
        for row in cursor.fetchall():
            people.setdefault(row[:3], []).append(_successor(*row[3:]))
    found: list[list[Any]] = [[*row[:10], people.get(row[:3], [])] for row in rows]
    return [Vacant(*one) for one in found], rows[0][10] if rows else 0


def _successor(
    person: UUID | None, name: str | None, place: int, takes: str, left: int | None, trainings: str,
    away: str, illustrative: bool,
) -> Successor:  # fmt: skip
    return Successor(person, name, place, takes, left, json.loads(trainings), json.loads(away), illustrative)
