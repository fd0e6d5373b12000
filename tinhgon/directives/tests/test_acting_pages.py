"""What the forms of an obligation's page do, each offered to whom it is open."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.tests.staff import LAN
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, THOI_BINH
from tinhgon.directives.models import Obligation
from tinhgon.directives.tests.ground import directive, obligation

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
Doing = Any


def today() -> date:
    return timezone.localdate()


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


@pytest.fixture
def cast(town: None) -> dict[str, User]:
    return make_cast(area=[CAI_KHE])


@pytest.fixture
def given(cast: dict[str, User]) -> Obligation:
    """Ninh Kiều gave it to Cái Khế, whose clerk Tâm is."""
    of = directive(NINH_KIEU, on=ahead(-30))
    return obligation(of, CAI_KHE, due_on=ahead(5), first_due_on=ahead(5), assigned_on=ahead(-30))


@pytest.fixture
def do(cast: dict[str, User], given: Obligation) -> Doing:
    """Send a form of the obligation, with the revision that its page shows."""

    def send(who: str, name: str, **posted: Any) -> Any:
        client = Client()
        client.force_login(cast[who])
        posted = {"revision": Obligation.objects.get(pk=given.pk).revision} | posted
        return client.post(f"/directives/{given.pk}/{name}/", posted)

    return send


def offers(cast: dict[str, User], who: str, of: Obligation) -> list[str]:
    client = Client()
    client.force_login(cast[who])
    page = client.get(f"/directives/{of.pk}/").content.decode()
    return re.findall(r'href="\?do=(\w+)#act"', page)


class TestOffered:
    def test_the_bearer_reports_hands_on_asks_and_returns(
        self, cast: dict[str, User], given: Obligation
    ) -> None:
        assert offers(cast, "tam", given) == ["report", "divide", "name", "evidence", "ask", "return"]

    def test_the_giver_extends_reassigns_and_cancels(self, cast: dict[str, User], given: Obligation) -> None:
        assert {"extend", "reassign", "cancel"} < set(offers(cast, "hung", given))
        assert "confirm" not in offers(cast, "hung", given)

    def test_once_reported_the_bearer_waits_and_the_giver_decides(
        self, cast: dict[str, User], given: Obligation, do: Doing
    ) -> None:
        do("tam", "report", done_on=f"{today():%d/%m/%Y}", note="Đã xong")
        assert offers(cast, "tam", given) == ["evidence"]
        assert {"confirm", "refuse"} < set(offers(cast, "hung", given))

    def test_who_only_reads_is_offered_nothing(self, cast: dict[str, User], given: Obligation) -> None:
        assert offers(cast, "mai", given) == []


class TestDone:
    def state(self) -> str:
        return Obligation.objects.filter(parent=None).get().state

    def test_it_is_reported_refused_reported_and_confirmed(self, do: Doing) -> None:
        day = f"{today():%d/%m/%Y}"
        assert do("tam", "report", done_on=day).status_code == 302
        assert do("hung", "refuse", reason="Thiếu biểu").status_code == 302
        assert self.state() == "open"
        do("tam", "report", done_on=day)
        assert do("lan", "confirm", note="").status_code == 302
        assert self.state() == "done"

    def test_what_is_wrong_stands_in_the_form_and_nothing_is_done(self, do: Doing) -> None:
        later = do("tam", "report", done_on=f"{ahead(1):%d/%m/%Y}").content.decode()
        assert "chưa tới" in later
        assert "30/02/2026" in do("tam", "report", done_on="30/02/2026").content.decode()
        assert "Sổ không có văn bản số này" in do("tam", "report", done_on="", answer="9/X").content.decode()
        assert self.state() == "open"

    def test_what_was_changed_meanwhile_is_not_overwritten(self, do: Doing) -> None:
        do("hung", "extend", until=f"{ahead(20):%d/%m/%Y}", reason="Chờ ý kiến")
        answer = do("tam", "report", done_on=f"{today():%d/%m/%Y}", revision=1).content.decode()
        assert "Người khác vừa cập nhật" in answer
        assert self.state() == "open"

    def test_more_time_is_asked_for_and_given_with_a_reason(
        self, cast: dict[str, User], given: Obligation, do: Doing
    ) -> None:
        asked = f"{ahead(15):%d/%m/%Y}"
        assert "bắt buộc" in do("tam", "ask", until=asked, reason="").content.decode().lower()
        assert do("tam", "ask", until=asked, reason="Chờ hướng dẫn").status_code == 302
        client = Client()
        client.force_login(cast["hung"])
        page = client.get(f"/directives/{given.pk}/?do=extend").content.decode()
        assert "Chờ hướng dẫn" in page
        assert f'value="{asked}"' in page, "what was asked for stands in the form"
        assert do("hung", "extend", until=asked, reason="Đồng ý").status_code == 302
        given.refresh_from_db()
        assert (given.due_on, given.first_due_on) == (ahead(15), ahead(5))
        shown = client.get(f"/directives/{given.pk}/").content.decode()
        assert f"{ahead(5):%d/%m/%Y} → {asked}" in shown

    def test_it_is_named_to_somebody_in_post_and_divided(self, given: Obligation, do: Doing) -> None:
        assert do("tam", "name", person=str(LAN)).status_code == 302
        given.refresh_from_db()
        assert given.person_id == LAN
        assert do("tam", "divide", person=str(LAN), matter="Phần của Lan", weight="2,5").status_code == 302
        part = Obligation.objects.get(parent=given)
        assert (part.person_id, part.matter, float(part.weight)) == (LAN, "Phần của Lan", 2.5)
        assert "Chưa chọn" in do("tam", "divide", person="").content.decode()
        assert "Còn 1 phần việc" in do("tam", "report", done_on=f"{today():%d/%m/%Y}").content.decode()

    def test_it_is_returned_put_on_another_and_given_up(self, given: Obligation, do: Doing) -> None:
        assert do("tam", "return", reason="Không thuộc thẩm quyền").status_code == 302
        assert self.state() == "returned"
        picked = {"unit": "An Hòa", "unit-chosen": f"{AN_HOA} An Hòa"}
        assert do("hung", "reassign", reason="Đúng thẩm quyền", **picked).status_code == 302
        given.refresh_from_db()
        assert (given.unit_id, given.state) == (AN_HOA, "open")
        assert do("hung", "cancel", reason="Đã có văn bản khác").status_code == 302
        assert do("hung", "reopen", reason="Nhầm").status_code == 302
        assert self.state() == "open"

    def test_evidence_is_kept_and_downloaded_within_reach(
        self, cast: dict[str, User], given: Obligation, do: Doing
    ) -> None:
        file = SimpleUploadedFile("kết quả.pdf", PDF, content_type="text/html")
        assert do("tam", "evidence", file=file, note="Biên bản").status_code == 302
        kept = given.evidence.get()
        client = Client()
        client.force_login(cast["tam"])
        answer = client.get(f"/directives/evidence/{kept.pk}/")
        assert (answer.content, answer["Content-Type"]) == (PDF, "application/pdf")
        assert "attachment" in answer["Content-Disposition"]
        assert "kết quả.pdf" in client.get(f"/directives/{given.pk}/").content.decode()
        Obligation.objects.filter(pk=given.pk).update(unit=THOI_BINH)
        assert client.get(f"/directives/evidence/{kept.pk}/").status_code == 404

    def test_a_program_is_no_evidence(self, given: Obligation, do: Doing) -> None:
        file = SimpleUploadedFile("a.pdf", b"MZ\x90\x00")
        assert "Chỉ nhận tệp" in do("tam", "evidence", file=file).content.decode()
        assert not given.evidence.exists()

    def test_there_is_no_such_act(self, do: Doing) -> None:
        assert do("tam", "delete").status_code == 404

    def test_the_bearer_cannot_confirm_himself(self, do: Doing) -> None:
        do("tam", "report", done_on=f"{today():%d/%m/%Y}")
        assert "đơn vị giao" in do("tam", "confirm", note="").content.decode()
        assert self.state() == "reported"
