"""A messy workbook on its way: faults, error workbook, mended, previewed, confirmed, checked, signed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from tests.cast import make_cast
from tinhgon import vault
from tinhgon.access import queries
from tinhgon.access.models import Grant, User
from tinhgon.audit.models import Event
from tinhgon.core.periods import Period
from tinhgon.core.reach import SENSITIVE
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, TRA_AN
from tinhgon.exchange.imports import actions
from tinhgon.exchange.imports.preparing import prepare
from tinhgon.exchange.models import Import
from tinhgon.exchange.tests.workbooks import cells, rewritten, workbook
from tinhgon.people.models import Entry
from tinhgon.register.actions import check, sign
from tinhgon.register.models import Appointment, Decision, Person
from tinhgon.register.tests.factories import next_moment
from tinhgon.register.tests.staffed import clerk_of, staff_town

pytestmark = pytest.mark.django_db
CANARY = "092085004242"
PEOPLE = [
    ["", "Ủy ban nhân dân phường"],
    ["DANH SÁCH CÁN BỘ", "Biểu 3"],
    ["STT", "CCCD", "Họ và tên", "Đơn vị công tác", "Năm sinh", "Giới tính", "Ngạch", "Hệ số lương"],
    [1, 92085004242, "Nguyễn  Thị   Bình", "P. Cái Khế", "1985", "Nữ", "Chuyên viên", "3,33"],
    [2, "092090000001", "TRẦN VĂN AN", "phuong cai khe", "31/02/1990", "nam", "", ""],
    [3, "092090000001", "Lê Thị Cúc", "Phòng Nội vụ quận Ninh Kieu", "02/1991", "nữ", "", ""],
]  # fmt: skip
HEAD = {
    "type": "QĐ", "number": "12/QĐ-UBND", "issuer": "UBND thành phố", "issued_on": "01/06/2011",
    "title": "Về việc bổ nhiệm", "source": "act",
}  # fmt: skip


@pytest.fixture
def cast(settings: Any) -> dict[str, User]:
    settings.SECOND_FACTOR = "off"
    staff_town()
    Person.objects.update(illustrative=True)
    return make_cast({CAI_KHE})


@pytest.fixture
def client_of(cast: dict[str, User]) -> Callable[[str], Client]:
    def open_client(username: str) -> Client:
        client = Client()
        client.force_login(cast[username])
        return client

    return open_client


@pytest.fixture
def lan(client_of: Callable[[str], Client]) -> Client:
    return client_of("lan")


def send(client: Client, content: bytes, *, kind: str = "people", on: str = "01/06/2011") -> Any:
    file = SimpleUploadedFile("danh sách.xlsx", content)
    return client.post("/imports/", {"kind": kind, "on": on, "file": file})


def sent(client: Client, content: bytes, **how: Any) -> str:
    answer = send(client, content, **how)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def mended(content: bytes) -> bytes:
    """Mend the faults of the messy list as an official does, in the error workbook itself."""
    rows = cells(content)
    header = next(number for number, row in enumerate(rows) if "CCCD" in row)
    places = {title: place for place, title in enumerate(rows[header])}
    rows[header + 2][places["Năm sinh"]] = "28/02/1990"
    rows[header + 3][places["CCCD"]] = "092091000002"
    rows[header + 3][places["Đơn vị công tác"]] = "Phường An Hòa"
    return rewritten(rows)


def appointments(*rows: list[Any]) -> bytes:
    titles = ["Số CCCD", "Họ và tên", "Đơn vị", "Chức danh", "Từ ngày", "Thời hạn đến"]
    return workbook(titles, *rows)


class TestTheWholeWay:
    def test_from_a_messy_list_to_an_appointment_that_holds_from_its_day(self, lan: Client) -> None:
        place = sent(lan, rewritten(PEOPLE))
        page = lan.get(place).content.decode()
        for cell in ("E5", "D6", "B6"):
            assert f"<b>{cell}</b>" in page
        assert "31/02/1990" in page
        assert Person.objects.count() == 4  # nothing is kept
        book = lan.get(f"{place}errors.xlsx")
        assert book.status_code == 200

        place = sent(lan, mended(book.content))
        page = lan.get(place).content.decode()
        assert "không có lỗi" in page
        assert "Nguyễn Thị Bình" in page
        assert "Trần Văn An" in page
        answer = lan.post(place, HEAD)
        assert answer.status_code == 302, answer.content.decode()
        bình = Person.objects.get(name="Nguyễn Thị Bình")
        assert (bình.home_id, bình.born_precision, bình.sex) == (CAI_KHE, "year", "female")
        assert Person.objects.get(name="Lê Thị Cúc").home_id == AN_HOA

        place = sent(
            lan, appointments([CANARY, "Nguyễn Thị Bình", "31117", "Chuyên viên", "15/06/2011"]),
            kind="appointments",
        )  # fmt: skip
        assert lan.post(place, HEAD | {"number": "13/QĐ-UBND"}).status_code == 302
        draft = Decision.objects.get(number="13/QĐ-UBND")
        assert draft.effective_on == date(2011, 6, 15)
        check(decision=draft)
        sign(decision=Decision.objects.get(pk=draft.pk), actor=None, at=next_moment())
        assert Appointment.objects.on(date(2011, 6, 15)).filter(person=bình).exists()
        assert not Appointment.objects.on(date(2011, 6, 14)).filter(person=bình).exists()

    def test_done_twice_it_changes_nothing_and_says_so(self, lan: Client) -> None:
        content = workbook(PEOPLE[2], PEOPLE[3])
        lan.post(sent(lan, content), HEAD)
        again = sent(lan, content)
        assert "Không ghi gì lần thứ hai" in lan.get(again).content.decode()
        assert lan.post(again, HEAD | {"number": "99/QĐ-UBND"}).status_code == 422
        (draft,) = Decision.objects.exclude(state="signed")
        check(decision=draft)
        sign(decision=Decision.objects.get(pk=draft.pk), actor=None, at=next_moment())
        # The same list, saved anew: other bytes, the same rows.
        third = sent(lan, workbook(PEOPLE[2], PEOPLE[3], above=["Bản mới"]))
        assert "Mọi dòng đã đúng như trong sổ" in lan.get(third).content.decode()
        assert Person.objects.count() == 5

    def test_a_known_number_is_the_same_person_and_only_what_differs_is_written(self, lan: Client) -> None:
        lan.post(sent(lan, workbook(PEOPLE[2][:6], PEOPLE[3][:6])), {})
        titles = ["CCCD", "Họ và tên", "Đơn vị", "Ngày sinh", "Dân tộc"]
        row = [CANARY, "Nguyễn Thị Bình An", "31117", "12/05/1985", "Khmer"]
        place = sent(lan, workbook(titles, row))
        page = lan.get(place).content.decode()
        assert "<b>12/05/1985</b>" in page
        assert "Khmer" not in page
        assert lan.post(place, {}).status_code == 302
        (person,) = Person.objects.filter(name__startswith="Nguyễn Thị Bình")
        assert (person.name, person.born, person.sex) == ("Nguyễn Thị Bình An", date(1985, 5, 12), "female")
        assert Event.objects.filter(act="change", subject=person.id).exists()

    def test_several_days_become_several_drafts(self, lan: Client) -> None:
        titles = ["Đơn vị", "Loại biên chế", "Biên chế", "Từ ngày"]
        content = workbook(
            titles, ["31120", "Công chức", 5, "01/02/2011"], ["31120", "Công chức", 6, "01/03/2011"]
        )
        place = sent(lan, content, kind="quotas")
        assert "thành 2 dự thảo" in lan.get(place).content.decode()
        lan.post(place, HEAD)
        drafts = Decision.objects.exclude(state="signed").order_by("effective_on")
        assert [one.number for one in drafts] == [
            "12/QĐ-UBND (từ 01/02/2011)", "12/QĐ-UBND (từ 01/03/2011)",
        ]  # fmt: skip
        assert lan.get(place).content.decode().count("12/QĐ-UBND (từ") == 2


class TestAllOrNothing:
    def test_a_fault_in_the_last_row_leaves_nothing(self, lan: Client) -> None:
        rows = [[f"09209900{n:04}", "Võ Văn Ba", "31117", "1990"] for n in range(30)]
        rows.append(["092099999999", "Võ Văn Bốn", "Nơi nào đó", "1990"])
        place = sent(lan, workbook(["CCCD", "Họ và tên", "Đơn vị", "Năm sinh"], *rows))
        assert lan.post(place, HEAD).status_code == 422
        assert (Person.objects.count(), Entry.objects.count()) == (4, 0)

    def test_a_head_that_is_taken_takes_the_dossiers_back_too(self, lan: Client) -> None:
        lan.post(sent(lan, workbook(PEOPLE[2], PEOPLE[3])), HEAD)
        other = [4, "092090000009", "Võ Văn Ba", "31117", "1990", "Nam", "Cán sự", ""]
        place = sent(lan, workbook(PEOPLE[2], other))
        answer = lan.post(place, HEAD)
        assert answer.status_code == 422
        assert "Đã có văn bản cùng số" in answer.content.decode()
        assert not Person.objects.filter(name="Võ Văn Ba").exists()
        assert Import.objects.get(pk=place.split("/")[2]).state == "waiting"

    def test_a_number_of_a_file_out_of_reach_is_told_at_its_row(self, lan: Client, cast: Any) -> None:
        lan.post(sent(lan, workbook(PEOPLE[2][:6], PEOPLE[3][:6])), {})
        clerk = clerk_of(TRA_AN)
        Grant.objects.create(
            user=clerk, role="clerk", unit_id=TRA_AN, field_class=SENSITIVE, reason="thử",
            valid=Period(date(2000, 1, 1)),
        )  # fmt: skip
        reach, before = queries.enter(clerk.pk, on=timezone.localdate())
        row = [1, CANARY, "Nguyễn Thị Bình", "31174", "1985", "Nữ"]
        found = prepare(workbook(PEOPLE[2][:6], row), kind="people", on=date(2011, 6, 1), reach=reach)
        queries.leave(before)
        assert [(fault.cell, fault.reason.code) for fault in found.faults] == [("B2", "NumberElsewhere")]


class TestWhoMay:
    @pytest.mark.parametrize(
        "path", ["/imports/", "/imports/templates/units.xlsx", f"/imports/{UUID(int=1)}/"]
    )
    @pytest.mark.parametrize("who", ["khach", "mai", "nga"])
    def test_there_is_no_such_page_for_others(
        self, client_of: Callable[[str], Client], path: str, who: str
    ) -> None:
        assert client_of(who).get(path).status_code == 404

    def test_an_import_is_its_senders_alone(self, lan: Client, client_of: Callable[[str], Client]) -> None:
        place = sent(lan, rewritten(PEOPLE))
        hung = client_of("hung")
        for path in (place, f"{place}errors.xlsx"):
            assert hung.get(path).status_code == 404
        assert hung.post(f"{place}discard/").status_code == 404

    def test_a_clerk_of_one_unit_does_not_find_another(self, client_of: Callable[[str], Client]) -> None:
        content = workbook(["Đơn vị", "Loại biên chế", "Biên chế"], ["31120", "Công chức", 2])
        page = client_of("tam").get(sent(client_of("tam"), content, kind="quotas")).content.decode()
        assert "Không có đơn vị “31120”" in page
        assert "An Hòa" not in page

    def test_who_may_not_write_what_is_sealed_imports_no_people(
        self, client_of: Callable[[str], Client]
    ) -> None:
        answer = send(client_of("hung"), rewritten(PEOPLE))
        assert answer.status_code == 200
        assert "không được nhập loại tệp này" in answer.content.decode()


class TestSecrets:
    def test_a_number_lies_nowhere_open(
        self, lan: Client, django_capture_on_commit_callbacks: Any, caplog: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            place = sent(lan, rewritten([*PEOPLE[2:4]]))
            assert dumped(CANARY, "92085004242") == []
            page = lan.get(place).content.decode()
            assert CANARY not in page
            assert lan.post(place, HEAD).status_code == 302
        assert dumped(CANARY, "92085004242") == []
        assert "register_person" in dumped("Nguyễn Thị Bình")  # what does lie open is found
        assert CANARY not in caplog.text

    @pytest.mark.parametrize("how", ["confirm", "discard", "forget"])
    def test_the_key_of_a_file_goes_when_it_is_done_with(
        self, lan: Client, how: str, django_capture_on_commit_callbacks: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            place = sent(lan, rewritten([*PEOPLE[2:4]]))
            pk = UUID(place.split("/")[2])
            if how == "confirm":
                lan.post(place, HEAD)
            elif how == "discard":
                lan.post(f"{place}discard/")
            else:
                actions.forget(before=timezone.now() + timedelta(seconds=1))
        assert Import.objects.get(pk=pk).sealed is None
        assert pk in vault.erased([pk])

    def test_every_step_is_on_record(self, lan: Client, cast: dict[str, User]) -> None:
        place = sent(lan, rewritten([*PEOPLE[2:4]]))
        lan.get(place)
        lan.post(place, HEAD)
        events = Event.objects.filter(act="import", actor=cast["lan"].pk).order_by("id")
        assert [event.what[1] for event in events] == ["send", "preview", "confirm"]


class TestFiles:
    @pytest.mark.parametrize("kind", ["units", "posts", "quotas", "people", "appointments"])
    def test_a_template_is_read_and_its_example_is_not(self, lan: Client, kind: str) -> None:
        book = lan.get(f"/imports/templates/{kind}.xlsx")
        assert book["Content-Disposition"].endswith(f'tinhgon-{kind}.xlsx"')
        answer = send(lan, book.content, kind=kind)
        assert "Dưới dòng tiêu đề không có dòng nào" in answer.content.decode()

    def test_no_file_and_no_workbook(self, lan: Client) -> None:
        assert lan.post("/imports/", {"kind": "units", "on": "01/06/2011"}).status_code == 200
        assert "không phải là bảng tính Excel" in send(lan, b"%PDF-1.7").content.decode()

    def test_a_missing_column_is_one_fault(self, lan: Client) -> None:
        place = sent(lan, workbook(["Họ và tên", "Năm sinh"], ["Võ Văn Ba", 1990]))
        page = lan.get(place).content.decode()
        assert "Thiếu cột bắt buộc" in page
        assert lan.get(f"{place}errors.xlsx").status_code == 200


def dumped(*secrets: str) -> list[str]:
    """Give the tables in which one of some texts stands, as text or as bytes."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            out = io.BytesIO()
            with cursor.copy(f'COPY (SELECT t::text FROM "{table}" t) TO STDOUT') as copy:
                for piece in copy:
                    out.write(bytes(piece))
            text = out.getvalue()
            hexed = [secret.encode().hex().encode() for secret in secrets]
            if any(secret.encode() in text for secret in secrets) or any(one in text for one in hexed):
                found.append(table)
    return found
