"""Ends without a successor, and lives taken up again."""

from __future__ import annotations

from tinhgon.core.operations import ChangeCode, Dissolve, Move, Rename, Restore
from tinhgon.core.periods import Period
from tinhgon.core.rows import PARTY
from tinhgon.core.tests.world import (
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    FOUNDED,
    LATER,
    NINH_KIEU,
    TRA_AN,
    TRA_NOC,
    cantho,
)


def test_a_dissolved_unit_has_no_name_place_or_code_from_the_day_on() -> None:
    world = cantho()

    world.sign(Dissolve(unit=CAI_KHE))

    assert [row.valid for row in world.life(CAI_KHE).facts] == [Period(FOUNDED, DAY)] * 3


def test_a_unit_may_end_with_all_that_is_under_it_in_any_order() -> None:
    world = cantho()

    world.sign(Dissolve(unit=BINH_THUY), Dissolve(unit=TRA_AN), Dissolve(unit=TRA_NOC))

    assert not any(world.lives(gone, DAY) for gone in (BINH_THUY, TRA_AN, TRA_NOC))


def test_a_unit_renamed_on_the_day_of_its_end_never_bore_the_name() -> None:
    world = cantho()

    world.sign(Rename(unit=CAI_KHE, name="Phường Thoáng Qua"), Dissolve(unit=CAI_KHE))

    assert [row.name for row in world.life(CAI_KHE).versions] == ["Phường Cái Khế"]


def test_a_restored_unit_has_its_last_name_place_and_code_again() -> None:
    world = cantho()
    world.sign(Dissolve(unit=CAI_KHE), on=DAY)

    world.sign(Restore(unit=CAI_KHE), on=LATER)

    assert world.life(CAI_KHE).stretches == (Period(FOUNDED, DAY), Period(LATER))
    assert world.version(CAI_KHE, LATER).name == "Phường Cái Khế"
    assert world.parent(CAI_KHE, LATER) == NINH_KIEU
    assert world.code(CAI_KHE, LATER) == "31117"


def test_a_unit_is_restored_under_another_parent_where_the_old_one_is_gone() -> None:
    world = cantho()
    world.sign(*(Dissolve(unit=gone) for gone in (TRA_AN, TRA_NOC, BINH_THUY)))

    world.sign(Restore(unit=TRA_AN, parent=NINH_KIEU), on=LATER)

    assert world.parent(TRA_AN, LATER) == NINH_KIEU


def test_the_parent_given_is_for_the_territory_the_party_stays_as_it_was() -> None:
    world = cantho()
    world.sign(Move(unit=CITY, to=None, line=PARTY), Move(unit=CAI_KHE, to=CITY, line=PARTY), on=EVE)
    world.sign(Dissolve(unit=CAI_KHE))

    world.sign(Restore(unit=CAI_KHE, parent=BINH_THUY), on=LATER)

    assert (world.parent(CAI_KHE, LATER), world.parent(CAI_KHE, LATER, PARTY)) == (BINH_THUY, CITY)


def test_a_code_given_up_before_the_end_does_not_come_back() -> None:
    world = cantho()
    world.sign(ChangeCode(unit=CAI_KHE, value=""), on=EVE)
    world.sign(Dissolve(unit=CAI_KHE), on=DAY)

    world.sign(Restore(unit=CAI_KHE), on=LATER)

    assert world.code(CAI_KHE, LATER) == ""


def test_a_unit_restored_on_the_day_of_its_end_lived_without_a_gap() -> None:
    world = cantho()
    world.sign(Dissolve(unit=CAI_KHE), on=DAY)

    world.sign(Restore(unit=CAI_KHE), on=DAY)

    assert world.life(CAI_KHE).stretches == (Period(FOUNDED),)


def test_a_restored_unit_may_take_another_code_where_its_own_has_gone_to_another() -> None:
    world = cantho()
    world.sign(Dissolve(unit=CAI_KHE), ChangeCode(unit=TRA_AN, value="31117"), on=DAY)

    world.sign(Restore(unit=CAI_KHE), ChangeCode(unit=CAI_KHE, value="31998"), on=LATER)

    assert world.code(CAI_KHE, LATER) == "31998"
