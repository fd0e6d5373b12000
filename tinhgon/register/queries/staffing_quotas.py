"""Quotas on a day: what a unit has, what of it the units right under it were given, who is paid from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.errors import Said
from tinhgon.core.rows import PAID
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

# A unit under another in two lines has its quota once.
QUOTAS = """
WITH own AS (
    SELECT unit_id, staff_id, number, decision_id FROM {quotas} q
    WHERE unit_id = ANY(%(units)s::uuid[]) AND valid @> %(day)s
), paid AS (
    SELECT v.unit_id, v.staff_id, sum(a.share) AS held FROM {posts} v
    JOIN {appointments} a ON a.post_id = v.post_id AND a.valid @> %(day)s AND a.how = ANY(%(paid)s)
    WHERE v.unit_id = ANY(%(units)s::uuid[]) AND v.valid @> %(day)s GROUP BY 1, 2
), given AS (
    SELECT under.parent_id AS unit_id, q.staff_id, sum(q.number) AS number
    FROM (
        SELECT DISTINCT parent_id, unit_id FROM {placements} p
        WHERE parent_id = ANY(%(units)s::uuid[]) AND valid @> %(day)s
    ) under JOIN {quotas} q ON q.unit_id = under.unit_id AND q.valid @> %(day)s GROUP BY 1, 2
)
SELECT unit_id, staff_id, k.name_vi, k.name_en, own.number, coalesce(paid.held, 0), given.number,
    own.decision_id
FROM own FULL JOIN paid USING (unit_id, staff_id) LEFT JOIN given USING (unit_id, staff_id)
JOIN register_staffkind k ON k.code = staff_id
ORDER BY k.position, k.code
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """One kind of staff of a unit: its quota (None where none is set), and who is paid from it."""

    unit: UUID
    staff: str
    name: Said
    number: int | None
    held: Decimal
    given: int | None
    decision: UUID | None

    @property
    def own(self) -> int | None:
        """What is left for the unit's own posts."""
        return None if self.number is None else self.number - (self.given or 0)

    @property
    def free(self) -> Decimal | None:
        """How many more may be paid; below zero they are too many."""
        return None if self.own is None else self.own - self.held


def quotas(as_of: AsOf, *, units: Iterable[UUID]) -> list[Standing]:
    """Give the quotas of units with how far they are used."""
    known = as_of.known is not None
    tables = ("quota", "postversion", "appointment", "placement")
    names = ("quotas", "posts", "appointments", "placements")
    sql = QUOTAS.format(**{
        name: source(f"register_{table}", known=known) for name, table in zip(names, tables, strict=True)
    })  # fmt: skip
    values: dict[str, Any] = {
        "units": listed(units),
        "day": as_of.valid,
        "known": as_of.known,
        "paid": sorted(PAID),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [Standing(row[0], row[1], Said(row[2], row[3]), *row[4:]) for row in cursor]
