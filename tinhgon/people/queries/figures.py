"""The figures of a day: who holds posts, counted every way the dashboard shows; each is a list of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from tinhgon.core.reach import Reach
from tinhgon.core.rows import PAID, RANKS, SEATED, WAYS
from tinhgon.people.queries.filters import Filters, asked
from tinhgon.temporal.asof import AsOf

# A person counts once under each kind and rank, and each way of holding, as the list of those would show him.
# So of each the bits of what he holds are joined first, then the people with each bit are counted: one pass.
PEOPLE = """
WITH held AS (
    SELECT a.person_id,
        bit_or(CASE v.staff_id {of_staff} END << CASE v.rank {of_rank} END) AS posts,
        bit_or(CASE a.how {of_way} END) AS ways, min(a.term_until) AS term
    FROM {appointments} a JOIN {posts} v ON v.post_id = a.post_id AND v.valid @> %(day)s
    WHERE a.valid @> %(day)s AND {held} {within} GROUP BY a.person_id
)
SELECT count(*), count(*) FILTER (WHERE p.sex = 'female'), count(*) FILTER (WHERE p.sex = 'male'),
    count(*) FILTER (WHERE p.illustrative), count(*) FILTER (WHERE held.term < %(soon)s),
    count(*) FILTER (WHERE held.term < %(day)s), {counts}
FROM held JOIN register_person p ON p.id = held.person_id WHERE {person}
"""
NARROW = "AND a.person_id IN (SELECT p.id FROM register_person p WHERE {person})"
# Seats of posts in the units reached, how many are free (never less than none), who is paid from the quota.
SEATS = """
SELECT staff_id, seats, seats - coalesce(seated, 0), coalesce(paid, 0) FROM (
    SELECT v.staff_id, sum(v.seats) AS seats FROM {posts} v WHERE v.valid @> %(day)s AND {of_posts} GROUP BY 1
) made LEFT JOIN (
    SELECT v.staff_id, sum(a.share) FILTER (WHERE a.how = ANY(%(seated)s)) AS seated,
        sum(a.share) FILTER (WHERE a.how = ANY(%(paid)s)) AS paid
    FROM {posts} v JOIN {appointments} a ON a.post_id = v.post_id AND a.valid @> %(day)s
    WHERE v.valid @> %(day)s AND {of_posts} GROUP BY 1
) held USING (staff_id)
"""
# A quota that a unit got out of the one above is in that already.
QUOTAS = """
SELECT q.staff_id, sum(q.number) FROM {quotas} q
WHERE q.valid @> %(day)s AND {of_quotas} AND NOT EXISTS (
    SELECT FROM {placements} s JOIN {quotas} above ON above.unit_id = s.parent_id
        AND above.staff_id = q.staff_id AND above.valid @> %(day)s
    WHERE s.unit_id = q.unit_id AND s.valid @> %(day)s AND {of_above}
) GROUP BY q.staff_id
"""
BANDS: Sequence[tuple[int, int]] = ((0, 29), (30, 39), (40, 49), (50, 59), (60, 150))


@dataclass(frozen=True, slots=True)
class Band:
    """People of some ages, by the years in which they were born."""

    youngest: int
    oldest: int
    born_from: int
    born_to: int
    people: int
    women: int


@dataclass(frozen=True, slots=True)
class Staffed:
    """A kind of staff: its seats, how many are free, how many are paid, and the quota."""

    staff: str
    seats: int
    free: Decimal
    paid: Decimal
    quota: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a day within reach."""

    people: int
    women: int
    men: int
    made_up: int
    terms_soon: int
    terms_over: int
    posts: Mapping[tuple[str, str], int]
    ways: Mapping[str, int]
    bands: Sequence[Band]
    staffed: Mapping[str, Staffed]


def figures(filters: Filters, as_of: AsOf, reach: Reach, *, kinds: Sequence[str], soon: date) -> Figures:
    """Count, three statements and the one that finds what is under a unit."""
    said = asked(filters, as_of, reach)
    bands = list(_bands(as_of.valid.year))
    narrow = NARROW.format(person=said.person) if reach.units() is not None else ""
    sql = PEOPLE.format(
        **said.names, person=said.person, held=said.held, within=narrow,
        counts=", ".join(_counts(kinds, bands)),
        of_staff=_cases("staff", [f"{1 << len(RANKS) * place}::bigint" for place in range(len(kinds))]),
        of_rank=_cases("ranks", map(str, range(len(RANKS)))),
        of_way=_cases("ways", [str(1 << place) for place in range(len(WAYS))]),
    )  # fmt: skip
    values = said.values | {
        "staff": list(kinds), "ranks": list(RANKS), "ways": list(WAYS), "soon": soon,
        "seated": sorted(SEATED), "paid": sorted(PAID),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = list(cursor.fetchone())
        staffed = _staffed(cursor, filters, said.names, values)
    found = iter(row[6:])
    posts = {(kind, rank): next(found) for kind in kinds for rank in RANKS}
    ways = {way: next(found) for way in WAYS}
    counted = [Band(*band, next(found), next(found)) for band in bands]
    return Figures(*(*row[:6], posts, ways, counted, staffed))


def _cases(name: str, results: Iterable[str]) -> str:
    """Write what each code of a list stands for."""
    return " ".join(
        f"WHEN (%({name})s::text[])[{place}] THEN {one}" for place, one in enumerate(results, start=1)
    )


def _bands(year: int) -> Iterator[tuple[int, int, int, int]]:
    for youngest, oldest in BANDS:
        yield youngest, oldest, year - oldest, year - youngest


def _counts(kinds: Sequence[str], bands: Sequence[tuple[int, int, int, int]]) -> Iterator[str]:
    """Write one count a bit, one a way, two a band."""
    for place in range(len(kinds) * len(RANKS)):
        yield f"count(*) FILTER (WHERE held.posts & (1::bigint << {place}) <> 0)"
    for place in range(len(WAYS)):
        yield f"count(*) FILTER (WHERE held.ways & (1 << {place}) <> 0)"
    for *_, born_from, born_to in bands:
        born = f"p.born >= make_date({born_from}, 1, 1) AND p.born < make_date({born_to + 1}, 1, 1)"
        yield f"count(*) FILTER (WHERE {born})"
        yield f"count(*) FILTER (WHERE {born} AND p.sex = 'female')"


def _staffed(
    cursor: Any, filters: Filters, names: Mapping[str, str], values: dict[str, Any]
) -> dict[str, Staffed]:
    """Count seats and quotas of the units reached; neither says anything of a person."""
    scope = {
        "of_posts": _scope("v.unit_id", filters),
        "of_quotas": _scope("q.unit_id", filters),
        "of_above": _scope("s.parent_id", filters),
    }
    cursor.execute(SEATS.format(**names, **scope), values)
    seats = {row[0]: row[1:] for row in cursor.fetchall()}
    cursor.execute(QUOTAS.format(**names, **scope), values)
    quotas = dict(cursor.fetchall())
    none = (0, Decimal(0), Decimal(0))
    return {
        staff: Staffed(*(staff, *seats.get(staff, none), quotas.get(staff))) for staff in {**seats, **quotas}
    }


def _scope(unit: str, filters: Filters) -> str:
    within = f"(%(everywhere)s OR {unit} = ANY(%(reached)s::uuid[]))"
    return f"{within} AND {unit} = ANY(%(units)s::uuid[])" if filters.unit else within
