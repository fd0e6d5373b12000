"""Whose term ends, and whose pension begins, from a day on; and of whom that cannot be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
from tinhgon.people.queries.pensions import Schedule
from tinhgon.temporal.asof import AsOf

MOST = 100_000
# What a row says; the last two have no day: too little is known, or the birth is older than the schedule.
TERM, PENSION, LACKING, BEFORE = KINDS = ("term", "pension", "lacking", "before")
UNKNOWN = "(p.sex = '' OR p.born_precision IN ('', 'year'))"
OLDER = "(p.sex = 'female' AND p.born < %(female_from)s OR p.sex = 'male' AND p.born < %(male_from)s)"
# Whoever holds anything holds a post that stands; posts are looked at only where their unit is asked.
WITHIN = """AND EXISTS (
    SELECT FROM {posts} v WHERE v.post_id = a.post_id AND v.valid @> %(day)s AND {held}
)"""
# What somebody holds is looked up for those shown alone. The schedule comes as columns, empty without one.
UPCOMING = """
WITH fit AS MATERIALIZED (
    SELECT 'term' AS what, a.term_until AS on_day, p.id, a.post_id, p.born, p.name_key
    FROM register_person p JOIN {appointments} a ON a.person_id = p.id AND a.valid @> %(day)s
    WHERE a.term_until >= %(day)s AND a.term_until < %(until)s AND {person} {within}
    UNION ALL
    SELECT CASE WHEN due.pension IS NOT NULL THEN 'pension' WHEN {lacking} THEN 'lacking' ELSE 'before' END,
        due.pension, p.id, NULL, p.born, p.name_key
    FROM register_person p
    LEFT JOIN unnest(%(sexes)s::text[], %(births)s::date[], %(pensions)s::date[]) AS due(sex, month, pension)
        ON due.sex = p.sex AND due.month = date_trunc('month', p.born::timestamp)::date AND NOT {lacking}
    WHERE %(ruled)s AND {person} AND ({lacking} OR p.born < %(born_until)s) AND (
        due.pension IS NOT NULL OR {lacking} OR {before}
    ) AND EXISTS (
        SELECT FROM {appointments} a WHERE a.person_id = p.id AND a.valid @> %(day)s {within}
    )
), counted AS (
    SELECT json_agg(json_build_array(month::date, what, many)) AS months FROM (
        SELECT date_trunc('month', on_day::timestamp) AS month, what, count(*) AS many FROM fit GROUP BY 1, 2
    ) each
), shown AS (
    SELECT fit.*, row_number() OVER () AS place FROM (
        SELECT * FROM fit WHERE what = ANY(%(kinds)s)
        ORDER BY on_day, CASE WHEN on_day IS NULL THEN what END DESC,
            CASE WHEN on_day IS NULL THEN born END NULLS FIRST, name_key, id
        LIMIT %(count)s OFFSET %(first)s
    ) fit
)
SELECT counted.months, fit.what, fit.on_day, p.id, p.name, p.sex, p.born, p.born_precision, p.illustrative,
    h.post_id, t.name_vi, t.name_en, h.unit_id, u.name, above.name
FROM counted LEFT JOIN (shown fit JOIN register_person p ON p.id = fit.id CROSS JOIN LATERAL (
    SELECT a.post_id, v.unit_id, v.title_id {holding} AND (fit.post_id IS NULL OR a.post_id = fit.post_id)
    ORDER BY array_position(%(first_ways)s::text[], a.how::text), a.post_id LIMIT 1
) h JOIN register_posttitle t ON t.code = h.title_id) ON true
LEFT JOIN {versions} u ON u.unit_id = h.unit_id AND u.valid @> %(day)s
{above}
ORDER BY fit.place
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A term that ends or a pension that begins on a day; or somebody of whom no day can be told."""

    what: str
    on: date | None
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
    """Some of what falls due; of each month and of each kind how many there are in all."""

    rows: list[Due]
    months: list[tuple[date, Mapping[str, int]]]
    counts: Mapping[str, int]


def upcoming(
    as_of: AsOf, reach: Reach, *, until: date, schedule: Schedule | None, unit: UUID | None = None,
    kinds: Sequence[str] = KINDS, first: int = 0, count: int = MOST,
) -> Upcoming:  # fmt: skip
    """Give some of what falls due from the day in view to another, and how many in each month."""
    said = asked(Filters(unit=unit), as_of, reach)
    above = ABOVE.format(**said.names, day="%(day)s")
    within = WITHIN.format(**said.names, held=said.held) if unit else ""
    sql = UPCOMING.format(
        **said.names, person=said.person, within=within, holding=said.holding, above=above, lacking=UNKNOWN,
        before=OLDER,
    )  # fmt: skip
    values = {"until": until, "kinds": list(kinds), "first": first, "count": count}
    with connection.cursor() as cursor:
        cursor.execute(sql, said.values | values | _law(schedule, as_of.valid, until))
        rows = cursor.fetchall()
    return _found(rows)


def _law(schedule: Schedule | None, day: date, until: date) -> dict[str, Any]:
    if schedule is None:
        return {
            "sexes": [],
            "births": [],
            "pensions": [],
            "female_from": None,
            "male_from": None,
            "born_until": None,
            "ruled": False,
        }
    return schedule.columns(day, until) | schedule.first_births() | {"ruled": True}


def _found(rows: Sequence[Any]) -> Upcoming:
    """Read the rows; each bears the counts, and there is one without anybody where nobody is due."""
    counted = rows[0][0] or []
    listed = orjson.loads(counted) if isinstance(counted, str) else counted
    months: dict[date, dict[str, int]] = defaultdict(lambda: dict.fromkeys(KINDS, 0))
    counts = dict.fromkeys(KINDS, 0)
    for month, what, many in listed:
        counts[what] += many
        if month:
            months[date.fromisoformat(month)][what] = many
    return Upcoming([_due(row[1:]) for row in rows if row[1]], sorted(months.items()), counts)


def _due(row: Any) -> Due:
    title, born = Said(row[9], row[10]), partial(row[5], row[6])
    return Due(*(*row[:5], born, row[7], row[8], title, row[11], row[12] or "", row[13] or ""))
