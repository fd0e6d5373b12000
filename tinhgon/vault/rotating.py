"""Rotation: a new key-encryption key wraps every data key anew while others read and write."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tinhgon.vault import datakeys, files, keyfiles, store
from tinhgon.vault.datakeys import Row
from tinhgon.vault.keyfiles import KEK, KeyFile

BATCH = 2000  # keys a transaction: others wait no longer than one takes


def rotate(tell: Callable[[int], None] = lambda done: None) -> int:
    """
    Wrap all data keys with a new KEK, remove the old one, and count the keys; goes on where a run broke off.

    :raises KeyMissing, WrongKey, Tampered: a key cannot be unwrapped; both KEKs stay, a later run goes on.
    """
    done = 0
    with store.alone():
        kek, keks = _begin()
        wrapping = kek.read()
        for rows in _batches(kek):
            keys = datakeys.unwrap(rows, keks)
            _replace(kek, [(datakeys.wrap(keys[row[0]], row[0], kek, wrapping), row) for row in rows])
            done += len(rows)
            tell(done)
        _retire(kek)
    return done


def _begin() -> tuple[KeyFile, dict[int, KeyFile]]:
    """Make the next KEK, unless a run that broke off has made it."""
    with store.writing() as connection:
        keks = keyfiles.held(connection, KEK)
        if len(keks) < 2:
            keks.insert(0, keyfiles.add(connection, KEK, keks[0].number + 1 if keks else 1))
    return keks[0], {kek.number: kek for kek in keks}


def _batches(kek: KeyFile) -> Iterator[list[Row]]:
    """Give the keys that an older KEK wraps, in the order of persons; new persons get the new KEK anyway."""
    after = ""
    while rows := _next(kek, after):
        yield rows
        after = rows[-1][0]


def _next(kek: KeyFile, after: str) -> list[Row]:
    with store.reading() as connection:
        return connection.execute(
            "SELECT person, kek, wrapped FROM data_key WHERE kek < ? AND person > ? ORDER BY person LIMIT ?",
            [kek.number, after, BATCH],
        ).fetchall()


def _replace(kek: KeyFile, rewrapped: list[tuple[bytes, Row]]) -> None:
    """Write keys wrapped anew; one destroyed or wrapped anew meanwhile stays so."""
    with store.writing() as connection:
        connection.executemany(
            "UPDATE data_key SET kek = ?, wrapped = ? WHERE person = ? AND kek = ?",
            [(kek.number, wrapped, person, old) for wrapped, (person, old, _) in rewrapped],
        )


def _retire(kek: KeyFile) -> None:
    """Strike out KEKs that wrap nothing any more, then remove their files, and those a broken run left."""
    with store.writing() as connection:
        connection.execute(
            "DELETE FROM key_file WHERE name = ? AND number < ? AND number NOT IN (SELECT kek FROM data_key)",
            [KEK, kek.number],
        )
        needed = {held.file for held in keyfiles.held(connection, KEK)}
    store.forget_deleted()
    for number in range(1, kek.number):
        file = KeyFile(KEK, number, b"").file
        if file not in needed and file.exists():
            files.remove(file)
