"""What the units of obligations are called; an office of a commune or department with what it is in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection

from tinhgon.register.queries.trees import listed

# A unit not alive on the day has its nearest name. What stands right under a province needs no more.
NAMES = """
SELECT DISTINCT ON (v.unit_id) v.unit_id, v.name, coalesce(above.name, '')
FROM register_unitversion v JOIN register_unitkind k ON k.code = v.kind_id
LEFT JOIN LATERAL (
    SELECT b.name FROM register_placement p
    JOIN register_unitversion b ON b.unit_id = p.parent_id AND b.valid @> %(day)s
    JOIN register_unitkind bk ON bk.code = b.kind_id
    WHERE p.unit_id = v.unit_id AND p.valid @> %(day)s AND k.level IS NULL AND bk.level IS DISTINCT FROM 1
    ORDER BY p.line LIMIT 1
) above ON true
WHERE v.unit_id = ANY(%(units)s::uuid[])
ORDER BY v.unit_id, v.valid @> %(day)s DESC, upper(v.valid) DESC NULLS FIRST
"""


def names_of(units: Iterable[UUID | None], *, on: date) -> dict[UUID, str]:
    """Name units on a day: one statement, none for no units."""
    wanted = {one for one in units if one}
    if not wanted:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(NAMES, {"units": listed(wanted), "day": on})
        return {unit: f"{name} – {above}" if above else name for unit, name, above in cursor.fetchall()}
