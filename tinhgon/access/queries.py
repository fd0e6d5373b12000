"""Who may see what: the reach of a user, on a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import Q, QuerySet

from tinhgon.access.models import Grant
from tinhgon.audit.models import Event
from tinhgon.core.reach import READING, Allowed, Reach

APP_ROLE = "tinhgon_app"

# From here on the transaction is the user's: as this actor, and under a role that row security binds.
ENTER = """
SELECT coalesce(current_setting('tinhgon.actor', true), ''), access_enter(%(user)s::bigint, %(day)s::date),
    set_config('role', %(role)s, true)
"""
REACH = """
SELECT (SELECT person_id FROM access_user WHERE id = %(user)s),
    (SELECT jsonb_agg(jsonb_build_array(role, field_class, units))
     FROM access_reach(%(user)s::bigint, %(day)s::date))
"""
REACHES = """
(access_grant.unit_id IS NULL OR %s IN (SELECT access_units_under(access_grant.unit_id, access_grant.subtree,
    access_grant.line, access_grant.valid * daterange(NULL, %s, '[]'))))
"""
BESIDE = ("user", "granted_by", "ended_by", "decision", "decision__type")
LEAVE = "SELECT set_config('role', 'none', true), set_config('tinhgon.actor', %s, true)"


def enter(user: int | None, *, on: date) -> tuple[Reach, str]:
    """Bind the transaction to a user, or to nobody; give what the user may, and who acted before."""
    with connection.cursor() as cursor:
        cursor.execute(ENTER, {"role": APP_ROLE, "user": user, "day": on})
        before, entered, _ = cursor.fetchone()
    person, rows = _loaded(entered)
    return _reach(person and UUID(person), rows), before


def leave(before: str) -> None:
    """Give the transaction back: only needed where it goes on after a request, as in a test."""
    with connection.cursor() as cursor:
        cursor.execute(LEAVE, [before])


def reach_of(user: int, *, on: date) -> Reach:
    """Give what a user may on a day."""
    with connection.cursor() as cursor:
        cursor.execute(REACH, {"user": user, "day": on})
        person, rows = cursor.fetchone()
    return _reach(person, rows)


def _reach(person: UUID | None, rows: Any) -> Reach:
    allowed = tuple(
        Allowed(role, field_class, None if units is None else frozenset(map(UUID, units)))
        for role, field_class, units in _loaded(rows)
    )
    return Reach(allowed, person)


def _loaded(rows: Any) -> list[Any]:
    return orjson.loads(rows) if isinstance(rows, str) else rows or []


def who_could_see(unit: UUID, *, on: date) -> list[Grant]:
    """Give the grants that let somebody read of the people whose files a unit kept, at some time of a day."""
    held = Grant.objects.ever_on(on).filter(role__in=sorted(READING))
    reaching = held.extra(where=[REACHES], params=[unit, on])  # noqa: S610  (a constant of ours)
    return list(reaching.select_related(*BESIDE).order_by("user__name", "id"))


def granted(*, on: date | None, user: str = "", role: str = "", unit: UUID | None = None) -> QuerySet[Grant]:
    """List grants, newest first; those of a day, or the whole history."""
    found = Grant.objects.select_related(*BESIDE)
    if on is not None:
        found = found.ever_on(on)
    if user:
        found = found.filter(Q(user__username__icontains=user) | Q(user__name__icontains=user))
    if role:
        found = found.filter(role=role)
    if unit:
        found = found.filter(unit=unit)
    return found.order_by("-granted_at", "-id")


def events(*, since: datetime, until: datetime, actor: str = "", act: str = "") -> QuerySet[Event]:
    """List what was read and done over a time, the latest first; by somebody, of one kind."""
    found = Event.objects.filter(at__gte=since, at__lt=until)
    if actor:
        found = found.filter(actor_name=actor)
    if act:
        found = found.filter(act=act)
    return found.order_by("-at", "-id")
