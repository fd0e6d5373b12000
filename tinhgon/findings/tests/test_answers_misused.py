"""An answer holds for what was read when it was written, and for nothing that cannot be read."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from tests.cast import make_cast
from tinhgon.core import operations as ops
from tinhgon.core.judging import Answer, written
from tinhgon.findings.tests import ground
from tinhgon.findings.tests.ground import BINH, DIVISION, HEAD, post
from tinhgon.register.models import Decision, DecisionFinding, Person
from tinhgon.register.tests.factories import checked, signed

pytestmark = pytest.mark.django_db
RULE = "appointment.enough_months"
KEY = f"{RULE}:too_few:{BINH}"
ON = date(2024, 6, 1)
SECOND = UUID(int=801)
SENT = {"finding": KEY, f"reason-{KEY}": "Chưa có người thay", f"basis-{KEY}": "Kết luận 08-KL/TW"}


@pytest.fixture
def lan() -> Client:
    ground.found_bodies()
    ground.know(BINH, "1966-09")
    client = Client()
    client.force_login(make_cast(area=[ground.DEPARTMENT])["lan"])
    return client


def late() -> Decision:
    return checked(ops.Appoint(person=BINH, post=HEAD), on=ON)


def shown(page: str) -> list[str]:
    """Give what the form says was read."""
    before = f'name="seen-{KEY}" value="'
    return [part.partition('"')[0] for part in page.split(before)[1:]]


def test_an_answer_to_fewer_months_is_asked_for_again(lan: Client) -> None:
    decision = late()
    address = f"/decisions/{decision.pk}/sign/"
    seen = shown(lan.get(address).content.decode())
    Person.objects.filter(pk=BINH).update(born=date(1964, 1, 1))

    answer = lan.post(address, SENT | {f"seen-{KEY}": seen})

    assert answer.status_code == 422
    assert "Chưa có người thay" in answer.content.decode()
    assert shown(answer.content.decode()) != seen
    again = lan.post(address, SENT | {f"seen-{KEY}": shown(answer.content.decode())})
    assert again.status_code == 302


def test_an_answer_that_names_nothing_it_has_seen_answers_nothing(lan: Client) -> None:
    decision = late()

    assert lan.post(f"/decisions/{decision.pk}/sign/", SENT).status_code == 422
    assert not DecisionFinding.objects.exists()


def test_two_findings_with_one_key_are_answered_at_once(lan: Client) -> None:
    signed(post(SECOND, "division_deputy_head", "deputy", unit=DIVISION), on=ground.SET_UP)
    decision = checked(
        ops.Appoint(person=BINH, post=HEAD), ops.Appoint(person=BINH, post=SECOND, how="concurrent"), on=ON
    )
    page = lan.get(f"/decisions/{decision.pk}/sign/").content.decode()

    assert page.count(f'name="reason-{KEY}"') == 1
    assert lan.post(f"/decisions/{decision.pk}/sign/", SENT | {f"seen-{KEY}": shown(page)}).status_code == 302


@pytest.mark.parametrize("text", ["\0", "\u200b\u200b", ".", "- -", "\ud800", "\u00a0"])
def test_what_cannot_be_read_is_no_answer(text: str) -> None:
    assert not Answer(text, "Kết luận 08-KL/TW").is_given


def test_odd_letters_break_nothing(lan: Client) -> None:
    decision = late()
    page = lan.get(f"/decisions/{decision.pk}/sign/").content.decode()
    sent = SENT | {
        f"seen-{KEY}": shown(page),
        f"reason-{KEY}": "Chưa có\0 người\u00a0thay\r\nmột\u200b dòng nữa",
        f"basis-{KEY}": "Kết luận\0 08" + "á" * 3000,
        "finding": [KEY, "a\0b", "x" * 9000],
    }

    assert lan.post(f"/decisions/{decision.pk}/sign/", sent).status_code == 302

    row = DecisionFinding.objects.get(rule=RULE)
    assert row.reason == "Chưa có người thay\nmột dòng nữa"
    assert row.basis.startswith("Kết luận 08á") and len(row.basis) == 2000


def test_the_longest_text_with_line_ends_is_kept_whole() -> None:
    assert written("a\r\n" * 2500 + "z").endswith("z")
    assert len(written("a\r\n" * 2499 + "zz")) == 5000
    assert written("Co\u0302ng") == "Công"
