"""Reads of decisions, and of what each changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from tinhgon.core import rows as core
from tinhgon.core.names import sought
from tinhgon.register import facts
from tinhgon.register.models import Change, Decision
from tinhgon.temporal.asof import AsOf

# All transactions of an earlier era have ended: its numbers are those of another cluster.
NEWER = """
SELECT c.id FROM register_change c, temporal_clock clock
WHERE (c.era, c.transaction, c.id) > (%(era)s::int, %(transaction)s::xid8, %(id)s::bigint)
    AND (c.era < clock.era OR c.transaction < pg_snapshot_xmin(pg_current_snapshot()))
ORDER BY c.era, c.transaction, c.id LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one decision changed about one unit."""

    decision: Decision
    changes: tuple[core.Change, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the outbox, with the cursor to go on from."""

    cursor: str
    change: Change


def listed(
    as_of: AsOf, *, text: str = "", state: str = "", kind: str = "", source: str = ""
) -> QuerySet[Decision]:
    """List decisions, newest first: drafts, and those that were signed by the moment of knowledge.

    The texts of their operations are left in the database: a list does not need them.
    """
    found = Decision.objects.select_related("type").defer("operations")
    if as_of.known:
        found = found.filter(signed_at__lte=as_of.known)
    if text := sought(text):
        found = found.filter(Q(number__icontains=text) | Q(title__icontains=text) | Q(issuer__icontains=text))
    if state:
        found = found.filter(state=state)
    if kind := sought(kind):
        found = found.filter(type=kind)
    if source := sought(source):
        found = found.filter(source=source)
    return found.order_by("-effective_on", "-signed_at", "number", "id")


def timeline(unit: UUID, as_of: AsOf) -> list[Entry]:
    """Give what each decision changed about a unit, newest effect first, as known."""
    rows = Change.objects.filter(unit=unit, kind=Change.Kind.RECORDED)
    if as_of.known:
        rows = rows.filter(recorded_at__lte=as_of.known)
    rows = rows.select_related("decision", "decision__type").defer("decision__operations").order_by("id")
    by_decision: dict[UUID, list[Change]] = {}
    for row in rows:
        by_decision.setdefault(row.decision_id, []).append(row)
    entries = [Entry(of[0].decision, tuple(map(core_change, of))) for of in by_decision.values()]
    return sorted(
        entries, key=lambda entry: (entry.decision.effective_on, entry.decision.signed_at), reverse=True
    )


def core_change(row: Change) -> core.Change:
    """Make a value of an outbox row."""
    return core.Change(
        facts.from_json(row.about, row.before) if row.before else None,
        facts.from_json(row.about, row.after) if row.after else None,
    )


def change_days(as_of: AsOf) -> list[tuple[date, int]]:
    """Give the days on which signed decisions take effect, with how many do, as known."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT effective_on, count(*) FROM register_decision WHERE state = 'signed'"
            " AND (%(known)s::timestamptz IS NULL OR signed_at <= %(known)s) GROUP BY 1 ORDER BY 1",
            {"known": as_of.known},
        )
        return list(cursor.fetchall())


def recorded_moments(*, limit: int = 60) -> list[tuple[datetime, int]]:
    """Give the latest minutes in which decisions were signed: the last moment of each, and how many were."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT max(signed_at), count(*) FROM register_decision WHERE state = 'signed'"
            " GROUP BY date_trunc('minute', signed_at) ORDER BY 1 DESC LIMIT %s",
            [limit],
        )
        return list(cursor.fetchall())


def events(*, after: str = "", limit: int = 200) -> list[Event]:
    """Read the outbox from a cursor on.

    Only rows of transactions that every older one has ended before are shown, so that a reader who keeps
    the last cursor misses none, whatever commits late.
    """
    era, transaction, number = (after or "0.0.0").split(".")
    with connection.cursor() as cursor:
        cursor.execute(NEWER, {"era": era, "transaction": transaction, "id": number, "limit": limit})
        found = [pk for (pk,) in cursor]
    rows = Change.objects.filter(pk__in=found).order_by("era", "transaction", "id")
    return [
        Event(f"{row.era}.{row.transaction}.{row.pk}", row)
        for row in rows.select_related("decision", "decision__type").defer("decision__operations")
    ]
