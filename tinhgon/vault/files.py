"""Private files: made at once, whole, and on the disk; read only while nobody else may."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tinhgon.vault.refusals import KeysExposed

OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Have a folder that only its owner may enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_private(file: Path, fill: Callable[[Path], None]) -> None:
    """Make a file whole or not at all; where two processes do, the first one's stays."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        fill(draft)
        _give_to_owner(draft)
        _to_disk(draft)
        with suppress(FileExistsError):
            os.link(draft, file)
    finally:
        draft.unlink()
    _to_disk(file.parent)


def read_private(file: Path) -> bytes:
    """
    Read a file that only its owner may.

    :raises KeysExposed: others may, too.
    """
    with file.open("rb") as opened:
        if refusal := _exposed(file, os.fstat(opened.fileno())):
            raise refusal
        return opened.read()


def remove(file: Path) -> None:
    """Remove a file for good, as far as a file system lets one."""
    file.unlink(missing_ok=True)
    _to_disk(file.parent)


def exposed(folder: Path) -> Iterator[KeysExposed]:
    """Name the folder and each file in it that others may reach."""
    for place in (folder, *sorted(folder.iterdir())):
        with suppress(FileNotFoundError):  # a draft or a journal, gone meanwhile
            if refusal := _exposed(place, place.stat()):
                yield refusal


def _exposed(place: Path, found: os.stat_result) -> KeysExposed | None:
    if found.st_mode & OTHERS:
        return KeysExposed(place=place, mode=f"{found.st_mode & 0o777:o}")
    return None


def _give_to_owner(file: Path) -> None:
    """Let root's commands leave files that the service account can read."""
    if os.geteuid() == 0:
        owner = file.parent.stat()
        os.chown(file, owner.st_uid, owner.st_gid)


def _to_disk(place: Path) -> None:
    opened = os.open(place, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
