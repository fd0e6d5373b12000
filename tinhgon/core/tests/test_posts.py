"""Posts stand in units: what leads them along, what loses them, and whom they answer to."""

from __future__ import annotations

from datetime import date

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.periods import Period
from tinhgon.core.refusals import (
    BuiltUpon,
    PeopleLost,
    PostsLost,
    ReportsInCircle,
)
from tinhgon.core.rows import PostId, UnitId
from tinhgon.core.tests.post_cases import HALF, merger
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    DEPUTY,
    EXPERTS,
    HUNG,
    LAN,
    MAI,
    NEW_POST,
    OTHER_CHAIR,
    career,
    holders,
    new_post,
    person,
    staffed,
)
from tinhgon.core.tests.world import (
    AN_HOA,
    CAI_KHE,
    DAY,
    EVE,
    FOUNDED,
    LAST,
    LATER,
    THOI_BINH,
    TRA_AN,
    World,
    new,
    unit,
)

MIDDLE = date(2017, 1, 1)
MERGED = unit("Phường Mới")


def stands(world: World, of: PostId, on: date) -> UnitId | None:
    """Tell in which unit a post stands on a day."""
    version = world.life(of).post_on(on)
    return version.unit if version else None


# Posts


def test_a_post_begins_on_the_day_and_ends_with_its_unit() -> None:
    world = staffed()
    world.sign(ops.Dissolve(unit=THOI_BINH), on=LATER)

    world.sign(ops.CreatePost(post=new_post(unit=THOI_BINH)))

    assert [row.valid for row in world.life(NEW_POST).posts] == [Period(DAY, LATER)]
    assert stands(world, NEW_POST, EVE) is None


def test_a_post_may_stand_in_a_unit_that_the_same_decision_founds() -> None:
    world = staffed()

    world.sign(
        ops.Establish(unit=new("Phường Mới")),
        ops.CreatePost(post=new_post(unit=MERGED, reports_to=CHAIR)),
        ops.Appoint(person=MAI, post=NEW_POST),
    )

    assert (stands(world, NEW_POST, DAY), holders(world, NEW_POST, DAY)) == (MERGED, {MAI})


def test_what_is_changed_of_a_post_holds_until_another_value_is_stated() -> None:
    world = staffed()
    world.sign(ops.ChangePost(post=EXPERTS, seats=5), on=LATER)

    world.sign(ops.ChangePost(post=EXPERTS, seats=3, description="Quản lý chợ"), on=DAY)

    assert [(row.seats, row.description) for row in world.life(EXPERTS).posts] == [
        (2, ""), (3, "Quản lý chợ"), (5, "Quản lý chợ"),
    ]  # fmt: skip


def test_whoever_holds_a_post_goes_where_it_goes() -> None:
    world = staffed()

    world.sign(ops.MovePost(post=CHAIR, to=TRA_AN))

    assert (stands(world, CHAIR, EVE), stands(world, CHAIR, DAY)) == (CAI_KHE, TRA_AN)
    assert career(world, LAN) == [(CHAIR, "regular", Period(FOUNDED))]


def test_an_abolished_post_exists_up_to_the_eve() -> None:
    world = staffed()

    world.sign(ops.Release(person=LAN), ops.AbolishPost(post=CHAIR))

    assert world.life(CHAIR).posts[-1].valid.last_day == EVE


def test_a_post_is_not_lost_by_the_order_of_the_operations() -> None:
    world = staffed()

    world.sign(ops.AbolishPost(post=CHAIR), ops.Release(person=LAN))

    assert holders(world, CHAIR, DAY) == set()


# Units that end


def test_a_merger_leads_posts_with_their_holders() -> None:
    world = staffed()

    world.sign(merger())

    assert {stands(world, of, DAY) for of in (CHAIR, DEPUTY, EXPERTS, OTHER_CHAIR)} == {MERGED}
    assert stands(world, CHAIR, EVE) == CAI_KHE
    assert (holders(world, CHAIR, DAY), holders(world, DEPUTY, DAY)) == ({LAN}, {HUNG})


def test_it_leads_posts_that_would_only_come_later() -> None:
    world = staffed()
    world.sign(ops.MovePost(post=ARCHIVIST, to=AN_HOA), on=LATER)

    world.sign(merger())

    assert (stands(world, ARCHIVIST, DAY), stands(world, ARCHIVIST, LATER)) == (TRA_AN, MERGED)


def test_what_left_before_and_what_leaves_later_stays_where_it_went() -> None:
    world = staffed()
    world.sign(ops.MovePost(post=OTHER_CHAIR, to=TRA_AN), on=EVE)
    world.sign(ops.MovePost(post=CHAIR, to=TRA_AN), on=LATER)

    world.sign(merger())

    assert [stands(world, CHAIR, day) for day in (EVE, DAY, LATER)] == [CAI_KHE, MERGED, TRA_AN]
    assert stands(world, OTHER_CHAIR, DAY) == TRA_AN


def test_absorbing_leads_posts_and_revoking_it_leads_them_back() -> None:
    world = staffed()
    before = world.snapshot.lives
    decision = world.sign(ops.Absorb(members=(ops.Member(unit=CAI_KHE),), into=AN_HOA))
    assert stands(world, CHAIR, DAY) == AN_HOA

    world.sign(ops.Revoke(decision=decision), on=LATER)

    assert world.snapshot.lives == before


def test_a_merger_that_leads_no_posts_is_refused_and_names_everybody() -> None:
    refusal = staffed().refusal(PeopleLost, merger(posts="stay"))

    assert refusal.facts["people"] == ["Lê Hùng", "Trần Thị Lan"]


def test_a_merger_that_leads_no_posts_is_taken_once_each_is_provided_for() -> None:
    world = staffed()

    world.sign(
        ops.TransferPerson(person=LAN, post=ARCHIVIST), ops.Retire(person=HUNG),
        *(ops.AbolishPost(post=of) for of in (CHAIR, DEPUTY, EXPERTS, OTHER_CHAIR)), merger(posts="stay"),
    )  # fmt: skip

    assert holders(world, ARCHIVIST, DAY) == {LAN}


def test_of_many_people_the_first_are_named_and_the_rest_counted() -> None:
    world = staffed()
    many = {person(f"Người {number}"): f"Người {number}" for number in range(1, 15)}
    world.snapshot.people.update(many)  # type: ignore[attr-defined]
    world.sign(
        ops.ChangePost(post=EXPERTS, seats=14), *(ops.Appoint(person=who, post=EXPERTS) for who in many)
    )

    refusal = world.refusal(PeopleLost, ops.Dissolve(unit=CAI_KHE), on=LATER)

    assert refusal.facts["people"][:3] == ["Lê Hùng", "Người 1", "Người 2"]
    assert refusal.facts["people"][-1] == "… (+6)"


@pytest.mark.parametrize("of", [CAI_KHE, AN_HOA], ids=["with holders", "with empty posts"])
def test_a_unit_that_is_divided_loses_nobody_and_no_post(of: UnitId) -> None:
    split = ops.Split(unit=of, parts=(ops.Part(into=THOI_BINH, **HALF), ops.Part(into=TRA_AN, **HALF)))

    staffed().refusal(PeopleLost if of == CAI_KHE else PostsLost, split)


def test_a_unit_is_divided_with_its_posts_once_each_is_moved() -> None:
    world = staffed()

    world.sign(
        ops.Split(unit=CAI_KHE, parts=(ops.Part(into=THOI_BINH, **HALF), ops.Part(into=TRA_AN, **HALF))),
        ops.MovePost(post=CHAIR, to=THOI_BINH), ops.MovePost(post=DEPUTY, to=TRA_AN),
        ops.AbolishPost(post=EXPERTS),
    )  # fmt: skip

    assert (stands(world, CHAIR, DAY), stands(world, DEPUTY, DAY)) == (THOI_BINH, TRA_AN)


def test_an_end_loses_whoever_would_only_come_later() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=OTHER_CHAIR), on=LATER)

    refusal = world.refusal(PeopleLost, ops.Dissolve(unit=AN_HOA), on=MIDDLE)

    assert refusal.facts["people"] == ["Phạm Mai"]


def test_a_founding_cannot_be_revoked_under_its_posts() -> None:
    world = staffed()
    founding = world.sign(ops.Establish(unit=new("Phường Mới")))
    creation = world.sign(ops.CreatePost(post=new_post(unit=MERGED)), on=LATER)
    world.sign(ops.Appoint(person=MAI, post=NEW_POST), on=LAST)

    assert world.refusal(PeopleLost, ops.Revoke(decision=founding)).facts["people"] == ["Phạm Mai"]
    assert world.refusal(PeopleLost, ops.Revoke(decision=creation)).facts["people"] == ["Phạm Mai"]


def test_a_merger_cannot_be_revoked_once_a_post_moved_on() -> None:
    world = staffed()
    decision = world.sign(merger())
    world.sign(ops.MovePost(post=CHAIR, to=TRA_AN), on=LATER)

    world.refusal(BuiltUpon, ops.Revoke(decision=decision))


# Whom a post answers to


def test_a_post_answers_to_another_from_the_day_on_and_to_none_after() -> None:
    world = staffed()
    world.sign(ops.ReportTo(post=ARCHIVIST, reports_to=CHAIR), on=DAY)
    world.sign(ops.ReportTo(post=ARCHIVIST, reports_to=None), on=LATER)

    assert [row.reports_to for row in world.life(ARCHIVIST).posts] == [None, CHAIR, None]


def test_posts_may_change_places_from_one_day_to_the_next() -> None:
    world = staffed()
    world.sign(ops.ReportTo(post=DEPUTY, reports_to=None), ops.ReportTo(post=CHAIR, reports_to=DEPUTY))

    assert [row.reports_to for row in world.life(CHAIR).posts] == [None, DEPUTY]


def test_a_circle_over_several_posts_is_found() -> None:
    refusal = staffed().refusal(ReportsInCircle, ops.ReportTo(post=CHAIR, reports_to=EXPERTS))

    assert refusal.facts["day"] == DAY
