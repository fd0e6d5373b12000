"""Data keys (DEK): one a person, kept in the store wrapped by a key-encryption key."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from sqlite3 import Connection
from uuid import UUID

import orjson

from tinhgon.vault import envelope, keyfiles, store
from tinhgon.vault.keyfiles import KEK, KeyFile
from tinhgon.vault.refusals import DataKeyMissing, KeyDestroyed, KeyMissing

Row = tuple[str, int, bytes]  # person, number of the KEK, wrapped key
AMONG = "person IN (SELECT value FROM json_each(?))"  # any number of persons in one statement


def known(persons: Iterable[UUID]) -> dict[UUID, bytes]:
    """
    Unwrap the keys of persons.

    :raises KeyDestroyed, DataKeyMissing: one of them has no key, or no longer.
    """
    wanted = frozenset(persons)
    found = _unwrap_stored(wanted)
    if absent := wanted - found.keys():
        with store.reading() as connection:
            _refuse_erased(connection, absent)
        raise DataKeyMissing
    return found


def known_or_new(persons: Iterable[UUID]) -> dict[UUID, bytes]:
    """
    Unwrap the keys of persons; who has none yet is given one.

    :raises KeyDestroyed: one of them was erased.
    """
    wanted = frozenset(persons)
    found = _unwrap_stored(wanted)
    if absent := wanted - found.keys():
        _make(absent)
        found |= known(absent)
    return found


def wrap(key: bytes, person: str, kek: KeyFile, wrapping: bytes) -> bytes:
    """Wrap a data key so that it opens for this person and this KEK only."""
    return envelope.encrypt(wrapping, _bound(person, kek.number), key)


def unwrap(rows: Iterable[Row], keks: dict[int, KeyFile]) -> dict[str, bytes]:
    """Unwrap keys, reading each KEK once."""
    opened: dict[int, bytes] = {}
    keys: dict[str, bytes] = {}
    for person, number, wrapped in rows:
        if number not in opened:
            opened[number] = _named(keks, number).read()
        keys[person] = envelope.decrypt(opened[number], _bound(person, number), wrapped)
    return keys


def as_list(persons: Collection[UUID]) -> str:
    """Write persons as the argument of AMONG."""
    return orjson.dumps([str(person) for person in persons]).decode()


def _unwrap_stored(persons: Collection[UUID]) -> dict[UUID, bytes]:
    """Read and unwrap; a rotation may take a KEK away between the two, then its rows have changed."""
    rows, keks = _read(persons)
    while True:
        try:
            return {UUID(person): key for person, key in unwrap(rows, keks).items()}
        except KeyMissing:
            again, keks = _read(persons)
            if again == rows:
                raise
            rows = again


def _read(persons: Collection[UUID]) -> tuple[list[Row], dict[int, KeyFile]]:
    with store.reading() as connection:
        rows = connection.execute(
            f"SELECT person, kek, wrapped FROM data_key WHERE {AMONG}",  # noqa: S608
            [as_list(persons)],
        ).fetchall()
        return rows, {kek.number: kek for kek in keyfiles.held(connection, KEK)}


def _make(persons: Collection[UUID]) -> None:
    """Give persons a key each; where two processes do, the first one's stays."""
    with store.writing() as connection:
        _refuse_erased(connection, persons)
        kek = keyfiles.newest_in(connection, KEK)  # in the transaction, so that no rotation retires it
        wrapping, now = kek.read(), datetime.now(tz=UTC).isoformat(timespec="seconds")
        connection.executemany(
            "INSERT INTO data_key VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                (str(person), kek.number, wrap(envelope.new_key(), str(person), kek, wrapping), now)
                for person in persons
            ),
        )


def _refuse_erased(connection: Connection, persons: Collection[UUID]) -> None:
    if connection.execute(f"SELECT 1 FROM erased WHERE {AMONG}", [as_list(persons)]).fetchone():  # noqa: S608
        raise KeyDestroyed


def _named(keks: dict[int, KeyFile], number: int) -> KeyFile:
    # A KEK may be retired between reading the row and the list: then the caller reads both again.
    if number not in keks:
        raise KeyMissing(key=f"{KEK}-{number}", folder=store.folder())
    return keks[number]


def _bound(person: str, kek: int) -> list[str]:
    return ["tinhgon/data-key", person, str(kek)]
