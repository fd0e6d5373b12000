"""The key store: a SQLite file outside the database, with wrapped keys and the ledger of erasures.

Nothing of it is kept in memory between calls, so that a key destroyed or wrapped anew by one process is so
for all of them at once.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings

from tinhgon.vault import files
from tinhgon.vault.refusals import CopyExists, StoreMissing, StoreUnusable

NAME = "keys.sqlite"
PATIENCE = 10  # seconds to wait for another process that writes
SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE key_file (
    name TEXT NOT NULL, number INTEGER NOT NULL, proof BLOB NOT NULL, made TEXT NOT NULL,
    PRIMARY KEY (name, number)
);
CREATE TABLE data_key (
    person TEXT PRIMARY KEY, kek INTEGER NOT NULL, wrapped BLOB NOT NULL, made TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE erased (
    person TEXT PRIMARY KEY, at TEXT NOT NULL, reason TEXT NOT NULL, by TEXT NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER no_key_after_erasure BEFORE INSERT ON data_key
WHEN EXISTS (SELECT 1 FROM erased WHERE person = NEW.person)
BEGIN SELECT RAISE(ABORT, 'no_key_after_erasure'); END;
CREATE TRIGGER erased_stays BEFORE DELETE ON erased BEGIN SELECT RAISE(ABORT, 'erased_stays'); END;
CREATE TRIGGER erased_unchanged BEFORE UPDATE ON erased BEGIN SELECT RAISE(ABORT, 'erased_unchanged'); END;
"""


class _Opened(threading.local):
    """The connections of one thread."""

    def __init__(self) -> None:
        self.by_file: dict[tuple[int, str, int, int], sqlite3.Connection] = {}


_opened = _Opened()


def folder() -> Path:
    """Give the folder of the vault."""
    found: Path = settings.VAULT
    return found


@contextmanager
def reading() -> Iterator[sqlite3.Connection]:
    """
    Give the store to read from.

    :raises StoreMissing, StoreUnusable: it is lost, or SQLite cannot read it.
    """
    try:
        yield _connection()
    except sqlite3.Error as error:
        raise StoreUnusable(reason=error) from None


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """
    Give the store to one writer; what it wrote stays together or not at all.

    :raises StoreMissing, StoreUnusable: it is lost, or SQLite cannot write it.
    """
    with reading() as store:
        store.execute("BEGIN IMMEDIATE")
        try:
            yield store
            store.commit()
        except BaseException:
            store.rollback()
            raise


@contextmanager
def alone() -> Iterator[None]:
    """Wait for a rotation that runs, and let none begin meanwhile; a killed process holds nobody up."""
    files.make_folder(folder())
    opened = os.open(folder(), os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def forget_deleted() -> None:
    """Empty the journal, which still holds what was deleted; needs every reader to have finished."""
    with reading() as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def copy(target: Path) -> None:
    """
    Copy the store while it is in use, into a new private file.

    :raises CopyExists: the file is already there.
    """
    if target.exists():
        raise CopyExists(place=target)
    with reading() as store:
        files.make_private(target, lambda draft: _copy(store, draft))


def exists() -> bool:
    """Tell whether the vault was ever used."""
    return (folder() / NAME).exists()


def _connection() -> sqlite3.Connection:
    """Give this thread's connection; one that was opened before a fork or a restore is left alone."""
    file = folder() / NAME
    try:
        found = file.stat()
    except FileNotFoundError:
        _make(file)
        found = file.stat()
    which = (os.getpid(), str(file), found.st_dev, found.st_ino)
    if which not in _opened.by_file:
        _opened.by_file[which] = _connect(file)
    return _opened.by_file[which]


def _connect(file: Path) -> sqlite3.Connection:
    # rw: a store that vanished is not made anew here. FULL: a key is on the disk before it is used.
    store = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None)
    store.execute("PRAGMA secure_delete = ON")
    store.execute("PRAGMA synchronous = FULL")
    return store


def _make(file: Path) -> None:
    """Make the store before the first key; looks for keys first, as another process may just make both."""
    files.make_folder(file.parent)
    if list(file.parent.glob("*.key")) and not file.exists():
        raise StoreMissing(folder=file.parent, name=NAME)
    files.make_private(file, _fill)


def _fill(draft: Path) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as store:
        store.executescript(SCHEMA)


def _copy(store: sqlite3.Connection, draft: Path) -> None:
    with closing(sqlite3.connect(draft)) as target:
        store.backup(target)
