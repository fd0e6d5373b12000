"""A unit's quota covers the sum of those right under it, on every day and in every line."""

from __future__ import annotations

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.periods import Period
from tinhgon.core.refusals import (
    OutsideLife,
    QuotaExceeded,
)
from tinhgon.core.rows import PARTY, UnitId
from tinhgon.core.tests.post_cases import merger
from tinhgon.core.tests.staff import (
    STAFF,
    staffed,
)
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    LAST,
    LATER,
    NINH_KIEU,
    THOI_BINH,
    TRA_AN,
    new,
    unit,
)


def set_quota(of: UnitId, number: int | None, staff: str = STAFF) -> ops.SetQuota:
    return ops.SetQuota(unit=of, staff=staff, number=number)


def test_a_quota_holds_until_the_next_and_may_end() -> None:
    world = staffed()
    world.sign(set_quota(THOI_BINH, 3), on=DAY)
    world.sign(set_quota(THOI_BINH, 5), on=LATER)

    world.sign(set_quota(THOI_BINH, None), on=LAST)

    assert [(row.number, row.valid) for row in world.life(THOI_BINH).quotas] == [
        (3, Period(DAY, LATER)), (5, Period(LATER, LAST)),
    ]  # fmt: skip


def test_kinds_of_staff_are_counted_apart() -> None:
    world = staffed()

    world.sign(set_quota(CAI_KHE, 500, "cadre"))

    assert {row.staff for row in world.life(CAI_KHE).quotas} == {STAFF, "cadre"}


def test_a_unit_s_quotas_end_with_it() -> None:
    world = staffed()

    world.sign(merger())

    assert [row.valid.until for of in (CAI_KHE, AN_HOA) for row in world.life(of).quotas] == [DAY, DAY]


def test_children_may_have_as_much_as_their_parent_and_no_more() -> None:
    world = staffed()

    world.sign(set_quota(THOI_BINH, 5))

    assert world.refusal(QuotaExceeded, set_quota(AN_HOA, 16)).facts["sum"] == 41


def test_a_rise_in_the_middle_of_the_parent_s_period_is_found_on_its_day() -> None:
    world = staffed()
    world.sign(set_quota(CAI_KHE, 22), on=LATER)

    refusal = world.refusal(QuotaExceeded, set_quota(THOI_BINH, 4), on=DAY)

    assert (refusal.facts["unit"], refusal.facts["day"], refusal.facts["sum"]) == (
        "Quận Ninh Kiều (916)", LATER, 41,
    )  # fmt: skip


def test_a_parent_s_cut_in_the_middle_is_found_on_its_day() -> None:
    world = staffed()
    world.sign(set_quota(NINH_KIEU, 35), on=LATER)

    assert world.refusal(QuotaExceeded, set_quota(THOI_BINH, 1), on=DAY).facts["day"] == LATER


def test_children_that_follow_each_other_are_not_added_up() -> None:
    world = staffed()
    world.sign(set_quota(THOI_BINH, 5), on=DAY)
    world.sign(set_quota(THOI_BINH, None), on=LATER)

    world.sign(set_quota(CAI_KHE, 25), on=LATER)


def test_where_no_quota_is_set_above_children_have_what_they_are_given() -> None:
    world = staffed()

    world.sign(set_quota(TRA_AN, 500))


@pytest.mark.parametrize("line", ["territorial", PARTY])
def test_a_child_that_comes_with_a_quota_needs_room_in_any_line(line: str) -> None:
    world = staffed()
    world.sign(set_quota(BINH_THUY, 19))

    move = ops.Move(unit=CAI_KHE, to=BINH_THUY, line=line)  # type: ignore[arg-type]

    assert world.refusal(QuotaExceeded, move, on=LATER).facts["unit"] == "Quận Bình Thủy (918)"
    world.sign(set_quota(BINH_THUY, 20), move, on=LATER)


def test_a_child_that_leaves_makes_room() -> None:
    world = staffed()

    world.sign(ops.Move(unit=CAI_KHE, to=BINH_THUY), set_quota(AN_HOA, 40))


def test_a_child_in_two_lines_of_one_parent_is_counted_once() -> None:
    world = staffed()
    world.sign(ops.Move(unit=CAI_KHE, to=NINH_KIEU, line=PARTY))  # type: ignore[arg-type]

    world.sign(set_quota(THOI_BINH, 5))

    assert world.refusal(QuotaExceeded, set_quota(THOI_BINH, 6), on=LATER).facts["sum"] == 41


def test_children_led_under_a_new_parent_fit_into_its_quota() -> None:
    merged = ops.Merge(
        members=(ops.Member(unit=NINH_KIEU), ops.Member(unit=BINH_THUY)),
        into=new("Quận Mới", kind="urban_district", parent=CITY),
    )

    refusal = staffed().refusal(QuotaExceeded, merged, set_quota(unit("Quận Mới"), 34))

    assert (refusal.facts["unit"], refusal.facts["sum"]) == ("Quận Mới", 35)
    staffed().sign(merged, set_quota(unit("Quận Mới"), 35))


def test_a_lowered_quota_cannot_be_given_back_once_another_has_it() -> None:
    world = staffed()
    decision = world.sign(set_quota(CAI_KHE, 10))
    world.sign(set_quota(AN_HOA, 30), on=LATER)

    assert world.refusal(QuotaExceeded, ops.Revoke(decision=decision), on=LAST).facts["day"] == LATER


def test_a_restoration_cannot_be_revoked_under_a_quota() -> None:
    world = staffed()
    world.sign(ops.Dissolve(unit=THOI_BINH), on=DAY)
    restoration = world.sign(ops.Restore(unit=THOI_BINH), on=LATER)
    world.sign(set_quota(THOI_BINH, 1), on=LATER)

    refusal = world.refusal(OutsideLife, ops.Revoke(decision=restoration), on=LAST)

    assert refusal.facts["day"] == LATER
