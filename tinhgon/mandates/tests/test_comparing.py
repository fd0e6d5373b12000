"""Bodies of one place are compared, those of two places and those above each other are not."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.core import operations as ops
from tinhgon.core.tests.world import DAY
from tinhgon.mandates.actions.comparing import ask, compare_all
from tinhgon.mandates.models import Comparison
from tinhgon.mandates.queries.likes import charged_with
from tinhgon.mandates.refusals import MayNotCompare
from tinhgon.mandates.tests.town import BELOW, BUILDING, ELSEWHERE, WATER, make_offices
from tinhgon.register.tests.factories import signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> dict[str, User]:
    return make_offices()


def pairs() -> set[frozenset[object]]:
    made = compare_all(on=DAY)
    return {frozenset((one.one_id, one.other_id)) for one in made.overlaps.all()}


def test_offices_of_one_place_with_the_same_duty_are_found(cast: dict[str, User]) -> None:
    assert frozenset((WATER, BUILDING)) in pairs()


def test_the_same_office_of_another_place_is_no_overlap(cast: dict[str, User]) -> None:
    assert not any(ELSEWHERE in pair for pair in pairs())


def test_a_body_hands_its_duties_down_without_overlap(cast: dict[str, User]) -> None:
    assert frozenset((WATER, BELOW)) not in pairs()


def test_a_new_comparison_takes_the_place_of_the_days_older_one(cast: dict[str, User]) -> None:
    compare_all(on=DAY)
    compare_all(on=DAY)
    assert Comparison.objects.count() == 1


def test_a_reader_may_not_have_mandates_compared(cast: dict[str, User]) -> None:
    with pytest.raises(MayNotCompare):
        ask(on=DAY, by=cast["mai"])


def test_a_matter_is_held_against_ones_own_mandate_and_others(cast: dict[str, User]) -> None:
    found = charged_with("Kiểm tra việc khai thác nước dưới đất", unit=BUILDING, on=DAY)
    assert found.own is not None
    assert "khai thác nước dưới đất" in found.own.words
    assert next(body.unit for body, _ in found.others) == WATER


def test_a_mandate_that_changed_is_known_at_once(cast: dict[str, User]) -> None:
    charged_with("an toàn thực phẩm", unit=WATER, on=DAY)
    signed(ops.ChangeMandate(unit=WATER, mandate="An toàn thực phẩm chế biến, ngộ độc thực phẩm."), on=DAY)
    found = charged_with("Phòng ngừa ngộ độc thực phẩm", unit=WATER, on=DAY)
    assert found.own is not None


def open_as(user: User, path: str) -> tuple[int, str]:
    client = Client()
    client.force_login(user)
    answer = client.get(path)
    return answer.status_code, answer.content.decode()


def test_the_page_shows_both_passages_with_the_words_marked(cast: dict[str, User]) -> None:
    compare_all(on=timezone.localdate())
    status, page = open_as(cast["mai"], "/mandates/?level=all")
    assert status == 200
    assert "Phòng Môi trường" in page
    assert "<mark>" in page


def test_the_page_says_when_a_mandate_changed_since(cast: dict[str, User]) -> None:
    compare_all(on=timezone.localdate())
    assert "Sổ đã đổi" not in open_as(cast["mai"], "/mandates/")[1]
    signed(ops.ChangeMandate(unit=WATER, mandate="An toàn thực phẩm chế biến, ngộ độc thực phẩm."), on=DAY)
    assert "Sổ đã đổi" in open_as(cast["mai"], "/mandates/")[1]


def test_before_the_first_comparison_the_page_says_what_to_do(cast: dict[str, User]) -> None:
    assert "Chưa so lần nào" in open_as(cast["hung"], "/mandates/")[1]


def test_a_stranger_sees_nothing_of_mandates(cast: dict[str, User]) -> None:
    for path in ("/mandates/", f"/mandates/warning/?unit={WATER}&matter=nước", "/mandates/overlaps.csv"):
        assert open_as(cast["khach"], path)[0] == 403


def test_the_warning_shows_who_else_is_charged_with_the_matter(cast: dict[str, User]) -> None:
    _, page = open_as(cast["hung"], f"/mandates/warning/?unit={BUILDING}&matter=quan trắc môi trường")
    assert "Phòng Môi trường" in page
    assert "người xem tự kết luận" in page


def test_nothing_asked_is_answered_by_nothing(cast: dict[str, User]) -> None:
    assert open_as(cast["hung"], "/mandates/warning/?unit=x&matter=y") == (200, "")


def test_words_in_a_mandate_are_never_mark_up(cast: dict[str, User]) -> None:
    from tinhgon.mandates.pages.marking import marked

    assert marked("<b>nước</b>", ["nước"]) == "&lt;b&gt;<mark>nước</mark>&lt;/b&gt;"


def test_pairs_can_be_taken_away_as_files(cast: dict[str, User]) -> None:
    compare_all(on=timezone.localdate())
    assert "Phòng Đô thị" in open_as(cast["mai"], "/mandates/overlaps.csv?level=all")[1]
