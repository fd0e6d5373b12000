"""Who may see what: the reach of a user, on a day."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from tinhgon.core.reach import Allowed, Reach

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


def people_are_real() -> bool:
    """Tell whether the register holds a person who is not illustrative."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_people_are_real()")
        return bool(cursor.fetchone()[0])
