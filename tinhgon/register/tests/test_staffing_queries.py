"""Posts, holders, quotas, vacancies: what the database tells of a day, and to whom."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.reach import Allowed, Reach
from tinhgon.core.tests.staff import ARCHIVIST, CHAIR, DEPUTY, EXPERTS, LAN, TAM
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, DAY, NINH_KIEU
from tinhgon.register.models import Decision
from tinhgon.register.queries import sight, staffing, staffing_counts, staffing_posts, staffing_quotas
from tinhgon.register.tests.factories import drafted, signed
from tinhgon.register.tests.staffed import staff_town
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db
EVERYWHERE = Reach((Allowed("reader", 1, None),))
HERE = Reach((Allowed("reader", 1, frozenset({CAI_KHE})),))
TODAY = AsOf(DAY)


@pytest.fixture(autouse=True)
def _town(db: None) -> None:
    staff_town()


def test_heads_stand_first_and_holders_have_names_within_reach() -> None:
    found = staffing.posts_of(TODAY, EVERYWHERE, units=[CAI_KHE])

    assert [post.id for post in found] == [CHAIR, DEPUTY, EXPERTS]
    assert [one.name for post in found for one in post.holders] == ["Trần Thị Lan", "Lê Hùng"]
    assert found[2].free == 2
    assert found[0].free == 0


def test_a_holder_out_of_reach_has_neither_name_nor_id() -> None:
    (post,) = staffing.posts_of(TODAY, HERE, units=[AN_HOA])

    assert [(one.person, one.name) for one in post.holders] == [(None, None)]
    assert post.seated == 1


def test_since_goes_back_over_terms() -> None:
    signed(ops.Reappoint(person=LAN, post=CHAIR), on=DAY)

    (post,) = staffing.posts(AsOf(DAY), EVERYWHERE, ids=[CHAIR])

    assert f"{post.holders[0].since}" == "2010-03-01"


def test_quota_of_a_parent_tells_what_it_gave() -> None:
    city, district, ward = staffing_quotas.quotas(TODAY, units=[CITY, NINH_KIEU, CAI_KHE])[:3]

    by_unit = {one.unit: one for one in (city, district, ward)}
    assert (by_unit[CITY].given, by_unit[CITY].own) == (40, 60)
    assert (by_unit[CAI_KHE].held, by_unit[CAI_KHE].free) == (Decimal(2), Decimal(1))


def test_vacancies_know_since_when() -> None:
    signed(ops.Release(person=LAN, post=CHAIR), on=DAY)

    found = staffing_counts.vacancies(AsOf(DAY), root=NINH_KIEU)

    assert [(one.post, f"{one.since}") for one in found.rows] == [
        (CHAIR, "2015-07-01"),
        (EXPERTS, "2010-03-01"),
    ]
    assert (found.posts, found.seats) == (2, 3)
    assert staffing_counts.vacancies(AsOf(DAY), rank="head").posts == 1
    assert staffing_counts.seats(AsOf(DAY), units=[CAI_KHE])[CAI_KHE].free == 3


def test_the_way_up_from_a_post() -> None:
    assert staffing_posts.chain(EXPERTS, TODAY) == [CHAIR, DEPUTY]
    assert staffing_posts.called([ARCHIVIST], TODAY)[ARCHIVIST].title.vi == "Văn thư"


class TestSight:
    def test_decisions_about_people_are_seen_by_those_who_reach_one_of_them(self) -> None:
        seen = sight.visible(HERE, None).values_list("title", flat=True)

        assert "Về việc bổ nhiệm Trần Thị Lan" in seen
        assert "Về vị trí việc làm" in seen
        assert "Về việc bổ nhiệm Võ Tâm" not in seen

    def test_without_reach_none_of_them(self) -> None:
        assert not [one for one in sight.visible(Reach(), None) if "bổ nhiệm" in one.title]

    def test_drafts_too_and_those_that_take_one_back(self) -> None:
        theirs = Decision.objects.get(title="Về việc bổ nhiệm Võ Tâm")
        drafted(ops.Retire(person=TAM), title="Nghỉ hưu")
        drafted(ops.Revoke(decision=theirs.pk), title="Thu hồi")
        drafted(ops.Rename(unit=CAI_KHE, name="Phường Khác"), title="Đổi tên")

        seen = sight.visible(HERE, None).exclude(state="signed").values_list("title", flat=True)

        assert list(seen) == ["Đổi tên"]
        assert sight.hidden([theirs.pk], HERE, None) == {theirs.pk}
        assert not sight.hidden([theirs.pk], EVERYWHERE, None)
