"""Dossiers on pages: what each may see, purposes, changes, two who mend one entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.undoing import undone
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.core.tests.staff import LAN, MAI, TAM
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, DAY, LATER
from tinhgon.people.models import Amendment, Entry
from tinhgon.people.tests.town import (
    NEW_WARD,
    NUMBER,
    Visit,
    ask,
    fill_dossier,
    make_town,
    merge_wards,
    visitor,
)
from tinhgon.register.models import Person

pytestmark = pytest.mark.django_db
DOSSIER = f"/people/{LAN}/"
PERSONAL, SENSITIVE = "0292 3 123 456", ("Khiển trách", NUMBER)


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), undone():
        fill_dossier(make_town()["lan"])
        yield


@pytest.fixture
def cast(town: None, db: None) -> dict[str, User]:
    return {one.username: one for one in User.objects.all()}


@pytest.fixture
def visit(cast: dict[str, User]) -> Visit:
    return visitor(cast)


def opened(cast: dict[str, User], who: str) -> Client:
    """Log in and state a purpose for Lan's dossier."""
    client = Client()
    client.force_login(cast[who])
    client.post(f"{DOSSIER}purpose/", {"purpose": "appointment"})
    return client


class TestReading:
    def test_before_a_purpose_is_stated_internal_fields_alone_are_open(self, visit: Visit) -> None:
        text = visit(DOSSIER).content.decode()

        assert "lan@cantho.gov.vn" in text
        assert "Sở Nội vụ cũ" in text
        assert PERSONAL not in text
        assert "Phần dữ liệu cá nhân của hồ sơ chưa mở" in text
        assert "Có mục ngoài quyền xem." not in text
        assert Event.objects.latest("id").classes == 1

    def test_who_states_a_purpose_sees_what_his_class_allows(self, cast: dict[str, User]) -> None:
        text = ask(opened(cast, "lan"), DOSSIER).content.decode()

        assert PERSONAL in text
        assert all(one in text for one in SENSITIVE)
        event = Event.objects.latest("id")
        assert (event.purpose, event.classes, event.subject) == ("appointment", 3, LAN)
        assert {"identity", "discipline"} <= set(event.what)

    def test_what_is_sealed_is_announced_without_its_name(self, cast: dict[str, User]) -> None:
        text = ask(opened(cast, "hung"), DOSSIER).content.decode()

        assert PERSONAL in text
        assert "Có mục ngoài quyền xem." in text
        assert not [one for one in (*SENSITIVE, "Số định danh", "Kỷ luật", "Khiển trách") if one in text]
        assert Event.objects.latest("id").classes == 2

    def test_a_reader_of_names_is_asked_for_no_purpose(self, cast: dict[str, User]) -> None:
        text = ask(opened(cast, "mai"), DOSSIER).content.decode()

        assert "lan@cantho.gov.vn" in text
        assert not [one for one in (*SENSITIVE, PERSONAL, "Mục đích", "Thay đổi của hồ sơ") if one in text]

    def test_out_of_reach_is_as_if_there_were_none(self, visit: Visit) -> None:
        for who, person in (("tam", MAI), ("tam", TAM), ("khach", LAN)):
            for page in ("", "name/", "sections/award/new/"):
                assert visit(f"/people/{person}/{page}", who=who).status_code == 404

    def test_a_purpose_that_is_none_opens_nothing(self, cast: dict[str, User], visit: Visit) -> None:
        visit(f"{DOSSIER}purpose/", purpose="own")
        visit(f"{DOSSIER}purpose/", purpose="because")

        assert PERSONAL not in visit(DOSSIER).content.decode()

    def test_before_and_after_are_opened_by_class_sensitive_alone(self, cast: dict[str, User]) -> None:
        entry = Entry.objects.get(person=LAN, section="education")
        client = opened(cast, "lan")
        client.post(f"{DOSSIER}entries/{entry.pk}/", {"degree": "master", "major": "Luật", "revision": "1"})

        shut, open_ = (ask(client, address).content.decode() for address in (DOSSIER, f"{DOSSIER}?opened=1"))
        assert "<del>" not in shut
        assert "<del>Đại học</del> → <ins>Thạc sĩ</ins>" in open_
        assert "<del>" not in ask(opened(cast, "hung"), f"{DOSSIER}?opened=1").content.decode()

    def test_one_reads_his_own_and_who_read_it(self, cast: dict[str, User]) -> None:
        ask(opened(cast, "hung"), DOSSIER)
        cast["khach"].person_id = LAN
        cast["khach"].save()
        visit = visitor(cast)

        own = visit("/me/dossier/", who="khach").content.decode()
        assert NUMBER in own
        assert Event.objects.latest("id").purpose == "own"
        readers = visit("/me/dossier/readers/", who="khach").content.decode()
        assert "hung" in readers
        assert "Bổ nhiệm, điều động, luân chuyển" in readers
        assert visit("/me/dossier/", who="mai").status_code == 404
        assert visit(f"/people/{MAI}/", who="khach").status_code == 404


class TestCareer:
    def test_a_merger_that_led_the_post_along_is_a_step_of_its_own(self, visit: Visit) -> None:
        merge_wards()

        steps = visit(f"{DOSSIER}?on={LATER}").context["steps"]
        (merger,) = [one for one in steps if one.is_major and "sáp nhập" in one.title]

        assert f"Phường Cái Khế → {NEW_WARD}" in merger.title
        assert (str(merger.day), merger.is_current) == (f"{DAY:%d/%m/%Y}", True)
        assert merger.source_url.startswith("/decisions/")
        assert [str(one.day) for one in steps if one.tag == "Quá trình trước khi lập sổ"] == ["2004"]

    def test_steps_after_the_day_in_view_say_so(self, visit: Visit) -> None:
        merge_wards()
        page = visit(f"{DOSSIER}?on=2012-01-01").context

        assert [one["unit"] for one in page["held"]] == ["Phường Cái Khế"]
        assert [one.is_future for one in page["steps"] if "sáp nhập" in one.title] == [True]

    def test_other_days_are_folded(self, visit: Visit) -> None:
        (section,) = [
            one
            for one in visit(f"{DOSSIER}?on=2012-01-01").context["sections"]
            if one.section.code == "history"
        ]

        assert (len(section.entries), len(section.others)) == (0, 1)


class TestWriting:
    def test_an_entry_is_added_by_the_form_of_its_section(self, cast: dict[str, User]) -> None:
        client = opened(cast, "hung")
        answer = client.post(f"{DOSSIER}sections/training/new/", {
            "kind": "", "course": "Quản lý nhà nước", "since": "13/2020", "until": "",
        })  # fmt: skip
        assert answer.status_code == 422
        assert {"kind", "since"} <= set(answer.context["form"].errors)
        kind = answer.context["form"].fields["kind"].choices[1][0]
        client.post(f"{DOSSIER}sections/training/new/", {"kind": kind, "course": "Quản lý", "since": "2020"})

        entry = Entry.objects.get(section="training")
        assert (entry.since_precision, entry.data["course"]) == ("year", "Quản lý")
        assert "đồng bộ trước" in ask(client, DOSSIER).content.decode()
        assert Event.objects.filter(act="change", subject=LAN, what=["training"]).count() == 1

    def test_what_is_held_is_mended_not_asked_for_again(self, cast: dict[str, User]) -> None:
        client = opened(cast, "hung")
        entry = Entry.objects.get(section="identity")

        answer = client.get(f"{DOSSIER}sections/identity/new/")
        assert answer["Location"] == f"{DOSSIER}entries/{entry.pk}/"
        form = client.get(answer["Location"]).context["form"]
        assert (form.initial["phone"], "national_id" in form.fields) == (PERSONAL, False)

    def test_the_slower_of_two_sees_both(self, cast: dict[str, User]) -> None:
        entry = Entry.objects.get(section="education")
        address = f"{DOSSIER}entries/{entry.pk}/"
        fast, slow = opened(cast, "lan"), opened(cast, "hung")
        written = {"degree": "bachelor", "revision": "1"}
        fast.post(address, {**written, "major": "Kinh tế"})
        answer = slow.post(address, {**written, "major": "Sử"})

        text = answer.content.decode()
        assert answer.status_code == 409
        assert Event.objects.filter(act="read", actor=cast["hung"].pk, route="people:entry").count() == 1
        assert "Kinh tế" in text
        assert 'value="Sử"' in text
        assert Entry.objects.get(pk=entry.pk).data["major"] == "Kinh tế"
        again = slow.post(address, {"degree": "bachelor", "major": "Sử", "revision": "2"})
        assert again.status_code == 302
        assert Entry.objects.get(pk=entry.pk).data["major"] == "Sử"

    def test_an_entry_is_taken_out_when_that_is_confirmed(self, cast: dict[str, User]) -> None:
        entry = Entry.objects.get(section="history")
        client, address = opened(cast, "hung"), f"{DOSSIER}entries/{entry.pk}/remove/"
        assert "Sở Nội vụ cũ" in client.get(address).content.decode()
        client.post(address, {"revision": "7"})
        assert Entry.objects.filter(pk=entry.pk).exists()
        client.post(address, {"revision": "1"})
        assert not Entry.objects.filter(pk=entry.pk).exists()

    def test_no_form_opens_before_a_purpose_is_stated(self, cast: dict[str, User], visit: Visit) -> None:
        entry = Entry.objects.get(section="identity")
        for page in (f"entries/{entry.pk}/", f"entries/{entry.pk}/remove/", "sections/identity/new/"):
            answer = visit(f"{DOSSIER}{page}", who="hung")
            assert (answer.status_code, answer["Location"]) == (302, DOSSIER)
            assert visit(f"{DOSSIER}{page}", who="hung", revision="9")["Location"] == DOSSIER
        assert not Event.objects.filter(actor=cast["hung"].pk, classes__gte=2).exists()

    def test_ones_own_file_is_written_by_others(self, cast: dict[str, User]) -> None:
        entry = Entry.objects.get(section="education")
        cast["hung"].person_id = LAN
        cast["hung"].save()
        client, address = opened(cast, "hung"), f"{DOSSIER}entries/{entry.pk}/"
        answer = client.post(address, {"degree": "doctor", "major": "Luật", "revision": "1"})
        assert answer.status_code == 400
        assert "tự ghi hồ sơ của mình" in answer.content.decode()
        client.post(f"{DOSSIER}name/", {"name": "Trần Lân", "revision": "1"})
        assert Person.objects.get(pk=LAN).name == "Trần Thị Lan"

    def test_an_entry_of_somebody_else_is_not_there(self, cast: dict[str, User]) -> None:
        entry = Entry.objects.get(section="history")

        client = opened(cast, "hung")
        client.post(f"/people/{MAI}/purpose/", {"purpose": "upkeep"})
        assert client.get(f"/people/{MAI}/entries/{entry.pk}/").status_code == 404

    def test_a_name_is_mended(self, cast: dict[str, User]) -> None:
        client = opened(cast, "hung")
        assert client.post(f"{DOSSIER}name/", {"name": "Trần 2", "revision": "1"}).status_code == 422
        client.post(f"{DOSSIER}name/", {"name": "Trần Thị Lân", "born": "03/1985", "revision": "1"})

        person = Person.objects.get(pk=LAN)
        assert (person.name, person.born_precision, person.name_folded) == (
            "Trần Thị Lân",
            "month",
            "tran thi lan",
        )
        stale = client.post(f"{DOSSIER}name/", {"name": "Trần Lan", "revision": "1"})
        assert (stale.status_code, stale.context["form"].data["revision"]) == (422, "2")


class TestOpening:
    FACTS = {"name": "Tran Thi Lan", "sex": "female", "born": "1985", "home": "Cái Khế",
             "home-chosen": f"{CAI_KHE} Cái Khế"}  # fmt: skip

    def test_likely_doubles_are_shown_first(self, cast: dict[str, User]) -> None:
        client = opened(cast, "hung")
        answer = client.post("/people/new/", self.FACTS)
        assert "Trần Thị Lan" in answer.content.decode()
        assert Person.objects.count() == 4
        client.post("/people/new/", {**self.FACTS, "sure": "1"})
        made = Person.objects.get(name="Tran Thi Lan")
        assert (made.home_id, Amendment.objects.get(person=made).act) == (CAI_KHE, "opened")

    @pytest.mark.parametrize("factor", ["off", "required"])
    def test_among_made_up_people_the_form_says_what_a_new_file_will_be(
        self, factor: str, cast: dict[str, User], settings: Any
    ) -> None:
        Person.objects.update(illustrative=True)
        settings.SECOND_FACTOR = factor
        client = opened(cast, "hung")

        form = client.get("/people/new/").content.decode()
        assert ("hồ sơ mới cũng mang dấu MINH HỌA" in form) is (factor == "off")
        assert ("là của người thật, không mang dấu" in form) is (factor == "required")
        client.post("/people/new/", {**self.FACTS, "sure": "1"})
        assert Person.objects.get(name="Tran Thi Lan").illustrative is (factor == "off")

    def test_among_real_people_the_form_says_nothing_of_it(self, cast: dict[str, User]) -> None:
        assert "MINH HỌA" not in opened(cast, "hung").get("/people/new/").content.decode()

    def test_doubles_out_of_reach_are_not_told_of(self, cast: dict[str, User]) -> None:
        answer = opened(cast, "tam").post("/people/new/", {**self.FACTS, "name": "Phạm Mai"})

        assert answer.status_code == 302

    def test_a_number_of_another_file_is_refused_without_telling_whose(self, cast: dict[str, User]) -> None:
        answer = opened(cast, "lan").post(
            "/people/new/", {**self.FACTS, "name": "Lý Văn An", "national_id": NUMBER}
        )

        text = answer.content.decode()
        assert "Số định danh này đã là số của một hồ sơ khác" in text
        assert "Trần Thị Lan" not in text
        assert not Person.objects.filter(name="Lý Văn An").exists()

    def test_nobody_opens_files_where_he_does_not_reach(self, cast: dict[str, User]) -> None:
        facts = {**self.FACTS, "name": "Lý Văn An", "home": "An Hòa", "home-chosen": f"{AN_HOA} An Hòa"}
        answer = opened(cast, "tam").post("/people/new/", facts)

        assert "home" in answer.context["form"].errors
        assert "national_id" not in answer.context["form"].fields
