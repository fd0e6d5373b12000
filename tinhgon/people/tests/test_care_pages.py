"""Pages of campaigns, papers, files, erasure, retention and synchronisation, each with the known cast."""

from __future__ import annotations

import time
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.cast import make_cast
from tinhgon.access.actions import make_user
from tinhgon.access.actions.demo import Demo, play
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.core.policy import Policy
from tinhgon.core.reach import INTERNAL, PERSONAL, SENSITIVE
from tinhgon.people import care_urls
from tinhgon.people.models import Attachment, Campaign, Entry, ErasureRequest, Proposal, SubjectRequest
from tinhgon.people.tests.files import NUMBER, account_of, fill, make_person, running
from tinhgon.register.models import Person, Unit

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF\n"
OFFICERS = ("campaigns", "campaign_new", "reminders", "requests", "synchronisation")


@pytest.fixture(autouse=True)
def _password_alone(settings: Any) -> None:
    """Second factors have tests of their own; all people here are made up."""
    settings.SECOND_FACTOR = "off"


@pytest.fixture
def home() -> Unit:
    return Unit.objects.create()


@pytest.fixture
def cast(home: Unit) -> dict[str, User]:
    return make_cast(area=[home.id])


@pytest.fixture
def person(home: Unit, cast: dict[str, User]) -> Person:
    return make_person(home)


@pytest.fixture
def entries(person: Person, cast: dict[str, User]) -> dict[str, Entry]:
    return fill(person, cast["lan"])


@pytest.fixture
def binh(person: Person) -> User:
    return account_of(person)


def of(user: User, *, ago: float = 0) -> Client:
    """Log somebody in who has shown who he is just now, or seconds ago."""
    client = Client()
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time() - ago}]
    session.save()
    return client


def test_every_address_declares_what_it_asks() -> None:
    assert [
        one.name
        for one in care_urls.urlpatterns
        if not isinstance(getattr(one.callback, "policy", None), Policy)
    ] == []


@pytest.mark.parametrize("page", [*OFFICERS, "retention", "erasures"])
@pytest.mark.parametrize("who", ["khach", "nga", "quy"])
def test_who_keeps_no_files_sees_no_page(page: str, who: str, cast: dict[str, User]) -> None:
    assert of(cast[who]).get(reverse(f"care:{page}")).status_code == 404


@pytest.mark.parametrize("page", OFFICERS)
def test_officers_see_them(page: str, cast: dict[str, User], entries: dict[str, Entry]) -> None:
    for who in ("lan", "hung", "tam"):
        assert of(cast[who]).get(reverse(f"care:{page}")).status_code == 200


def test_pages_that_show_made_up_people_say_so(
    person: Person, entries: dict[str, Entry], cast: dict[str, User], binh: User
) -> None:
    day = date(2026, 1, 5)
    SubjectRequest.objects.create(
        person=person, kind="view", received_on=day, acknowledge_by=day, due_on=day
    )  # fmt: skip
    ErasureRequest.objects.create(person=person, basis="Đơn", reason="Yêu cầu", requested_by=cast["lan"])
    officer, own = of(cast["lan"]), of(binh)
    alone = [reverse(f"care:{page}", args=[person.pk]) for page in ("papers", "request_new", "erasure")]
    lists = [reverse(f"care:{page}") for page in ("requests", "erasures")]
    pages = [officer.get(page) for page in (*alone, *lists)] + [own.get(reverse("care:update"))]

    assert [page.status_code for page in pages] == [200] * 6
    assert ["MINH HỌA</b>" in page.content.decode() for page in pages] == [True] * 6


@pytest.mark.parametrize("page", ["retention", "erasures"])
def test_only_who_may_erase_sees_erasure(page: str, cast: dict[str, User]) -> None:
    assert of(cast["lan"]).get(reverse(f"care:{page}")).status_code == 200
    assert of(cast["hung"]).get(reverse(f"care:{page}")).status_code == 404


def test_a_campaign_from_opening_to_confirmation(
    cast: dict[str, User], entries: dict[str, Entry], binh: User
) -> None:
    answer = of(cast["hung"]).post(reverse("care:campaign_new"), {
        "title": "Rà soát", "since": "01/01/2026", "last": "31/12/2099", "fields_open": ["identity.phone"],
    })  # fmt: skip
    assert answer.status_code == 302
    campaign, entry = Campaign.objects.get(), entries["identity"]
    own = of(binh)
    assert "0292 3 123 456" in own.get(reverse("care:update")).content.decode()
    address = reverse("care:wish", args=[campaign.pk, "identity", entry.id])
    assert "không đúng" not in own.get(address).content.decode()
    refused = own.post(address, {"phone": "x"})
    assert refused.status_code == 200
    assert "số điện thoại" in refused.content.decode()
    assert own.post(address, {"phone": "0292 3 555 555"}).status_code == 302
    proposal = Proposal.objects.get()
    page = of(cast["tam"]).get(reverse("care:campaign", args=[campaign.pk])).content.decode()
    assert "0292 3 123 456" in page
    assert "0292 3 555 555" in page
    decision = {"act": "confirm", "revision": "1"}
    assert of(cast["khach"]).post(reverse("care:proposal", args=[proposal.id]), decision).status_code == 404
    assert of(cast["mai"]).post(reverse("care:proposal", args=[proposal.id]), decision).status_code == 404
    of(cast["tam"]).post(reverse("care:proposal", args=[proposal.id]), decision)
    entry.refresh_from_db()
    assert entry.data["phone"] == "0292 3 555 555"


def test_a_clerk_of_another_unit_sees_no_proposal(cast: dict[str, User], home: Unit) -> None:
    other = make_person(Unit.objects.create(), "Trần Văn An")
    entry = fill(other, cast["lan"])["identity"]
    campaign = running(cast["lan"])
    client = of(account_of(other, "an"))
    client.post(reverse("care:wish", args=[campaign.pk, "identity", entry.id]), {"phone": "0292 3 555 555"})
    assert Proposal.objects.exists()
    assert (
        "Trần Văn An"
        not in of(cast["tam"]).get(reverse("care:campaign", args=[campaign.pk])).content.decode()
    )


def test_own_pages_need_an_own_file(cast: dict[str, User]) -> None:
    assert of(cast["khach"]).get(reverse("care:update")).status_code == 404


@pytest.mark.parametrize("name", ["form", "held"])
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_papers(
    name: str, kind: str, person: Person, entries: dict[str, Entry], cast: dict[str, User], binh: User
) -> None:
    address = reverse(f"care:{name}", args=[person.id, kind])
    for user in (cast["lan"], cast["tam"], binh):
        answer = of(user).get(address)
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert "no-store" in answer["Cache-Control"]
    assert of(cast["khach"]).get(address).status_code == 404
    assert of(cast["mai"]).get(address).status_code == 404
    acts = set(Event.objects.filter(subject=person.id).values_list("act", "purpose"))
    act = "print" if name == "form" else "export"
    assert acts >= {(act, "own"), (act, "subject_request")}


def test_everything_as_json_after_showing_who_one_is(
    person: Person, entries: dict[str, Entry], binh: User
) -> None:
    address = reverse("care:held", args=[person.id, "json"])
    assert of(binh, ago=7200).get(address).status_code == 302
    assert NUMBER in of(binh).get(address).content.decode()
    assert of(binh).get(reverse("care:held", args=[person.id, "exe"])).status_code == 404


def test_files(entries: dict[str, Entry], cast: dict[str, User], binh: User) -> None:
    address = reverse("care:files", args=[entries["document"].id])
    client = of(cast["tam"])
    client.post(address, {"file": SimpleUploadedFile("Nguyễn Thị Bình.exe", PDF)})
    file = Attachment.objects.get()
    page = client.get(address).content.decode()
    assert "Bình.exe" not in page
    assert Event.objects.get(act="read", actor=cast["tam"].pk).what == ["document"]
    download = reverse("care:download", args=[file.id])
    for user in (cast["tam"], binh):
        answer = of(user).get(download)
        assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]
        assert answer["Content-Disposition"].startswith("attachment")
    for who in ("khach", "mai", "nga"):
        assert of(cast[who]).get(download).status_code in (400, 404)
        assert of(cast[who]).get(address).status_code == 404
    client.post(address, {"file": SimpleUploadedFile("a.pdf", b"MZ not a pdf")})
    client.post(reverse("care:file_remove", args=[file.id]))
    assert not Attachment.objects.exists()


def test_erasure_by_two(person: Person, entries: dict[str, Entry], cast: dict[str, User]) -> None:
    second = make_second(cast["lan"])
    lan, address = of(cast["lan"]), reverse("care:erasure", args=[person.id])
    assert of(cast["hung"]).get(address).status_code == 404
    assert lan.get(address).status_code == 200
    lan.post(reverse("care:hold", args=[person.id]), {"act": "set", "reason": "Thanh tra"})
    lan.post(address, {"basis": "Luật 91/2025/QH15", "reason": "Theo yêu cầu"})
    assert not ErasureRequest.objects.exists()
    lan.post(reverse("care:hold", args=[person.id]), {"act": "lift"})
    lan.post(address, {"basis": "Luật 91/2025/QH15", "reason": "Theo yêu cầu"})
    asked = ErasureRequest.objects.get()
    decide = reverse("care:erasure_decide", args=[asked.pk])
    lan.post(decide, {"act": "confirm"})
    assert Person.objects.get(pk=person.id).erased_at is None
    of(second).post(decide, {"act": "confirm"})
    assert Person.objects.get(pk=person.id).erased_at is not None
    assert "Bình" not in of(second).get(reverse("care:erasures")).content.decode()
    assert lan.get(reverse("care:papers", args=[person.id])).status_code == 404


def test_a_request_from_receipt_to_answer(person: Person, cast: dict[str, User]) -> None:
    tam, address = of(cast["tam"]), reverse("care:request_new", args=[person.id])
    assert of(cast["khach"]).get(address).status_code == 404
    assert tam.post(address, {"kind": "delete", "on": "20/11/2026"}).status_code == 302
    asked = SubjectRequest.objects.get()
    assert (asked.acknowledge_by, asked.due_on) == (date(2026, 11, 24), date(2026, 12, 10))
    act = reverse("care:request", args=[asked.pk])
    for posted in (
        {"act": "acknowledge"},
        {"act": "extend", "text": "Hồ sơ giấy"},
        {"act": "extend", "text": "Nữa"},
    ):
        tam.post(act, posted)
    asked.refresh_from_db()
    assert (asked.due_on, asked.extended_why) == (date(2026, 12, 30), "Hồ sơ giấy")
    tam.post(act, {"act": "answer", "text": ""})
    asked.refresh_from_db()
    assert asked.done_on is None
    tam.post(act, {"act": "answer", "text": "Đã trả lời"})
    asked.refresh_from_db()
    assert asked.done_on is not None
    assert "Đã trả lời" in tam.get(reverse("care:requests")).content.decode()


def test_synchronisation(
    person: Person, entries: dict[str, Entry], cast: dict[str, User], home: Unit
) -> None:
    packet, mark = reverse("care:packet", args=[home.id]), reverse("care:mark", args=[home.id])
    answer = of(cast["tam"]).get(packet)
    assert answer.status_code == 200
    assert NUMBER not in answer.content.decode()
    assert of(cast["khach"]).get(packet).status_code == 404
    assert of(cast["tam"]).get(reverse("care:packet", args=[UUID(int=1)])).status_code == 404
    of(cast["tam"]).post(mark, {"up_to": str(answer.json()["up_to"])})
    assert answer.json()["people"][0]["person"] == str(person.id)
    assert of(cast["tam"]).get(packet).json()["people"] == []


def make_second(first: User) -> User:
    """Make another signer who sees everything."""
    second = make_user(username="hai", password="mật khẩu của bài kiểm thử", name="Người Thứ Hai")
    play(second, Demo("Người Thứ Hai", "signer", 3))
    return second


def test_a_list_of_reminders_stands_in_the_record_of_each_file(
    person: Person, entries: dict[str, Entry], cast: dict[str, User]
) -> None:
    of(cast["tam"]).get(reverse("care:reminders"))
    told = Event.objects.filter(subject=person.id, act="list").values_list("actor", "classes", "purpose")
    assert list(told) == [(cast["tam"].pk, PERSONAL, "upkeep")]


def test_a_packet_stands_in_the_record_of_each_file(
    person: Person, home: Unit, entries: dict[str, Entry], cast: dict[str, User]
) -> None:
    of(cast["tam"]).get(reverse("care:packet", args=[home.id]))
    told = Event.objects.filter(subject=person.id, act="export").values_list("actor", "what")
    assert list(told) == [(cast["tam"].pk, ["synchronisation"])]


def test_what_may_be_read_and_not_exported_stands_in_no_paper(
    person: Person, entries: dict[str, Entry], cast: dict[str, User]
) -> None:
    """Mai reads all of it; as a clerk she may let out what is internal."""
    play(cast["mai"], Demo("Lê Thị Mai", "reader", SENSITIVE))
    play(cast["mai"], Demo("Lê Thị Mai", "clerk", INTERNAL))
    answer = of(cast["mai"]).get(reverse("care:form", args=[person.id, "docx"]))
    assert NUMBER not in text_of(answer.content)
    assert "0292 3 123 456" not in text_of(answer.content)
    assert Event.objects.get(subject=person.id, act="print").classes == INTERNAL
    assert NUMBER not in of(cast["mai"]).get(reverse("care:held", args=[person.id, "json"])).content.decode()


def test_a_file_of_ones_own_is_read_for_oneself(entries: dict[str, Entry], cast: dict[str, User]) -> None:
    address = reverse("care:files", args=[entries["document"].id])
    of(cast["tam"]).post(address, {"file": SimpleUploadedFile("a.pdf", PDF)})
    cast["hung"].person = entries["document"].person
    cast["hung"].save()
    of(cast["hung"]).get(reverse("care:download", args=[Attachment.objects.get().id]))
    told = Event.objects.filter(act="read", actor=cast["hung"].pk)
    assert list(told.values_list("purpose", flat=True)) == ["own"]
    of(cast["hung"]).post(address, {"file": SimpleUploadedFile("b.pdf", PDF)})
    assert Attachment.objects.count() == 1


def text_of(document: bytes) -> str:
    with ZipFile(BytesIO(document)) as parts:
        return parts.read("word/document.xml").decode()
