"""Reads of decisions, and of what each changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from tinhgon.core import rows as core
from tinhgon.core.names import sought
from tinhgon.core.reach import Reach
from tinhgon.register import facts
from tinhgon.register.models import Change, Decision
from tinhgon.register.queries.sight import visible
from tinhgon.temporal.asof import AsOf

# All transactions of an earlier era have ended: its numbers are those of another cluster.
NEWER = """
SELECT c.id FROM register_change c, temporal_clock clock
WHERE (c.era, c.transaction, c.id) > (%(era)s::int, %(transaction)s::xid8, %(id)s::bigint)
    AND (c.era < clock.era OR c.transaction < pg_snapshot_xmin(pg_current_snapshot()))
ORDER BY c.era, c.transaction, c.id LIMIT %(limit)s
"""


# What is about the unit, and what is about posts that are or were its own.
OF_UNIT = """
SELECT id FROM register_change WHERE unit_id = %s AND kind = 'recorded'
UNION ALL
SELECT c.id FROM register_change c
WHERE c.about = 'post' AND c.subject IN (SELECT post_id FROM register_postversionknown WHERE unit_id = %s)
"""
TURNS = """
SELECT effective_on, NULL::timestamptz, count(*) FROM register_decision
WHERE state = 'signed' AND (%(known)s::timestamptz IS NULL OR signed_at <= %(known)s) GROUP BY 1
UNION ALL (
    SELECT NULL, max(signed_at), count(*) FROM register_decision
    WHERE state = 'signed' GROUP BY date_trunc('minute', signed_at) ORDER BY 2 DESC LIMIT %(limit)s
)
ORDER BY 1, 2 DESC
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one decision changed about one unit, and about each of its posts."""

    decision: Decision
    changes: tuple[core.Change, ...]
    posts: Mapping[UUID, tuple[core.Change, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the outbox, with the cursor to go on from."""

    cursor: str
    change: Change


def listed(
    as_of: AsOf, reach: Reach, user: int | None, *,
    text: str = "", state: str = "", kind: str = "", source: str = "",
) -> QuerySet[Decision]:  # fmt: skip
    """List decisions, newest first: drafts, and those that were signed by the moment of knowledge.

    Those that concern people out of the reader's reach are left out, and so are the texts of operations: a
    list does not need them.
    """
    found = visible(reach, user).select_related("type").defer("operations")
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
    rows = Change.objects.filter(pk__in=RawSQL(OF_UNIT, [unit, unit]))  # noqa: S611  (bound)
    if as_of.known:
        rows = rows.filter(recorded_at__lte=as_of.known)
    rows = rows.select_related("decision", "decision__type").defer("decision__operations").order_by("id")
    by_decision: dict[UUID, list[Change]] = {}
    for row in rows:
        by_decision.setdefault(row.decision_id, []).append(row)
    entries = [entry for of in by_decision.values() if (entry := _entry(unit, of))]
    return sorted(
        entries, key=lambda entry: (entry.decision.effective_on, entry.decision.signed_at), reverse=True
    )


def _entry(unit: UUID, rows: list[Change]) -> Entry | None:
    """Put together what is about the unit; nothing where a post changed while it was another unit's."""
    changes = tuple(core_change(row) for row in rows if row.subject is None)
    posts: dict[UUID, tuple[core.Change, ...]] = {}
    for row in rows:
        if row.subject:
            posts[row.subject] = (*posts.get(row.subject, ()), core_change(row))
    posts = {post: of for post, of in posts.items() if any(unit in _units(change) for change in of)}
    return Entry(rows[0].decision, changes, posts) if changes or posts else None


def _units(change: core.Change) -> set[UUID]:
    sides = (change.before, change.after)
    return {row.unit for row in sides if isinstance(row, core.PostVersion)}


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


def turns(as_of: AsOf, *, limit: int = 60) -> tuple[list[tuple[date, int]], list[tuple[datetime, int]]]:
    """Give the days of change as `change_days` does, and the latest minutes in which decisions were signed.

    Of each minute it tells the last moment, and how many were signed in it.
    """
    days, moments = [], []
    with connection.cursor() as cursor:
        cursor.execute(TURNS, {"known": as_of.known, "limit": limit})
        for day, moment, count in cursor:
            if day is None:
                moments.append((moment, count))
            else:
                days.append((day, count))
    return days, moments


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
