"""Who holds which post on a day, with what the rules ask of a person: one statement, within reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.core.rows import MAIN
from tinhgon.people.queries.dossiers import partial
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

HOLDERS = """
SELECT p.id, p.sex, p.born, p.born_precision,
    a.post_id, v.unit_id, v.rank, a.how, lower(a.valid), a.term_until
FROM register_person p
JOIN {appointments} a ON a.person_id = p.id AND a.valid @> %(day)s
JOIN {posts} v ON v.post_id = a.post_id AND v.valid @> %(day)s
WHERE p.erased_at IS NULL AND {within} AND {chosen}
ORDER BY p.name_key, p.id, a.how = ANY(%(main)s) DESC, a.post_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post that somebody holds."""

    post: UUID
    unit: UUID
    rank: str
    how: str
    since: date
    term_until: date | None

    @property
    def is_main(self) -> bool:
        """Tell whether it is the post that the person has first of all."""
        return self.how in MAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody in post; the main post comes first."""

    person: UUID
    sex: str
    born: PartialDay | None
    posts: tuple[Held, ...]


def holders(as_of: AsOf, reach: Reach, people: Iterable[UUID] | None = None) -> list[Holder]:
    """Read who holds posts on a day, of people whom the reader may see; of those named only, if any are."""
    units, chosen = reach.units(INTERNAL), None if people is None else sorted(people)
    known = as_of.known is not None
    sql = HOLDERS.format(
        appointments=source("register_appointment", known=known),
        posts=source("register_postversion", known=known),
        within="true" if units is None else "(p.home_id = ANY(%(units)s) OR p.id = %(own)s)",
        chosen="true" if chosen is None else "p.id = ANY(%(people)s)",
    )
    values = {
        "day": as_of.valid, "known": as_of.known, "main": sorted(MAIN), "people": chosen, "own": reach.person,
        "units": sorted(units) if units is not None else None,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return _gathered(cursor.fetchall())


def _gathered(rows: Iterable[tuple[Any, ...]]) -> list[Holder]:
    found: dict[UUID, tuple[tuple[Any, ...], list[Held]]] = {}
    for person, *facts, post, unit, rank, how, since, until in rows:
        held = Held(post=post, unit=unit, rank=rank, how=how, since=since, term_until=until)
        found.setdefault(person, (tuple(facts), []))[1].append(held)
    return [
        Holder(person=person, sex=sex, born=partial(born, precision), posts=tuple(posts))
        for person, ((sex, born, precision), posts) in found.items()
    ]
