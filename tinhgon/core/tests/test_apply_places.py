"""Where a unit stands: moving in three lines, and moving late."""

from __future__ import annotations

from tinhgon.core.operations import Establish, Move
from tinhgon.core.periods import Period
from tinhgon.core.rows import GOVERNMENT, PARTY, TERRITORIAL
from tinhgon.core.tests.world import (
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    LAST,
    LATER,
    NINH_KIEU,
    TRA_AN,
    cantho,
    new,
    unit,
)


def test_a_moved_unit_stands_under_its_old_parent_on_the_eve_and_the_new_one_on_the_day() -> None:
    world = cantho()

    world.sign(Move(unit=CAI_KHE, to=BINH_THUY))

    assert world.parent(CAI_KHE, EVE) == NINH_KIEU
    assert world.parent(CAI_KHE, DAY) == BINH_THUY
    assert len(world.life(CAI_KHE).versions) == 1


def test_a_unit_without_parent_is_a_top_of_its_line() -> None:
    world = cantho()

    world.sign(Move(unit=NINH_KIEU, to=None))

    assert world.parent(NINH_KIEU, DAY) is None


def test_each_line_has_its_own_parents() -> None:
    world = cantho()

    world.sign(Move(unit=CITY, to=None, line=PARTY), Move(unit=CAI_KHE, to=CITY, line=PARTY))

    assert world.parent(CAI_KHE, DAY, PARTY) == CITY
    assert world.parent(CAI_KHE, DAY, TERRITORIAL) == NINH_KIEU


def test_one_unit_may_be_above_in_one_line_and_below_in_another() -> None:
    world = cantho()

    world.sign(
        Move(unit=CAI_KHE, to=None, line=GOVERNMENT), Move(unit=NINH_KIEU, to=CAI_KHE, line=GOVERNMENT)
    )

    assert world.parent(NINH_KIEU, DAY, GOVERNMENT) == CAI_KHE
    assert world.parent(CAI_KHE, DAY, TERRITORIAL) == NINH_KIEU


def test_two_units_change_places_in_one_decision() -> None:
    world = cantho()

    world.sign(Move(unit=CAI_KHE, to=BINH_THUY), Move(unit=TRA_AN, to=NINH_KIEU))

    assert (world.parent(CAI_KHE, DAY), world.parent(TRA_AN, DAY)) == (BINH_THUY, NINH_KIEU)


def test_a_late_move_holds_until_the_move_that_came_after_it() -> None:
    world = cantho()
    world.sign(Move(unit=CAI_KHE, to=CITY), on=LATER)

    world.sign(Move(unit=CAI_KHE, to=BINH_THUY), on=DAY)

    assert world.parent(CAI_KHE, DAY) == BINH_THUY
    assert world.parent(CAI_KHE, LATER) == CITY


def test_a_place_in_a_further_line_begins_before_one_already_recorded_there() -> None:
    world = cantho()
    world.sign(Move(unit=CAI_KHE, to=None, line=PARTY), on=LATER)

    world.sign(Establish(unit=new("Đảng ủy", kind="party_committee", parent=None, line=PARTY)),
               Move(unit=CAI_KHE, to=unit("Đảng ủy"), line=PARTY), on=DAY)  # fmt: skip

    party = [row for row in world.life(CAI_KHE).placements if row.line == PARTY]
    assert [row.valid for row in party] == [Period(DAY, LATER), Period(LATER)]
    assert world.parent(CAI_KHE, LAST, PARTY) is None
