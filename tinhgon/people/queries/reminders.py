"""Documents of which it is time to remind: the day they expire, less the days before that were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.reach import PERSONAL, Reach

# Days are kept as text in the entry; what is no day there reminds nobody.
EXPIRING = """
SELECT e.id, p.id, p.name, e.data ->> 'kind', (e.data ->> 'expires_on')::date AS expires_on,
    p.illustrative
FROM people_entry e JOIN register_person p ON p.id = e.person_id
WHERE e.section = 'document' AND p.erased_at IS NULL
    AND e.data ->> 'expires_on' ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    AND (e.data ->> 'expires_on')::date - coalesce((e.data ->> 'remind_days')::int, 0) <= %(on)s
    AND (%(everywhere)s OR p.home_id = ANY(%(units)s))
ORDER BY expires_on, p.name_key, e.id
LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Expiring:
    """A document that has expired or soon will."""

    entry: UUID
    person: UUID
    name: str
    kind: str
    expires_on: date
    illustrative: bool


def expiring(reach: Reach, *, on: date, limit: int = 500) -> list[Expiring]:
    """Give the documents to be reminded of on a day, within reach, the oldest first."""
    units = reach.units(PERSONAL)
    facts: dict[str, Any] = {
        "on": on,
        "everywhere": units is None,
        "units": list(units or ()),
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(EXPIRING, facts)
        return [Expiring(*row) for row in cursor.fetchall()]
