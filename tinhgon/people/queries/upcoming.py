"""Whose term ends, and who reaches an age, from a day on. No age is known here: the reader gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import Reach
from tinhgon.people.queries.dossiers import partial
from tinhgon.people.queries.filters import ABOVE, Filters, asked
from tinhgon.temporal.asof import AsOf

MOST = 100_000
UPCOMING = """
WITH fit AS MATERIALIZED (
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
), counted AS (
    SELECT date_trunc('month', on_day)::date, count(*) FILTER (WHERE what = 'term'),
        count(*) FILTER (WHERE what = 'age') FROM fit GROUP BY 1
), shown AS (
    SELECT fit.*, row_number() OVER () AS place FROM (
        SELECT fit.* FROM fit JOIN register_person p ON p.id = fit.id
        ORDER BY fit.on_day, p.name_key, p.id LIMIT %(count)s OFFSET %(first)s
    ) fit
)
SELECT (
    SELECT json_agg(to_json(array[c.m::text, c.t::text, c.a::text]) ORDER BY c.m) FROM counted AS c(m, t, a)
),
    fit.what, fit.on_day, p.id, p.name, p.sex, p.born, p.born_precision, p.illustrative, fit.post_id,
    t.name_vi, t.name_en, fit.unit_id, u.name, above.name
FROM shown fit JOIN register_person p ON p.id = fit.id JOIN register_posttitle t ON t.code = fit.title_id
LEFT JOIN {versions} u ON u.unit_id = fit.unit_id AND u.valid @> %(day)s
{above}
ORDER BY fit.place
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
    above: str


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Some of what falls due, and of each month how many terms end and ages are reached in all."""

    rows: list[Due]
    months: list[tuple[date, int, int]]

    @property
    def count(self) -> int:
        """How many fall due in all."""
        return sum(terms + ages for _, terms, ages in self.months)


def upcoming(
    as_of: AsOf, reach: Reach, *, until: date, women: int | None, men: int | None, unit: UUID | None = None,
    first: int = 0, count: int = MOST,
) -> Upcoming:  # fmt: skip
    """Give some of what falls due from the day in view to another, and how many in each month."""
    said = asked(Filters(unit=unit), as_of, reach)
    above = ABOVE.format(**said.names, day="%(day)s")
    sql = UPCOMING.format(**said.names, person=said.person, held=said.held, holding=said.holding, above=above)
    values = {"until": until, "women": women, "men": men, "first": first, "count": count}
    with connection.cursor() as cursor:
        cursor.execute(sql, said.values | values)
        rows = cursor.fetchall()
    return Upcoming([_due(row[1:]) for row in rows], _months(rows[0][0]) if rows else [])


def _months(found: Any) -> list[tuple[date, int, int]]:
    listed = orjson.loads(found) if isinstance(found, str) else found
    return [(date.fromisoformat(month), int(terms), int(ages)) for month, terms, ages in listed]


def _due(row: Any) -> Due:
    title, born = Said(row[9], row[10]), partial(row[5], row[6])
    return Due(*(*row[:5], born, row[7], row[8], title, row[11], row[12] or "", row[13] or ""))
