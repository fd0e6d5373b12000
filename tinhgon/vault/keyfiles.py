"""Keys in files of the folder: the key-encryption keys (KEK) and the key of the blind index.

The store remembers which there are and a proof of each, so that one lost or exchanged is noticed.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tinhgon.vault import envelope, files, store
from tinhgon.vault.refusals import KeyMissing, WrongKey

KEK, INDEX = "kek", "index"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key that the store knows of."""

    name: str
    number: int
    proof: bytes
    made: str = ""

    @property
    def file(self) -> Path:
        """Where it lies."""
        return store.folder() / f"{self.name}-{self.number}.key"

    def read(self) -> bytes:
        """
        Read the key.

        :raises KeyMissing, WrongKey, KeysExposed: it is lost, another one, or open to others.
        """
        try:
            key = files.read_private(self.file)
        except FileNotFoundError:
            raise KeyMissing(key=self.file.stem, folder=self.file.parent) from None
        if not hmac.compare_digest(_proof(key), self.proof):
            raise WrongKey(key=self.file.stem, folder=self.file.parent)
        return key


def held(connection: sqlite3.Connection, name: str) -> list[KeyFile]:
    """Give the keys of one name, the newest first."""
    rows = connection.execute(
        "SELECT name, number, proof, made FROM key_file WHERE name = ? ORDER BY number DESC", [name]
    )
    return [KeyFile(*row) for row in rows]


def newest(name: str) -> KeyFile:
    """Give the newest key of one name; the first caller ever makes it."""
    with store.reading() as connection:
        if found := held(connection, name):
            return found[0]
    with store.writing() as connection:
        return newest_in(connection, name)


def newest_in(connection: sqlite3.Connection, name: str) -> KeyFile:
    """Give the newest key of one name inside a writer's transaction, made if there never was one."""
    found = held(connection, name)
    return found[0] if found else add(connection, name, 1)


def add(connection: sqlite3.Connection, name: str, number: int) -> KeyFile:
    """Make a key: the file first, so that the store never names one that was not written."""
    key = KeyFile(name, number, b"", datetime.now(tz=UTC).isoformat(timespec="seconds"))
    files.make_private(key.file, _fill)
    key = KeyFile(name, number, _proof(files.read_private(key.file)), key.made)
    connection.execute("INSERT INTO key_file VALUES (?, ?, ?, ?)", [name, number, key.proof, key.made])
    return key


def _fill(draft: Path) -> None:
    draft.write_bytes(envelope.new_key())


def _proof(key: bytes) -> bytes:
    """Tell keys apart without telling the key."""
    return hmac.digest(key, b"tinhgon/proof", hashlib.sha256)
