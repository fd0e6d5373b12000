"""Where checkpoints are kept outside of the database: folders, and the system's log where one is named."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from logging.handlers import SysLogHandler
from pathlib import Path

from django.conf import settings

from tinhgon.audit.notes import Note, PublicKey, newest, read_notes
from tinhgon.audit.refusals import PlaceUnusable

FILE = "checkpoints.txt"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one file holds: whole notes, and the lines at which something else stands."""

    file: Path
    notes: Sequence[Note]
    torn: Sequence[int]

    def newest_of(self, key: PublicKey) -> Note | None:
        """Give the note over the largest tree that the key's holder signed."""
        return newest([note for note in self.notes if note.is_signed_by(key)])


def files() -> list[Path]:
    """Name the files in which checkpoints are kept, one a folder."""
    return [folder / FILE for folder in settings.AUDIT_CHECKPOINTS]


def read(file: Path) -> Kept:
    """Read a file of checkpoints; one that is not there holds none.

    :raises PlaceUnusable: it is there and cannot be read.
    """
    try:
        text = file.read_bytes().decode(errors="replace")
    except FileNotFoundError:
        text = ""
    except OSError as error:
        raise PlaceUnusable(place=file, reason=error.strerror) from None
    return Kept(file, *read_notes(text))


def keep(note: str) -> None:
    """Write a signed checkpoint to every place.

    :raises PlaceUnusable: a place does not take it.
    """
    for file in files():
        append(file, note)
    if settings.AUDIT_SYSLOG:
        _tell_syslog(note)


def append(file: Path, note: str) -> None:
    """Add a note to a file, on the disk when this returns; what a crash tore off before it stays apart.

    :raises PlaceUnusable: it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as kept:
            begun = kept.tell() > 0
            kept.write((f"\n{note}" if begun else note).encode())
            kept.flush()
            os.fsync(kept.fileno())
    except OSError as error:
        raise PlaceUnusable(place=file, reason=error.strerror) from None


def _tell_syslog(note: str) -> None:
    """Send one line; the system's log brings it to another machine.

    :raises PlaceUnusable: there is no such log.
    """
    address = settings.AUDIT_SYSLOG
    host, _, port = address.rpartition(":")
    try:
        handler = SysLogHandler((host, int(port)) if host and port.isdigit() else address)
    except OSError as error:
        raise PlaceUnusable(place=address, reason=error.strerror) from None
    line = " | ".join(note.split("\n"))
    handler.emit(logging.LogRecord("tinhgon.audit", logging.INFO, "", 0, line, None, None))
    handler.close()
