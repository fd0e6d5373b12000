"""The list of people of a day: one statement for a page of it and how many there are in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import Reach
from tinhgon.core.rows import MAIN, RANKS
from tinhgon.people.queries.dossiers import partial
from tinhgon.people.queries.filters import ABOVE, Filters, asked
from tinhgon.temporal.asof import AsOf

PAGE = 50
MOST = 100_000
PLACES = " ".join(f"WHEN '{rank}' THEN {place}" for place, rank in enumerate(RANKS))
# What a list can be in order of; names decide between equals.
ORDERS: Mapping[str, tuple[str, ...]] = {
    "name": (),
    "born": ("p.born",),
    "unit": ("u.name_key",),
    "title": (f"CASE p.rank {PLACES} END", "t.position"),
    "since": ("p.since",),
    "term": ("p.term_until",),
}
OF_PERSON = frozenset({"name", "born"})
JOINS = {
    "unit": "LEFT JOIN {versions} u ON u.unit_id = p.unit_id AND u.valid @> %(day)s",
    "title": "LEFT JOIN register_posttitle t ON t.code = p.title_id",
}
# Where nothing is asked of posts: the names in their order, whoever holds one.
SIMPLE = """
WITH counted AS (
    SELECT count(*) AS people, count(*) FILTER (WHERE p.illustrative) AS made_up FROM register_person p
    WHERE {person} AND EXISTS (SELECT FROM {appointments} a WHERE a.person_id = p.id AND a.valid @> %(day)s)
), ids AS (
    SELECT p.id, row_number() OVER () AS place FROM (
        SELECT p.id FROM register_person p WHERE {person}
            AND EXISTS (SELECT FROM {appointments} a WHERE a.person_id = p.id AND a.valid @> %(day)s)
        ORDER BY {order} LIMIT %(count)s OFFSET %(first)s
    ) p
)
"""
# Those who hold none.
IDLE = """
WITH busy AS MATERIALIZED (
    SELECT person_id FROM {appointments} a WHERE valid @> %(day)s
), fit AS MATERIALIZED (
    SELECT p.* FROM register_person p
    WHERE {person} AND NOT EXISTS (SELECT FROM busy WHERE busy.person_id = p.id)
), counted AS (
    SELECT count(*) AS people, count(*) FILTER (WHERE illustrative) AS made_up FROM fit
), ids AS (
    SELECT p.id, row_number() OVER () AS place FROM (
        SELECT p.id FROM fit p ORDER BY {order} LIMIT %(count)s OFFSET %(first)s
    ) p
)
"""
# Else all that is held and fits, then of each person what comes first: a main post, of which there is one.
CHOSEN = """
WITH fit AS MATERIALIZED (
    SELECT p.id, p.name_key, p.born, p.illustrative, a.post_id, a.how, lower(a.valid) AS since, a.term_until,
        v.unit_id, v.title_id, v.rank
    FROM register_person p JOIN {appointments} a ON a.person_id = p.id AND a.valid @> %(day)s
    JOIN {posts} v ON v.post_id = a.post_id AND v.valid @> %(day)s
    WHERE {person} AND {held}
), best AS MATERIALIZED (
    SELECT * FROM fit WHERE how = ANY(%(main)s)
    UNION ALL (
        SELECT DISTINCT ON (id) * FROM fit WHERE how <> ALL(%(main)s)
            AND NOT EXISTS (SELECT FROM fit m WHERE m.id = fit.id AND m.how = ANY(%(main)s))
        ORDER BY id, array_position(%(first_ways)s::text[], how::text), post_id
    )
), counted AS (
    SELECT count(*) AS people, count(*) FILTER (WHERE illustrative) AS made_up FROM best
), ids AS (
    SELECT p.id, row_number() OVER () AS place FROM (
        SELECT p.id FROM best p {joined} ORDER BY {order} LIMIT %(count)s OFFSET %(first)s
    ) p
)
"""
SHOWN = """
SELECT counted.people, counted.made_up, p.id, p.name, p.sex, p.born, p.born_precision, p.illustrative,
    h.post_id, t.name_vi, t.name_en, h.rank, coalesce(h.unit_id, p.home_id), u.name, h.how, h.since,
    h.term_until, k.name_vi, k.name_en, g.name_vi, g.name_en, s.step, s.coefficient,
    (SELECT count(*) FROM {appointments} o WHERE o.person_id = p.id AND o.valid @> %(day)s) - 1, above.name
FROM counted LEFT JOIN ids ON true LEFT JOIN register_person p ON p.id = ids.id
LEFT JOIN LATERAL (
    SELECT a.post_id, a.how, lower(a.valid) AS since, a.term_until, v.unit_id, v.title_id, v.rank, v.staff_id
    {holding}
    ORDER BY array_position(%(first_ways)s::text[], a.how::text), a.post_id LIMIT 1
) h ON true
LEFT JOIN register_posttitle t ON t.code = h.title_id
LEFT JOIN register_staffkind k ON k.code = h.staff_id
LEFT JOIN {versions} u ON u.unit_id = coalesce(h.unit_id, p.home_id) AND u.valid @> %(day)s
{above}
LEFT JOIN {gradings} s ON s.person_id = p.id AND s.valid @> %(day)s
LEFT JOIN register_grade g ON g.code = s.grade_id
ORDER BY ids.place
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the list, with the post held on the day, or none.

    `above` names what an office or a division belongs to: many are called Văn phòng.
    """

    person: UUID
    name: str
    sex: str
    born: PartialDay | None
    illustrative: bool
    post: UUID | None
    title: Said | None
    rank: str
    unit: UUID | None
    unit_name: str
    how: str
    since: date | None
    term_until: date | None
    staff: Said | None
    grade: Said | None
    step: int | None
    coefficient: Any
    others: int
    above: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of people, and how many there are in all."""

    rows: list[Row]
    people: int
    made_up: int


def people(
    filters: Filters, as_of: AsOf, reach: Reach, *, order: str = "name", down: bool = False, first: int = 0,
    count: int = PAGE,
) -> Listing:  # fmt: skip
    """List people of a day within reach, with how many there are in all: one statement."""
    said = asked(filters, as_of, reach)
    if filters.idle and order not in OF_PERSON:
        order = "name"
    of_person = order in OF_PERSON
    table = IDLE if filters.idle else SIMPLE if of_person and not filters.of_posts else CHOSEN
    parts = {
        "person": said.person, "held": said.held, "holding": said.holding, "order": _order(order, down=down),
        "above": ABOVE.format(**said.names, day="%(day)s"),
        "joined": JOINS.get(order, "").format(**said.names),
    }  # fmt: skip
    sql = (table + SHOWN).format(**said.names, **parts)
    values = {"main": sorted(MAIN), "first": min(first, MOST), "count": count}
    with connection.cursor() as cursor:
        cursor.execute(sql, said.values | values)
        found = cursor.fetchall()
    return Listing([_row(row[2:]) for row in found if row[2] is not None], *found[0][:2])


def _order(order: str, *, down: bool) -> str:
    """Write an order; who lacks what is ordered by stands last, and names decide between equals."""
    way = "DESC" if down else "ASC"
    columns = [f"{column} {way} NULLS LAST" for column in ORDERS.get(order, ())]
    names = way if order == "name" else "ASC"
    return ", ".join([*columns, f"p.name_key {names}", f"p.id {names}"])


def _row(row: Any) -> Row:
    return Row(
        person=row[0], name=row[1], sex=row[2], born=partial(row[3], row[4]), illustrative=row[5],
        post=row[6], title=_said(row[7], row[8]), rank=row[9] or "", unit=row[10], unit_name=row[11] or "",
        how=row[12] or "", since=row[13], term_until=row[14], staff=_said(row[15], row[16]),
        grade=_said(row[17], row[18]), step=row[19], coefficient=row[20],
        others=max(row[21], 0), above=row[22] or "",
    )  # fmt: skip


def _said(vi: str | None, en: str | None) -> Said | None:
    return Said(vi, en or vi) if vi else None
