"""What units are called on a day each: one statement."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

NAMES = """
SELECT asked.unit, v.name FROM unnest(%(units)s::uuid[], %(days)s::date[]) AS asked(unit, day)
JOIN register_unitversion v ON v.unit_id = asked.unit AND v.valid @> asked.day
"""


def names_on(effective: Mapping[UUID, date]) -> dict[UUID, str]:
    """Name units as they are called on the eve of a day each."""
    if not effective:
        return {}
    days = [day - timedelta(days=1) for day in effective.values()]
    with connection.cursor() as cursor:
        cursor.execute(NAMES, {"units": list(effective), "days": days})
        return dict(cursor.fetchall())
