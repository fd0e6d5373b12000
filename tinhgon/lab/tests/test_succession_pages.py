"""The page of succession: who may open it, whom it names, what it says where nobody follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.cast import make_cast
from tests.undoing import undone
from tinhgon.access.models import User
from tinhgon.access.tests.ground import acting
from tinhgon.lab.models import Scenario, Succeeding
from tinhgon.lab.tests.successions import CAI_KHE, planned, post, town
from tinhgon.people.tests.town import Visit, visitor

pytestmark = pytest.mark.django_db
HERE, THERE = "Lê Thử 0", "Lê Thử 10"  # the heads of the two communes


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scenario]:
    with django_db_blocker.unblock(), undone():
        plan = town()
        planned(plan)
        make_cast(area=[CAI_KHE])
        yield plan


@pytest.fixture
def plan(founded: Scenario, db: None) -> Scenario:
    return Scenario.objects.get(pk=founded.pk)


@pytest.fixture
def visit(plan: Scenario) -> Visit:
    return visitor({one.username: one for one in User.objects.all()})


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.content[:400]
    return str(answer.content.decode())


def test_who_plans_reads_what_falls_vacant_and_who_follows(plan: Scenario, visit: Visit) -> None:
    page = text(visit(f"/lab/{plan.pk}/succession/"))
    assert "Trống từ <b>01/04/2030</b>: nghỉ hưu" in page
    assert "dự kiến bổ nhiệm" in page
    assert "Quý 2/2030" in page
    assert "Quản lý nhà nước: chưa thấy trong hồ sơ" in page
    assert "Chỉ hiện vị trí mà người giữ" not in page


@pytest.mark.parametrize("who", ["mai", "khach", "nga", "quy"])
def test_who_neither_drafts_nor_signs_sees_nothing(who: str, plan: Scenario, visit: Visit) -> None:
    answer = visit(f"/lab/{plan.pk}/succession/", who=who)
    assert answer.status_code == 403
    assert "Lê Thử" not in answer.content.decode()


def test_who_reaches_one_commune_is_told_that_there_is_no_scenario_of_the_city(
    plan: Scenario, visit: Visit
) -> None:
    assert visit(f"/lab/{plan.pk}/succession/", who="tam").status_code == 404


def test_people_out_of_reach_are_not_named_and_the_page_says_that_some_are_missing(
    plan: Scenario, visit: Visit
) -> None:
    Scenario.objects.filter(pk=plan.pk).update(root=CAI_KHE)
    page = text(visit(f"/lab/{plan.pk}/succession/", who="tam"))
    shown = {number for number in range(16) if f">Lê Thử {number}<" in page}
    assert shown <= set(range(6))
    assert shown
    assert "Chỉ hiện vị trí mà người giữ" in page


def test_the_database_itself_hides_rows_about_people_out_of_reach(plan: Scenario, visit: Visit) -> None:
    clerk = User.objects.get(username="tam")
    with acting(clerk.pk):
        rows = list(Succeeding.objects.exclude(person=None).values_list("person__name", flat=True))
        assert all(name in {f"Lê Thử {number}" for number in range(6)} for name in rows)
        assert Succeeding.objects.filter(scenario=plan).count() < 10**3
    assert Succeeding.objects.filter(scenario=plan).count() > len(rows)


def test_posts_without_a_successor_say_why_and_name_nobody(plan: Scenario, visit: Visit) -> None:
    row = Succeeding.objects.filter(scenario=plan, post=post(CAI_KHE, 1)).first()
    assert row is not None
    Succeeding.objects.filter(scenario=plan, post=post(CAI_KHE, 1)).delete()
    Succeeding.objects.create(
        scenario=plan, post=row.post, vacant_on=row.vacant_on, because="retirement", holder=row.holder,
        kept_away={"level": 7, "elsewhere": 0},
    )  # fmt: skip
    page = text(visit(f"/lab/{plan.pk}/succession/?kind=without"))
    assert "chưa có người kế cận" in page
    assert "không cùng bậc hoặc ngay dưới một bậc" in page
    assert HERE not in page
    assert THERE not in page


def test_without_a_run_the_page_says_what_to_do(plan: Scenario, visit: Visit) -> None:
    Scenario.objects.filter(pk=plan.pk).update(found={})
    assert "Chưa lập kế hoạch kế cận" in text(visit(f"/lab/{plan.pk}/succession/"))


def test_pages_follow_each_other(plan: Scenario, visit: Visit) -> None:
    assert "Không có vị trí nào như vậy" in text(visit(f"/lab/{plan.pk}/succession/?page=99"))
