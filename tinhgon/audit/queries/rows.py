"""Events as the bytes that are hashed, in the order in which they are sealed: era, transaction, id.

The text is canonical JSON (RFC 8785), written by plain expressions here and by no function of the database:
nothing stored in it is trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db import connection
from psycopg import sql

_EXPRESSIONS = {
    "at": "'\"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z') || '\"'",
    "address": "coalesce(to_json(host(address))::text, 'null')",
    "what": "to_json(what)::text",
    **{name: f"to_json({name})::text" for name in ("act", "actor_name", "note", "purpose", "route")},
    **{name: f"coalesce('\"' || {name} || '\"', 'null')" for name in ("subject", "unit")},
    **{name: f"coalesce({name}::text, 'null')" for name in ("actor", "count")},
    **{name: f"{name}::text" for name in ("classes", "era", "id", "transaction")},
}
CANONICAL = (
    "'{' || "
    + " || ',' || ".join(f"'\"{name}\":' || {_EXPRESSIONS[name]}" for name in sorted(_EXPRESSIONS))
    + " || '}'"
)
_ROWS = """
COPY (
    SELECT id, {canonical} FROM audit_event
    WHERE {which} ORDER BY era, transaction, id OFFSET {skipped} LIMIT {limit}
) TO STDOUT
"""
ALL = sql.SQL("true")
# Below the oldest running transaction all have ended: what they wrote is seen, or never was.
_UNSEALED = """
(era, transaction, id) > ({era}, {transaction}::xid8, {event})
AND (era < {now} OR era = {now} AND transaction < pg_snapshot_xmin(pg_current_snapshot()))
"""


class Row(NamedTuple):
    """An event's id and the bytes that are hashed."""

    event: int
    content: bytes


class Mark(NamedTuple):
    """The place of an event in the order."""

    era: int
    transaction: int
    event: int


BEGINNING = Mark(0, 0, 0)


def rows(*, which: sql.Composable = ALL, skipped: int = 0, limit: int | None = None) -> Iterator[Row]:
    """Read events in sealed order."""
    statement = sql.SQL(_ROWS).format(
        canonical=sql.SQL(CANONICAL), which=which, skipped=sql.Literal(skipped), limit=sql.Literal(limit)
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copied:
        for line in _lines(copied):
            event, _, content = line.partition(b"\t")
            # JSON escapes breaks and tabs itself: COPY only doubles the backslashes.
            yield Row(int(event), content.replace(b"\\\\", b"\\") if b"\\" in content else content)


def unsealed(after: Mark, *, era: int) -> sql.Composable:
    """Narrow to events that come after a place and before which nothing can come any more."""
    return sql.SQL(_UNSEALED).format(
        era=sql.Literal(after.era),
        transaction=sql.Literal(str(after.transaction)),
        event=sql.Literal(after.event),
        now=sql.Literal(era),
    )


def _lines(copied: Iterable[Any]) -> Iterator[bytes]:
    rest = b""
    for block in copied:
        *whole, rest = (rest + bytes(block)).split(b"\n")
        yield from whole
