"""Whose term ends, and who reaches an age, from a day on. No age is known here: the reader gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import Reach
from tinhgon.people.queries.dossiers import partial
from tinhgon.people.queries.filters import Filters, asked
from tinhgon.temporal.asof import AsOf

UPCOMING = """
WITH fit AS (
    SELECT 'term' AS what, a.term_until AS on_day, p.id, a.post_id, v.unit_id, v.title_id
    FROM register_person p JOIN {appointments} a ON a.person_id = p.id AND a.valid @> %(day)s
    JOIN {posts} v ON v.post_id = a.post_id AND v.valid @> %(day)s
    WHERE a.term_until >= %(day)s AND a.term_until < %(until)s AND {person} AND {held}
    UNION ALL
    SELECT 'age', due.on_day, p.id, h.post_id, h.unit_id, h.title_id
    FROM register_person p CROSS JOIN LATERAL (
        SELECT (p.born + make_interval(
            years => CASE p.sex WHEN 'female' THEN %(women)s::int ELSE %(men)s::int END))::date
    ) AS due(on_day) JOIN LATERAL (
        SELECT a.post_id, v.unit_id, v.title_id {holding}
        ORDER BY array_position(%(first_ways)s::text[], a.how::text), a.post_id LIMIT 1
    ) h ON true
    WHERE due.on_day >= %(day)s AND due.on_day < %(until)s AND {person}
)
SELECT fit.what, fit.on_day, p.id, p.name, p.sex, p.born, p.born_precision, p.illustrative, fit.post_id,
    t.name_vi, t.name_en, fit.unit_id, u.name
FROM fit JOIN register_person p ON p.id = fit.id JOIN register_posttitle t ON t.code = fit.title_id
LEFT JOIN {versions} u ON u.unit_id = fit.unit_id AND u.valid @> %(day)s
ORDER BY fit.on_day, p.name_key, p.id
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A term that ends, or an age that is reached, on a day."""

    what: str
    on: date
    person: UUID
    name: str
    sex: str
    born: PartialDay | None
    illustrative: bool
    post: UUID
    title: Said
    unit: UUID
    unit_name: str


def upcoming(
    as_of: AsOf, reach: Reach, *, until: date, women: int | None, men: int | None, unit: UUID | None = None
) -> list[Due]:
    """Give what falls due from the day in view to another, the first first."""
    said = asked(Filters(unit=unit), as_of, reach)
    sql = UPCOMING.format(**said.names, person=said.person, held=said.held, holding=said.holding)
    with connection.cursor() as cursor:
        cursor.execute(sql, said.values | {"until": until, "women": women, "men": men})
        return [_due(row) for row in cursor.fetchall()]


def _due(row: Any) -> Due:
    title, born = Said(row[9], row[10]), partial(row[5], row[6])
    return Due(*(*row[:5], born, row[7], row[8], title, row[11], row[12] or ""))
