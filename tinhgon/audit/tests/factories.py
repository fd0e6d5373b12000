"""A record with events in it, places of its own, and a database administrator who means no good."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from django.db import connection

from tinhgon.audit import actions, places
from tinhgon.audit.keys import public_file, public_key
from tinhgon.audit.queries.verifying import Verdict, verify

TABLES = ("event", "leaf", "seal")
SUBJECT = UUID("00000000-0000-4000-8000-000000000001")


def recorded(number: int = 1) -> None:
    """Record some reads."""
    actions.record_many(
        {"act": "read", "actor": 7, "actor_name": f"Người {n}", "subject": SUBJECT, "classes": 2,
         "what": ["identity", "family.kin"], "purpose": "upkeep", "note": f"tờ \"{n}\" \\ \t\n",
         "address": "10.1.2.3"}
        for n in range(number)
    )  # fmt: skip


def sealed(*numbers: int) -> None:
    """Record and seal, several times."""
    for number in numbers:
        recorded(number)
        actions.seal()


def verified(*others: Path) -> Verdict:
    """Verify against the places, and others' copies."""
    return verify(places.files(), public_key(public_file()), others=others)


def found(*others: Path) -> Sequence[str]:
    """Name what a verification finds."""
    return [finding.code for finding in verified(*others).findings]


def as_administrator(*statements: str) -> None:
    """Do what an owner can: put the triggers out of the way and back."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE audit_{table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement)
        for table in TABLES:
            cursor.execute(f"ALTER TABLE audit_{table} ENABLE TRIGGER {table}_is_kept")
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER event_bears_its_transaction")
