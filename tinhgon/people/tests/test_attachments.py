"""Files are taken for what they are, sealed, read within reach and told to the record."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.core.reach import INTERNAL, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.attachments import LARGEST, MEGABYTE, attach, detach, kind_of, read_attachment
from tinhgon.people.actions.entries import Item, enter
from tinhgon.people.models import Attachment, Entry
from tinhgon.people.queries.reminders import expiring
from tinhgon.people.tests.files import ALL, fill, make_person, reach, today
from tinhgon.register.models import Person, Unit

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + bytes(range(256)) + b"\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0....\xff\xd9"


@pytest.fixture
def lan() -> User:
    return make_cast()["lan"]


@pytest.fixture
def entries(lan: User) -> dict[str, Entry]:
    return fill(make_person(Unit.objects.create()), lan)


def test_what_is_sealed_comes_back(entries: dict[str, Entry], lan: User) -> None:
    made = attach(entries["document"].id, PDF, by=lan, reach=ALL)
    assert PDF not in bytes(made.sealed)
    file = read_attachment(made.id, by=lan, reach=ALL)
    assert (file.content, file.media_type) == (PDF, "application/pdf")
    assert "Bình" not in file.name
    event = Event.objects.latest("id")
    assert (event.act, event.subject, event.what) == ("read", made.person_id, ["document", "file"])


@pytest.mark.parametrize(
    ("content", "kind"), [(PDF, "application/pdf"), (PNG, "image/png"), (JPEG, "image/jpeg")]
)
def test_a_file_is_what_its_content_says(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


@pytest.mark.parametrize("content", [
    b"", b"MZ\x90", b"<svg onload=alert(1)>", b"<html>%PDF-1.7 %%EOF", b"PK\x03\x04", b"%PDF-1.7 cut short",
])  # fmt: skip
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(refusals.NotAFileOfOurs):
        kind_of(content)


def test_a_large_file_is_refused() -> None:
    with pytest.raises(refusals.FileTooLarge):
        kind_of(b"%PDF-" + bytes(LARGEST * MEGABYTE) + b"%%EOF")


def test_only_documents_take_files(entries: dict[str, Entry], lan: User) -> None:
    with pytest.raises(refusals.TakesNoFiles):
        attach(entries["award"].id, PDF, by=lan, reach=ALL)


def test_within_reach_and_class_only(entries: dict[str, Entry], lan: User) -> None:
    made = attach(entries["document"].id, PDF, by=lan, reach=ALL)
    for other in (Reach(), reach(INTERNAL), reach(units=frozenset({uuid4()})), reach(role="auditor")):
        with pytest.raises(refusals.NoSuchFile):
            read_attachment(made.id, by=lan, reach=other)
        with pytest.raises(refusals.OutOfReach):
            attach(entries["document"].id, PDF, by=lan, reach=other)
        with pytest.raises(refusals.OutOfReach):
            detach(made.id, by=lan, reach=other)
    assert read_attachment(made.id, by=lan, reach=Reach(person=made.person_id)).content == PDF
    detach(made.id, by=lan, reach=ALL)
    assert not Attachment.objects.exists()


def document(person: Person, by: User, expires: date, remind: int | None) -> Entry:
    values = {"kind": "Chứng chỉ", "expires_on": expires.isoformat()}
    values |= {"remind_days": str(remind)} if remind is not None else {}
    return enter(Item(person=person.id, section="document", values=values), by=by, reach=ALL)


def test_documents_are_reminded_of_in_time(lan: User) -> None:
    person = make_person(Unit.objects.create())
    in_time = document(person, lan, today() + timedelta(days=20), 30)
    document(person, lan, today() + timedelta(days=40), 30)
    past = document(person, lan, today() - timedelta(days=1), None)
    document(person, lan, today() + timedelta(days=1), None)
    assert [one.entry for one in expiring(ALL, on=today())] == [past.id, in_time.id]
    assert expiring(reach(INTERNAL), on=today()) == []
    assert expiring(reach(units=frozenset({uuid4()})), on=today()) == []
