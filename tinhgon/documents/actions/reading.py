"""A file read for somebody, and what bears a mark of secrecy refused: of it nothing is kept but its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tinhgon.audit.codes import Act
from tinhgon.documents.actions.tray import note
from tinhgon.documents.refusals import FileTooLarge, SecretPaper
from tinhgon.texts.files import open_file
from tinhgon.texts.plain import as_json
from tinhgon.texts.reading import read

if TYPE_CHECKING:
    from tinhgon.access.models import User

MEGABYTE = 1024 * 1024
LARGEST = 30 * MEGABYTE  # what reaches a page at all is limited in web.uploads
SECRET = "secret"  # noqa: S105  (a notice of the reader, no password)


@dataclass(frozen=True, slots=True)
class Read:
    """A file's text and kind, and what was found in it as plain values."""

    text: str
    media_type: str
    reading: dict[str, Any]


def read_content(name: str, content: bytes, *, unit: UUID | None = None, by: User | None) -> Read:
    """Open a file and read it; nothing is kept.

    :raises FileTooLarge, FileRefused: it cannot be opened.
    :raises SecretPaper: it bears a mark of secrecy; only its name is recorded, for good.
    """
    assert_fits(name, content)
    opened = open_file(content)
    text = opened.text.replace("\x00", " ")  # PostgreSQL stores no such letter
    reading = as_json(read(text))
    if any(notice["code"] == SECRET for notice in reading["notices"]):
        note(Act.REJECT, unit, by, "secret", name=name)
        raise SecretPaper(name=name)
    return Read(text, opened.media_type, reading)


def assert_fits(name: str, content: bytes) -> None:
    """Let no file through that is larger than any we take.

    :raises FileTooLarge: it is.
    """
    if len(content) > LARGEST:
        raise FileTooLarge(name=name, most=LARGEST // MEGABYTE)
