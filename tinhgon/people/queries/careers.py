"""The career of a person: posts held, as they were called then, and grades; as known at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.reach import Reach
from tinhgon.people.queries.filters import ABOVE
from tinhgon.register.models import Decision
from tinhgon.register.queries import sight
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

# A stretch is as long as neither the way of holding a post nor the post itself changed. A post that a merger
# led along begins a new one: its unit is another then, and the one before may be no more.
STRETCHES = """
WITH stretch AS (
    SELECT a.id AS appointment, a.how, a.share, a.term_until, a.valid AS held, a.decision_id AS appointed_by,
        v.post_id, v.title_id, v.rank, v.unit_id, a.valid * v.valid AS valid, v.decision_id AS changed_by,
        lag(v.unit_id) OVER (PARTITION BY a.id ORDER BY v.valid) AS came_from
    FROM {appointments} a JOIN {posts} v ON v.post_id = a.post_id AND v.valid && a.valid
    WHERE a.person_id = %(person)s
)
SELECT s.appointment, s.how, s.share, s.term_until, s.post_id, t.name_vi, t.name_en, s.rank, s.unit_id,
    u.name, lower(s.valid), upper(s.valid), lower(s.held), upper(s.held), s.appointed_by, s.changed_by,
    CASE WHEN s.came_from <> s.unit_id THEN (
        SELECT b.name FROM {versions} b WHERE b.unit_id = s.came_from AND b.valid @> lower(s.valid) - 1
    ) END,
    NOT EXISTS (SELECT FROM {versions} b WHERE b.unit_id = s.came_from AND b.valid @> lower(s.valid)),
    (SELECT m.decision_id FROM {successions} m WHERE m.origin_id = s.came_from AND m."on" = lower(s.valid)
     LIMIT 1),
    coalesce(above.name, '')
FROM stretch s JOIN register_posttitle t ON t.code = s.title_id
LEFT JOIN {versions} u ON u.unit_id = s.unit_id AND u.valid @> lower(s.valid)
{above}
ORDER BY lower(s.valid), s.how <> 'regular', s.post_id
"""
GRADINGS = """
SELECT g.name_vi, g.name_en, s.step, s.coefficient, lower(s.valid), upper(s.valid), s.decision_id
FROM {gradings} s JOIN register_grade g ON g.code = s.grade_id
WHERE s.person_id = %(person)s ORDER BY lower(s.valid)
"""
# Which decision changed what the person holds, by the day on which it took effect.
ACTS = """
SELECT DISTINCT d.effective_on, d.id FROM register_change c JOIN register_decision d ON d.id = c.decision_id
WHERE c.subject = %(person)s AND c.about = 'appointment'
    AND (%(known)s::timestamptz IS NULL OR d.signed_at <= %(known)s)
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A post held in one way under one name; `came_from` is the unit from which the post itself came."""

    appointment: int
    how: str
    share: Decimal
    term_until: date | None
    post: UUID
    title: Said
    rank: str
    unit: UUID
    unit_name: str
    since: date
    until: date | None
    held_since: date
    held_until: date | None
    appointed_by: UUID
    changed_by: UUID
    came_from: str | None
    came_from_ended: bool
    merged_by: UUID | None
    above: str

    @property
    def is_first(self) -> bool:
        """Tell whether the appointment begins with it."""
        return self.since == self.held_since

    @property
    def decision(self) -> UUID:
        """The decision by which it began."""
        return self.appointed_by if self.is_first else self.changed_by

    def holds_on(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and step of salary over days."""

    grade: Said
    step: int | None
    coefficient: Decimal | None
    since: date
    until: date | None
    decision: UUID

    def holds_on(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Career:
    """All posts and grades, first day first; `acts` are the decisions by the day of their effect."""

    stretches: list[Stretch]
    gradings: list[Graded]
    acts: dict[date, UUID]


def career(person: UUID, as_of: AsOf) -> Career:
    """Read a career, three statements; whether the person may be seen was asked before."""
    known = as_of.known is not None
    values = {"person": person, "known": as_of.known}
    names = {
        "appointments": source("register_appointment", known=known),
        "posts": source("register_postversion", known=known),
        "versions": source("register_unitversion", known=known),
        "successions": source("register_succession", known=known),
        "gradings": source("register_grading", known=known),
        "placements": source("register_placement", known=known),
    }
    names["above"] = ABOVE.format(**names, day="lower(s.valid)")
    stretches = [Stretch(*(*row[:5], Said(row[5], row[6]), *row[7:9], row[9] or "", *row[10:]))
                 for row in _rows(STRETCHES.format(**names), values)]  # fmt: skip
    gradings = [Graded(Said(row[0], row[1]), *row[2:]) for row in _rows(GRADINGS.format(**names), values)]
    return Career(stretches, gradings, dict(_rows(ACTS, values)))


def documents(decisions: Iterable[UUID], reach: Reach, user: int | None) -> dict[UUID, Decision]:
    """Give those of some decisions that the reader may see."""
    found = sight.visible(reach, user).filter(pk__in=set(decisions))
    return {one.pk: one for one in found.select_related("type").defer("operations")}


def _rows(sql: str, values: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
