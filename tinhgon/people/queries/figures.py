"""The figures of a day: who holds posts, counted every way the dashboard shows; each is a list of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db import connection

from tinhgon.core.reach import Reach
from tinhgon.core.rows import PAID, RANKS, SEATED, WAYS
from tinhgon.people.queries.filters import Filters, asked
from tinhgon.temporal.asof import AsOf

# A person counts once under each kind and rank, and each way of holding, as the list of those would show him.
# So of each the bits of what he holds are joined first, then those are counted who are alike in everything.
PEOPLE = """
WITH held AS (
    SELECT a.person_id,
        bit_or(CASE v.staff_id {of_staff} END << CASE v.rank {of_rank} END) AS posts,
        bit_or(CASE a.how {of_way} END) AS ways, min(a.term_until) AS term
    FROM {appointments} a JOIN {posts} v ON v.post_id = a.post_id AND v.valid @> %(day)s
    WHERE a.valid @> %(day)s AND {held} {within} GROUP BY a.person_id
)
SELECT held.posts, held.ways, p.sex, extract(year FROM p.born)::int, p.illustrative, held.term < %(soon)s,
    held.term < %(day)s, count(*)
FROM held JOIN register_person p ON p.id = held.person_id WHERE {person}
GROUP BY 1, 2, 3, 4, 5, 6, 7
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
Name = TypeVar("Name")
BANDS: Sequence[tuple[int, int]] = ((0, 29), (30, 39), (40, 49), (50, 59), (60, 150))


@dataclass(frozen=True, slots=True)
class Alike:
    """People of whom all that is counted is the same."""

    posts: int
    ways: int
    sex: str
    born: int | None
    illustrative: bool
    soon: bool | None
    over: bool | None
    people: int


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
    narrow = NARROW.format(person=said.person) if reach.units() is not None else ""
    sql = PEOPLE.format(
        **said.names, person=said.person, held=said.held, within=narrow,
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
        alike = [Alike(*row) for row in cursor.fetchall()]
        staffed = _staffed(cursor, filters, said.names, values)
    return _summed(alike, kinds, as_of.valid.year, staffed)


def _summed(
    alike: Sequence[Alike], kinds: Sequence[str], year: int, staffed: Mapping[str, Staffed]
) -> Figures:
    """Add up those who are alike, every way that is shown."""

    def count(fits: Callable[[Alike], Any]) -> int:
        return sum(one.people for one in alike if fits(one))

    pairs = [(kind, rank) for kind in kinds for rank in RANKS]
    return Figures(
        people=count(lambda one: True),
        women=count(lambda one: one.sex == "female"),
        made_up=count(lambda one: one.illustrative),
        terms_soon=count(lambda one: one.soon),
        terms_over=count(lambda one: one.over),
        posts=_by_bit(pairs, [(one.posts, one.people) for one in alike]),
        ways=_by_bit(WAYS, [(one.ways, one.people) for one in alike]),
        bands=[_band(youngest, oldest, year, alike) for youngest, oldest in BANDS],
        staffed=staffed,
    )


def _by_bit(names: Sequence[Name], counted: Sequence[tuple[int, int]]) -> dict[Name, int]:
    """Count the people of each bit under its name."""
    return {name: sum(people for bits, people in counted if bits >> at & 1) for at, name in enumerate(names)}


def _band(youngest: int, oldest: int, year: int, alike: Sequence[Alike]) -> Band:
    born_from, born_to = year - oldest, year - youngest
    fitting = [one for one in alike if one.born is not None and born_from <= one.born <= born_to]
    women = sum(one.people for one in fitting if one.sex == "female")
    return Band(youngest, oldest, born_from, born_to, sum(one.people for one in fitting), women)


def _cases(name: str, results: Iterable[str]) -> str:
    """Write what each code of a list stands for."""
    return " ".join(
        f"WHEN (%({name})s::text[])[{place}] THEN {one}" for place, one in enumerate(results, start=1)
    )


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
