"""How far the record is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from psycopg import sql

from tinhgon.audit.models import Seal
from tinhgon.audit.queries.rows import BEGINNING, Mark

_WAITING = "SELECT count(*) FROM audit_event WHERE (era, transaction, id) > ({}, {}::xid8, {})"


@dataclass(frozen=True, slots=True)
class State:
    """How many events are sealed, since when, under which root, and how many wait."""

    size: int
    at: datetime | None
    root: bytes
    waiting: int
    checkpoint: str


def state() -> State:
    """Tell how far the record is sealed."""
    last = newest_seal()
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(_WAITING).format(*map(sql.Literal, map(str, place(last)))))
        waiting = cursor.fetchone()[0]
    if last is None:
        return State(0, None, b"", waiting, "")
    return State(last.size, last.at, bytes(last.root), waiting, last.checkpoint)


def newest_seal() -> Seal | None:
    """Give the last seal."""
    return Seal.objects.order_by("-size").first()


def place(seal: Seal | None) -> Mark:
    """Give the place of the last event under a seal."""
    return Mark(seal.era, seal.transaction, seal.event) if seal else BEGINNING
