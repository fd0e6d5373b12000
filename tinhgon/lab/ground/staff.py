"""How many people serve in a unit and in all that stands below it, on the eve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.rows import SEATED
from tinhgon.register.queries.trees import listed
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source

HEADCOUNT = "headcount"  # the measure
SERVING = """
WITH RECURSIVE down(top, unit_id) AS (
    SELECT one, one FROM unnest(%(units)s::uuid[]) one
    UNION
    SELECT down.top, p.unit_id FROM down JOIN {placements} p ON p.parent_id = down.unit_id
    WHERE p.valid @> %(day)s
)
SELECT down.top, count(DISTINCT a.person_id)
FROM down JOIN {posts} v ON v.unit_id = down.unit_id AND v.valid @> %(day)s
JOIN {appointments} a ON a.post_id = v.post_id AND a.valid @> %(day)s AND a.how = ANY(%(seated)s)
GROUP BY down.top
"""


def serving(units: Iterable[UUID], as_of: AsOf) -> Mapping[UUID, int]:
    """Count everybody once who holds a post in a unit or below it, in whatever line: one statement."""
    known = as_of.known is not None
    tables = {"placements": "placement", "posts": "postversion", "appointments": "appointment"}
    names = {name: source(f"register_{table}", known=known) for name, table in tables.items()}
    values: dict[str, Any] = {"units": listed(units), "day": as_of.valid, "known": as_of.known}
    with connection.cursor() as cursor:
        cursor.execute(SERVING.format(**names), values | {"seated": sorted(SEATED)})
        return dict(cursor.fetchall())
