"""What a list of people is narrowed to, written once for the list, its export and the dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.names import fold, sought
from tinhgon.core.reach import Reach
from tinhgon.core.rows import ABSENT, MAIN, REGULAR, WAYS
from tinhgon.register.queries.staffing import SEEN, seen_by
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

MOST_WORDS = 8
# A unit and those under it on the day, in whatever line.
BELOW = """
WITH RECURSIVE below(unit_id) AS (
    SELECT %(unit)s::uuid
    UNION
    SELECT s.unit_id FROM below JOIN {placements} s ON s.parent_id = below.unit_id AND s.valid @> %(day)s
)
SELECT unit_id FROM below
"""
# What an office or a division u belongs to on a day: many of them are called Văn phòng.
ABOVE = """
LEFT JOIN LATERAL (
    SELECT b.name FROM {placements} o JOIN {versions} b ON b.unit_id = o.parent_id AND b.valid @> {day}
    WHERE o.unit_id = u.unit_id AND o.valid @> {day}
        AND EXISTS (SELECT FROM register_unitkind d WHERE d.code = u.kind_id AND d.level IS NULL)
    ORDER BY o.line, b.name LIMIT 1
) above ON true
"""
# A main post comes first; of these a person has one at a time.
FIRST = (REGULAR, ABSENT, *(way for way in WAYS if way not in MAIN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the people of a list have in common; nothing said, nothing asked."""

    text: str = ""
    unit: UUID | None = None
    title: str = ""
    rank: str = ""
    staff: str = ""
    how: str = ""
    sex: str = ""
    born_from: int | None = None
    born_to: int | None = None
    term_before: date | None = None
    idle: bool = False

    @property
    def of_posts(self) -> bool:
        """Tell whether anything is asked of the post or of how it is held."""
        said = (self.unit, self.title, self.rank, self.staff, self.how, self.term_before)
        return not self.idle and any(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters as SQL: on a person p, on what is held (a, and its post v), and the parameters of both."""

    person: str
    held: str
    values: dict[str, Any]
    names: dict[str, str]

    @property
    def holding(self) -> str:
        """Write FROM and WHERE of what a person p holds on the day."""
        return (
            f"FROM {self.names['appointments']} a"
            f" JOIN {self.names['posts']} v ON v.post_id = a.post_id AND v.valid @> %(day)s"
            f" WHERE a.person_id = p.id AND a.valid @> %(day)s AND {self.held}"
        )


def asked(filters: Filters, as_of: AsOf, reach: Reach) -> Asked:
    """Write filters as SQL, narrowed to the reader's reach; what is under a unit is looked up first."""
    known = as_of.known is not None
    names = {
        "appointments": source("register_appointment", known=known),
        "posts": source("register_postversion", known=known),
        "placements": source("register_placement", known=known),
        "versions": source("register_unitversion", known=known),
        "gradings": source("register_grading", known=known),
        "quotas": source("register_quota", known=known),
    }
    person, values = _of_person(filters)
    values |= seen_by(reach) | {"day": as_of.valid, "known": as_of.known, "first_ways": list(FIRST)}
    if filters.unit:
        values["units"] = _below(names["placements"], {**values, "unit": filters.unit})
    held, more = _of_holding(filters)
    if filters.idle and filters.unit:
        person.append("p.home_id = ANY(%(units)s::uuid[])")
    return Asked(
        person=" AND ".join([SEEN, *person]),
        held=" AND ".join(held) or "true",
        values=values | more,
        names=names,
    )


def _below(placements: str, values: dict[str, Any]) -> str:
    with connection.cursor() as cursor:
        cursor.execute(BELOW.format(placements=placements), values)
        return listed(unit for (unit,) in cursor)


def _of_person(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    found, values = _named(filters.text)
    said = {
        "p.sex = %(sex)s": ("sex", filters.sex),
        "p.born >= make_date(%(born_from)s, 1, 1)": ("born_from", filters.born_from),
        "p.born < make_date(%(born_to)s + 1, 1, 1)": ("born_to", filters.born_to),
    }
    for condition, (name, value) in said.items():
        if value:
            found.append(condition)
            values[name] = value
    return found, values


def _of_holding(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    said = {
        "v.unit_id = ANY(%(units)s::uuid[])": ("unit", filters.unit),
        "v.title_id = %(title)s": ("title", filters.title),
        "v.rank = %(rank)s": ("rank", filters.rank),
        "v.staff_id = %(staff)s": ("staff", filters.staff),
        "a.how = %(how)s": ("how", filters.how),
        "a.term_until < %(term_before)s": ("term_before", filters.term_before),
    }
    kept = {} if filters.idle else {one: of for one, of in said.items() if of[1]}
    return list(kept), dict(kept.values())


def _named(text: str) -> tuple[list[str], dict[str, Any]]:
    """Ask for every word of a text in the name, with or without marks."""
    words = fold(sought(text)).split()[:MOST_WORDS]
    escaped = [word.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") for word in words]
    conditions = [f"p.name_folded LIKE %(word{place})s" for place in range(len(words))]
    return conditions, {f"word{place}": f"%{word}%" for place, word in enumerate(escaped)}
