"""Adoption where people hold posts in unusual ways, posts answer to others, units stand in two lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.rows import GOVERNMENT, PARTY
from tinhgon.core.tests.staff import STAFF
from tinhgon.lab.actions.adopting import adopt
from tinhgon.lab.models import Placing, Scenario
from tinhgon.lab.refusals import NoLineTogether, PeopleAreNew
from tinhgon.lab.tests.offices import (
    AN_HOA,
    CAI_KHE,
    NAMES,
    OFFICES,
    ON,
    THOI_BINH,
    person,
    post,
    scenario,
)
from tinhgon.lab.tests.test_adopting import in_post, letterhead, placed, sign_all
from tinhgon.register.models import Placement, PostVersion, UnitVersion
from tinhgon.register.tests.factories import new, signed

pytestmark = pytest.mark.usefixtures("town")
BEFORE = date(2026, 5, 4)
NEARBY = post(THOI_BINH, 1)


def decided(*orders: ops.Operation) -> None:
    signed(*orders, on=BEFORE, title="Việc khác thường")


def nearby(**values: Any) -> ops.CreatePost:
    """Make a post in the ward beside."""
    own: dict[str, Any] = {
        "id": NEARBY,
        "unit": THOI_BINH,
        "title": "expert",
        "seats": 2,
        "staff": STAFF,
    } | values
    return ops.CreatePost(post=ops.NewPost(**own))


def carried_out(plan: Scenario | None = None) -> dict[Any, list[tuple[str, str]]]:
    """Place everybody, sign everything, and give who holds what then: nobody is lost."""
    of, everybody = plan or scenario(), set(in_post())
    placed(of)
    sign_all(adopt(scenario=of, head=letterhead(), reach=EVERYTHING, actor=None))
    after = in_post()
    assert set(after) == everybody
    return after


def test_who_shares_a_seat_keeps_it() -> None:
    decided(
        ops.ChangeOccupancy(person=person(3), post=post(CAI_KHE, 4), how="job_share", share=Decimal("0.5")),
        ops.ChangeOccupancy(person=person(4), post=post(CAI_KHE, 4), how="job_share", share=Decimal("0.5")),
    )
    after = carried_out()
    assert after[person(3)] == after[person(4)] == [("job_share", "expert")]


def test_who_acts_in_a_post_beside_the_own_one_is_placed_and_goes_on_acting() -> None:
    decided(
        ops.Release(person=person(1), post=post(CAI_KHE, 2)),
        ops.Appoint(person=person(2), post=post(CAI_KHE, 1), how="acting"),
    )
    assert ("acting", "party_secretary") in carried_out()[person(2)]


def test_who_is_seconded_to_the_ward_beside_keeps_both() -> None:
    decided(nearby(), ops.Second(person=person(3), post=NEARBY, until=date(2028, 1, 1)))
    assert [how for how, _ in carried_out()[person(3)]] == ["absent", "secondment"]


def test_who_has_the_main_post_elsewhere_keeps_what_is_held_beside_it() -> None:
    decided(
        nearby(), ops.Release(person=person(11)), ops.Appoint(person=person(11), post=NEARBY),
        ops.Appoint(person=person(11), post=post(CAI_KHE, 4), how="concurrent"),
        ops.ChangePost(post=post(CAI_KHE, 4), seats=4),
    )  # fmt: skip
    assert carried_out()[person(11)] == [("concurrent", "expert"), ("regular", "expert")]


def test_who_holds_two_posts_beside_the_main_one_gives_both_up() -> None:
    third = ops.CreatePost(
        post=ops.NewPost(id=post(CAI_KHE, 5), unit=CAI_KHE, title="council_chair", rank="head", staff=STAFF)
    )
    decided(third, ops.Appoint(person=person(0), post=post(CAI_KHE, 5), how="concurrent"))
    after = carried_out()
    assert sum(how == "regular" for how, _ in after[person(0)]) == 1


def test_a_post_of_another_unit_that_answers_to_one_that_ends_answers_to_nobody() -> None:
    decided(nearby(reports_to=post(CAI_KHE, 2)))
    carried_out()
    versions = PostVersion.objects.on(ON)
    assert not versions.filter(post=post(CAI_KHE, 2)).exists()
    assert versions.get(post=NEARBY).reports_to is None


def test_a_unit_below_in_two_lines_is_merged_once() -> None:
    for of in (CAI_KHE, AN_HOA):
        decided(ops.Move(unit=OFFICES[of], to=of, line=PARTY))  # type: ignore[arg-type]
    carried_out()
    born = UnitVersion.objects.on(ON).get(name="Văn phòng xã Cái Khế").unit
    assert set(Placement.objects.on(ON).filter(unit=born).values_list("line", flat=True)) == {
        GOVERNMENT, PARTY,
    }  # fmt: skip


def test_units_of_the_party_below_become_one_as_well() -> None:
    for of in (CAI_KHE, AN_HOA):
        cell = new(f"Chi bộ {NAMES[of].lower()}", kind="office", parent=of, line=PARTY)
        decided(ops.Establish(unit=cell))
    carried_out()


def test_units_that_stand_in_no_line_together_are_refused_by_name() -> None:
    lone = new("Đơn vị lẻ", kind="ward", parent=None, line=GOVERNMENT)
    decided(ops.Establish(unit=lone))
    plan = scenario(CAI_KHE, lone.id)
    with pytest.raises(NoLineTogether):
        adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)


def test_who_came_after_the_placing_is_not_left_over_unsaid() -> None:
    plan = scenario()
    placed(plan)
    Placing.objects.filter(person=person(5)).delete()
    with pytest.raises(PeopleAreNew):
        adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
