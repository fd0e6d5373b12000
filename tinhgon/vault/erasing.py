"""Erasing by destroying keys, and the ledger of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from tinhgon.vault import datakeys, store
from tinhgon.vault.datakeys import AMONG


@dataclass(frozen=True, slots=True)
class Erasure:
    """A line of the ledger."""

    person: UUID
    at: datetime
    reason: str
    by: str


def destroy(persons: Iterable[UUID], *, reason: str, by: str) -> int:
    """
    Destroy the keys of persons for ever and count them; the ledger keeps who erased, when and why.

    Who is erased already keeps the first line. Reason and name stay in the ledger: no personal data there.
    """
    wanted, now = frozenset(persons), datetime.now(tz=UTC).isoformat()
    with store.writing() as connection:
        connection.executemany(
            "INSERT INTO erased VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(str(person), now, reason, by) for person in wanted],
        )
        destroyed = connection.execute(
            f"DELETE FROM data_key WHERE {AMONG}",  # noqa: S608
            [datakeys.as_list(wanted)],
        ).rowcount
    store.forget_deleted()
    return destroyed


def erased(persons: Collection[UUID] | None = None) -> dict[UUID, Erasure]:
    """Give the ledger, of some persons or whole: what a restored database must be rid of again."""
    asked, given = ("", []) if persons is None else (f" WHERE {AMONG}", [datakeys.as_list(persons)])
    with store.reading() as connection:
        rows = connection.execute(f"SELECT person, at, reason, by FROM erased{asked}", given)  # noqa: S608
        lines = [
            Erasure(UUID(person), datetime.fromisoformat(at), reason, by) for person, at, reason, by in rows
        ]
    return {line.person: line for line in lines}
