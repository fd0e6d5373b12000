"""What blocks is signed only with a written reason and its basis in law; both stay, and are shown."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.conf import LazySettings
from django.test import Client

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.judging import NO_ANSWERS, Answer, Answers
from tinhgon.findings.tests import ground
from tinhgon.findings.tests.ground import BINH, DIVISION, HEAD
from tinhgon.people.actions.wiping import wipe
from tinhgon.register import refusals
from tinhgon.register.actions import sign
from tinhgon.register.actions.history import Batch, record_history
from tinhgon.register.models import Decision, DecisionFinding, Person
from tinhgon.register.tests.factories import checked, head, next_moment, rows

pytestmark = pytest.mark.django_db
RULE = "appointment.enough_months"
KEY = f"{RULE}:too_few:{BINH}"
ON = date(2024, 6, 1)
REASON, BASIS = "Đang chủ trì việc sáp nhập, chưa có người thay", "Kết luận 08-KL/TW, ý kiến Ban Thường vụ"


@pytest.fixture
def cast(db: None) -> dict[str, User]:
    ground.found_bodies()
    ground.know(BINH, "1966-09")
    return make_cast(area=[ground.DEPARTMENT])


@pytest.fixture
def late(cast: dict[str, User]) -> Decision:
    """A checked draft that appoints somebody with 52 months left."""
    return checked(ops.Appoint(person=BINH, post=HEAD), on=ON, title="Về việc bổ nhiệm")


@pytest.fixture
def lan(cast: dict[str, User]) -> Client:
    client = Client()
    client.force_login(cast["lan"])
    return client


def answered(reason: str = REASON, basis: str = BASIS, key: str = KEY) -> Answers:
    return Answers({key: Answer(reason, basis)})


def assert_refused(late: Decision, answers: Answers) -> None:
    before = rows()
    with pytest.raises(refusals.AgainstTheRules) as caught:
        sign(decision=late, actor=None, at=next_moment(), answers=answers)
    assert caught.value.facts["rules"] == [RULE]
    for language in ("vi", "en"):
        assert "{" not in caught.value.message(language)
    assert rows() == before
    assert not DecisionFinding.objects.exists()
    assert Decision.objects.get(pk=late.pk).state == "checked"


def test_without_an_answer_nothing_is_written(late: Decision) -> None:
    assert_refused(late, Answers())


@pytest.mark.parametrize(
    ("reason", "basis"), [("", BASIS), (REASON, ""), (" \n", BASIS), (REASON, "\t"), ("", "")]
)
def test_half_an_answer_is_none(reason: str, basis: str, late: Decision) -> None:
    assert_refused(late, answered(reason, basis))


def test_an_answer_to_another_finding_is_none(late: Decision) -> None:
    assert_refused(late, answered(key=f"{RULE}:too_few:{DIVISION}"))
    assert_refused(late, Answers({KEY: Answer("", "")}, to_all=Answer(REASON, BASIS)))


def test_answered_it_is_signed_and_the_answer_is_kept(late: Decision, cast: dict[str, User]) -> None:
    sign(decision=late, actor=cast["lan"], at=next_moment(), answers=answered(f"  {REASON} "))

    row = DecisionFinding.objects.get(rule=RULE)
    assert (row.decision_id, row.severity, row.person_id) == (late.pk, "block", BINH)
    assert (row.reason, row.basis, row.answered_by) == (REASON, BASIS, cast["lan"])
    assert row.told["found"] == 52
    assert {one["document"] for one in row.cited} == {"kl-08-2021-tw", "nd-135-2020"}


def test_one_answer_may_be_to_all(late: Decision) -> None:
    sign(decision=late, actor=None, at=next_moment(), answers=Answers(to_all=Answer(REASON, BASIS)))

    assert DecisionFinding.objects.get(rule=RULE).answered_by is None


def test_what_only_warns_asks_for_nothing(cast: dict[str, User]) -> None:
    later = checked(ops.Appoint(person=BINH, post=HEAD), on=date(2025, 11, 1))

    sign(decision=later, actor=cast["lan"], at=next_moment(), answers=answered())

    row = DecisionFinding.objects.get(rule=RULE)
    assert (row.severity, row.reason, row.answered_by) == ("warn", "", None)
    assert any(one["status"] == "provisional" for one in row.cited)


def recorded(source: str, answers: Answers = NO_ANSWERS) -> None:
    """Record one decision of the past, as a whole history is."""
    batch = Batch(uuid4(), head(on=ON, source=source), (ops.Appoint(person=BINH, post=HEAD),))
    record_history(batches=[batch], at=next_moment(), answers=answers)


def test_a_history_is_judged_too_and_answered_for(cast: dict[str, User]) -> None:
    with pytest.raises(refusals.AgainstTheRules):
        recorded(Decision.Source.ACT)
    assert not DecisionFinding.objects.exists()

    recorded(Decision.Source.ACT, Answers(to_all=Answer(REASON, BASIS)))

    assert DecisionFinding.objects.get(rule=RULE).reason == REASON


def test_a_list_of_what_came_of_decisions_is_not_judged(cast: dict[str, User]) -> None:
    recorded(Decision.Source.LIST)

    assert not DecisionFinding.objects.exists()


def test_the_settings_name_who_judges(late: Decision, settings: LazySettings) -> None:
    settings.DECISION_JUDGES = []

    sign(decision=late, actor=None, at=next_moment())

    assert not DecisionFinding.objects.exists()


class TestPages:
    def test_the_form_asks_for_reason_and_basis(self, late: Decision, lan: Client) -> None:
        page = lan.get(f"/decisions/{late.pk}/sign/").content.decode()

        assert f'name="reason-{KEY}"' in page
        assert f'name="basis-{KEY}"' in page
        assert page.count("required") >= 2
        assert "Đến ngày 01/06/2024 chỉ còn 52 tháng công tác, cần từ 60 tháng." in page
        assert f"/rules/{RULE}/?on=2024-06-01" in page

    def test_sent_without_an_answer_it_is_refused_and_asks_again(self, late: Decision, lan: Client) -> None:
        sent = {"finding": KEY, f"reason-{KEY}": REASON, f"basis-{KEY}": " "}
        answer = lan.post(f"/decisions/{late.pk}/sign/", sent)
        page = answer.content.decode()

        assert answer.status_code == 422
        assert "chưa được giải trình" in page
        assert f'name="basis-{KEY}"' in page
        assert REASON in page, "what was typed is kept"
        assert not Decision.objects.get(pk=late.pk).is_signed

    def test_signed_the_page_shows_reason_basis_and_who(self, late: Decision, lan: Client) -> None:
        sent = {"finding": KEY, f"seen-{KEY}": "52:60", f"reason-{KEY}": REASON, f"basis-{KEY}": BASIS}
        page = lan.post(f"/decisions/{late.pk}/sign/", sent, follow=True).content.decode()

        assert "Đã ký và ghi vào sổ" in page
        for told in (
            REASON,
            BASIS,
            "Nguyễn Thị Lan",
            "chỉ còn 52 tháng công tác",
            "theo quy định của ngày có hiệu lực, 01/06/2024",
        ):
            assert told in page

    def test_it_is_told_in_english(self, late: Decision, lan: Client) -> None:
        lan.cookies["django_language"] = "en"
        page = lan.get(f"/decisions/{late.pk}/").content.decode()

        assert "Only 52 months left on 01/06/2024, 60 are needed." in page

    def test_the_draft_says_so_before_it_is_checked(self, late: Decision, cast: dict[str, User]) -> None:
        client = Client()
        client.force_login(cast["hung"])

        assert "chỉ còn 52 tháng công tác" in client.get(f"/decisions/{late.pk}/").content.decode()


class TestErased:
    def test_the_page_still_shows_rule_reason_and_basis(
        self, late: Decision, lan: Client, cast: dict[str, User]
    ) -> None:
        sign(decision=late, actor=cast["lan"], at=next_moment(), answers=answered())
        wipe(Person.objects.get(pk=BINH))

        answer = lan.get(f"/decisions/{late.pk}/")
        page = answer.content.decode()

        assert answer.status_code == 200
        assert "Tuổi bổ nhiệm" in page
        assert REASON in page
        assert "52 tháng" not in page

    def test_also_of_one_that_missed_a_fact(self, cast: dict[str, User], lan: Client) -> None:
        ground.know(ground.AN)
        unknown = checked(ops.Appoint(person=ground.AN, post=HEAD), on=ON)
        sign(decision=unknown, actor=cast["lan"], at=next_moment())
        wipe(Person.objects.get(pk=ground.AN))

        assert "Tuổi bổ nhiệm" in lan.get(f"/decisions/{unknown.pk}/").content.decode()
