"""Looking at the vault: what it holds, and whether all of it opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tinhgon.core.errors import Refused
from tinhgon.vault import datakeys, files, keyfiles, store
from tinhgon.vault.keyfiles import INDEX, KEK


@dataclass(frozen=True, slots=True)
class Status:
    """What the vault holds; numbers only."""

    folder: Path
    kek: str  # the current one; empty before the first seal
    made: str
    keys: int
    waiting: int  # keys that an unfinished rotation has not reached
    erased: int
    rotating: bool


def status() -> Status:
    """Tell what the vault holds; makes nothing."""
    if not store.exists():
        return Status(store.folder(), "", "", 0, 0, 0, False)
    with store.reading() as connection:
        keks = keyfiles.held(connection, KEK)
        number = keks[0].number if keks else 0
        keys, waiting = connection.execute(
            "SELECT count(*), count(*) FILTER (WHERE kek <> ?) FROM data_key", [number]
        ).fetchone()
        (erased,) = connection.execute("SELECT count(*) FROM erased").fetchone()
    current = (keks[0].file.stem, keks[0].made) if keks else ("", "")
    return Status(store.folder(), *current, keys, waiting, erased, len(keks) > 1)


def exposed() -> list[Refused]:
    """Name the places of the vault that others than its owner may reach."""
    return list(files.exposed(store.folder())) if store.folder().exists() else []


def faults() -> Iterator[Refused]:
    """Name whatever is wrong: open files, lost or exchanged keys, each kind of fault once a key."""
    yield from exposed()
    if store.exists():
        with store.alone():
            yield from _faults_of_keys()


def _faults_of_keys() -> Iterator[Refused]:
    with store.reading() as connection:
        held = [*keyfiles.held(connection, KEK), *keyfiles.held(connection, INDEX)]
        rows = connection.execute("SELECT person, kek, wrapped FROM data_key").fetchall()
    broken: set[int] = set()
    for key in held:
        try:
            key.read()
        except Refused as refusal:
            broken |= {key.number} if key.name == KEK else set()
            yield refusal
    keks = {key.number: key for key in held if key.name == KEK}
    for number in sorted({row[1] for row in rows} - broken):
        try:
            datakeys.unwrap([row for row in rows if row[1] == number], keks)
        except Refused as refusal:
            yield refusal
