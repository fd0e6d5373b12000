"""Who read what about whom, and what somebody did: ready for pages, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tinhgon.audit.codes import READS
from tinhgon.audit.models import Event

PAGE = 50
# A day of one reader with one purpose is one line; a page opened ten times is no ten lines.
_READ_BY = """
SELECT actor, actor_name, (at AT TIME ZONE %(zone)s)::date AS day, purpose,
    array_agg(DISTINCT act ORDER BY act), coalesce(array_agg(DISTINCT word ORDER BY word)
        FILTER (WHERE word IS NOT NULL), '{}'), max(classes), count(DISTINCT id), min(at), max(at)
FROM audit_event LEFT JOIN LATERAL unnest(what) AS word ON true
WHERE subject = %(subject)s AND at >= %(since)s AND at < %(until)s AND act = ANY(%(reads)s)
GROUP BY actor, actor_name, day, purpose
ORDER BY max(at) DESC, actor
LIMIT %(limit)s
"""


class Cursor(NamedTuple):
    """The last event of a page: the next page goes on behind it."""

    at: datetime
    event: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person read about another on one day, for one purpose."""

    actor: int | None
    actor_name: str
    day: date
    purpose: str
    acts: Sequence[str]
    what: Sequence[str]
    classes: int
    times: int
    first: datetime
    last: datetime


def read_by(subject: UUID, since: datetime, until: datetime, *, zone: str, limit: int = 500) -> list[Reading]:
    """Tell a person who read what is held about him, the latest first; days are those of a time zone."""
    facts: dict[str, Any] = {"subject": subject, "since": since, "until": until}
    with connection.cursor() as cursor:
        cursor.execute(_READ_BY, {**facts, "reads": list(map(str, READS)), "zone": zone, "limit": limit})
        return [Reading(*row) for row in cursor.fetchall()]


def acts_of(actor: int, since: datetime, until: datetime) -> QuerySet[Event]:
    """Give what somebody did, the latest first."""
    return _between(since, until).filter(actor=actor)


def about(subject: UUID, since: datetime, until: datetime) -> QuerySet[Event]:
    """Give what was done about a person, reads and acts alike, the latest first."""
    return _between(since, until).filter(subject=subject)


def page(events: QuerySet[Event], *, after: Cursor | None = None, limit: int = PAGE) -> list[Event]:
    """Cut a page out of a list; its cost does not depend on how far back it lies."""
    if after:
        events = events.filter(at__lte=after.at).exclude(at=after.at, id__gte=after.event)
    return list(events[:limit])


def _between(since: datetime, until: datetime) -> QuerySet[Event, Any]:
    return Event.objects.filter(at__gte=since, at__lt=until).order_by("-at", "-id")
