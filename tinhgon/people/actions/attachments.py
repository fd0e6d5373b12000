"""Files of entries: looked into before they are taken, sealed, read by whom the section's fields are for."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.reach import EDIT, PERSONAL, READ, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.amending import held, note
from tinhgon.people.actions.recording import told
from tinhgon.people.models import Amendment, Attachment, Entry
from tinhgon.people.sealing import of_attachment
from tinhgon.people.sections import section
from tinhgon.temporal.naming import whole

MEGABYTE = 1024 * 1024
LARGEST = 5  # megabytes
# A file is what its first and last bytes say, whatever its name; what a browser could run is not among them.
KINDS: Mapping[str, tuple[bytes, bytes, str]] = {
    "application/pdf": (b"%PDF-", b"%%EOF", "pdf"),
    "image/jpeg": (b"\xff\xd8\xff", b"\xff\xd9", "jpg"),
    "image/png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82", "png"),
}
TAIL = 1024  # bytes at the end in which the last mark stands


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent; its name is ours, for the sender's may tell whose it is."""

    name: str
    media_type: str
    content: bytes


def attach(entry: UUID, content: bytes, *, by: User, reach: Reach) -> Attachment:
    """Seal a file and keep it with an entry.

    :raises NoSuchEntry, OutOfReach, OwnFile, Erased: the entry is gone, or not the user's to change.
    :raises TakesNoFiles, FileTooLarge, NotAFileOfOurs: the file will not do.
    """
    media_type = kind_of(content)
    with whole(refusals.CONSTRAINTS):
        found = Entry.objects.filter(pk=entry).first()
        if found is None:
            raise refusals.NoSuchEntry
        person, of = held(found.person_id), section(found.section)
        if not reach.may(EDIT, person.home_id, max(PERSONAL, of.field_class)):
            raise refusals.OutOfReach
        if reach.person == person.id:
            raise refusals.OwnFile
        if not of.files:
            raise refusals.TakesNoFiles
        made = Attachment(entry=found, person=person, media_type=media_type, size=len(content), added_by=by)
        made.sealed = vault.seal(person.id, of_attachment(made.id), b64encode(content).decode())
        made.save(force_insert=True)
        note([(Amendment.Act.ADDED, person.id, of.code, found.id, ("file",), None)], by)
    return made


def read_attachment(attachment: UUID, *, by: User, reach: Reach) -> File:
    """Open a file and record that it was read: one's own, or in keeping somebody's up to date.

    :raises NoSuchFile: there is none, or it is out of reach.
    """
    found = Attachment.objects.select_related("person", "entry").filter(pk=attachment).first()
    if found is None or found.person.erased_at or not _sees(found, READ, reach):
        raise refusals.NoSuchFile
    text = vault.open_sealed(found.person_id, of_attachment(found.id), found.sealed)
    purpose = Purpose.OWN if reach.person == found.person_id else Purpose.UPKEEP
    told(Act.READ, by, subject=found.person_id, unit=found.person.home_id, classes=PERSONAL,
         what=[found.entry.section, "file"], purpose=purpose)  # fmt: skip
    ending = KINDS[found.media_type][2]
    return File(f"{found.entry.section}-{str(found.id)[:8]}.{ending}", found.media_type, b64decode(text))


def detach(attachment: UUID, *, by: User, reach: Reach) -> UUID:
    """Take a file away for good; give the person's id.

    :raises NoSuchFile, OutOfReach, OwnFile, Erased: it is gone, or not the user's to change.
    """
    with whole(refusals.CONSTRAINTS):
        found = Attachment.objects.select_related("entry", "person").filter(pk=attachment).first()
        if found is None:
            raise refusals.NoSuchFile
        held(found.person_id)
        if not _sees(found, EDIT, reach):
            raise refusals.OutOfReach
        if reach.person == found.person_id:
            raise refusals.OwnFile
        found.delete()
        note(
            [(Amendment.Act.REMOVED, found.person_id, found.entry.section, found.entry_id, ("file",), None)],
            by,
        )
    return found.person_id


def kind_of(content: bytes) -> str:
    """Tell what a file is by its content.

    :raises FileTooLarge, NotAFileOfOurs: it is too large, or none that is taken.
    """
    if len(content) > LARGEST * MEGABYTE:
        raise refusals.FileTooLarge(limit=LARGEST)
    for media_type, (first, last, _) in KINDS.items():
        if content.startswith(first) and last in content[-TAIL:]:
            return media_type
    raise refusals.NotAFileOfOurs


def _sees(found: Attachment, action: str, reach: Reach) -> bool:
    own = action == READ and reach.person == found.person_id
    needed = max(PERSONAL, section(found.entry.section).field_class)
    return own or reach.may(action, found.person.home_id, needed)
