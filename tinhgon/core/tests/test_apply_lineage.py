"""Units that come of others: merge, absorb, split, transfer; who follows, and what share passed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tinhgon.core.operations import Absorb, Establish, Member, Merge, Move, Part, Split, Transfer
from tinhgon.core.rows import PARTY, Succession, UnitId
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    LATER,
    NINH_KIEU,
    THOI_BINH,
    TRA_AN,
    TRA_NOC,
    World,
    cantho,
    new,
    unit,
)

NEW = new("Phường Cái Khế mới", code="31117")
MERGED = NEW.id
PIECE = {"share_area": Decimal("0.25"), "share_population": Decimal("0.2")}
REST = {"share_area": Decimal("0.75"), "share_population": Decimal("0.8")}


def passed(world: World, origin: UnitId) -> dict[UnitId, Succession]:
    """Give what passed from a unit, by who took it."""
    return {row.result: row for row in world.snapshot.successions if row.origin == origin}


def test_in_a_merger_the_old_units_end_and_a_new_one_begins_with_their_lineage() -> None:
    world = cantho()

    world.sign(Merge(members=(Member(unit=CAI_KHE), Member(unit=AN_HOA)), into=NEW))

    assert world.lives(CAI_KHE, EVE)
    assert not world.lives(CAI_KHE, DAY)
    assert not world.lives(AN_HOA, DAY)
    assert world.lives(MERGED, DAY)
    assert {row.how for row in (passed(world, CAI_KHE)[MERGED], passed(world, AN_HOA)[MERGED])} == {"merge"}
    assert passed(world, CAI_KHE)[MERGED].share_area == 1


def test_the_new_unit_may_bear_a_code_of_the_old_ones() -> None:
    world = cantho()

    world.sign(Merge(members=(Member(unit=CAI_KHE), Member(unit=AN_HOA)), into=NEW))

    assert (world.code(CAI_KHE, EVE), world.code(MERGED, DAY)) == ("31117", "31117")


def test_units_under_the_old_ones_follow_into_the_new_one_in_every_line() -> None:
    world = cantho()
    world.sign(
        Move(unit=CAI_KHE, to=NINH_KIEU, line=PARTY), Move(unit=NINH_KIEU, to=None, line=PARTY), on=EVE
    )
    district = new("Quận Trung Tâm", kind="urban_district", parent=CITY)

    world.sign(Merge(members=(Member(unit=NINH_KIEU), Member(unit=BINH_THUY)), into=district))

    assert world.parent(CAI_KHE, DAY) == world.parent(TRA_AN, DAY) == district.id
    assert world.parent(CAI_KHE, DAY, PARTY) == district.id
    assert world.parent(CAI_KHE, EVE) == NINH_KIEU


def test_units_that_come_under_the_old_one_only_later_come_under_the_new_one_then() -> None:
    world = cantho()
    world.sign(Move(unit=CAI_KHE, to=BINH_THUY), on=LATER)
    world.sign(Establish(unit=new("Phường Mai Sau", parent=BINH_THUY)), on=LATER)

    world.sign(Absorb(members=(Member(unit=BINH_THUY),), into=CITY), on=DAY)

    assert world.parent(CAI_KHE, DAY) == NINH_KIEU
    assert world.parent(CAI_KHE, LATER) == world.parent(unit("Phường Mai Sau"), LATER) == CITY


def test_units_that_stay_must_be_moved_by_the_decision_itself() -> None:
    world = cantho()

    world.sign(Move(unit=TRA_AN, to=NINH_KIEU), Move(unit=TRA_NOC, to=NINH_KIEU),
               Absorb(members=(Member(unit=BINH_THUY),), into=NINH_KIEU, children="stay"))  # fmt: skip

    assert world.parent(TRA_AN, DAY) == NINH_KIEU


def test_a_unit_that_absorbs_others_lives_on_unchanged() -> None:
    world = cantho()

    world.sign(Absorb(members=(Member(unit=CAI_KHE), Member(unit=AN_HOA)), into=THOI_BINH))

    assert len(world.life(THOI_BINH).versions) == 1
    assert passed(world, CAI_KHE)[THOI_BINH].how == "absorb"


def test_a_unit_goes_into_two_others_by_parts_that_make_the_whole() -> None:
    world = cantho()

    world.sign(
        Merge(members=(Member(unit=CAI_KHE), Member(unit=AN_HOA, estimated=True, **PIECE)), into=NEW),
        Absorb(members=(Member(unit=AN_HOA, estimated=True, **REST),), into=THOI_BINH),
    )

    assert not world.lives(AN_HOA, DAY)
    given = passed(world, AN_HOA)
    assert sum(row.share_area for row in given.values()) == 1
    assert all(row.estimated and row.how == "part" for row in given.values())


def test_a_member_that_survives_gives_a_part_and_lives_on() -> None:
    world = cantho()

    world.sign(Merge(members=(Member(unit=CAI_KHE), Member(unit=AN_HOA, survives=True, **PIECE)), into=NEW))

    assert world.lives(AN_HOA, DAY)
    assert passed(world, AN_HOA)[MERGED].share_population == Decimal("0.2")


def test_a_split_ends_a_unit_and_shares_it_among_new_and_living_ones() -> None:
    world = cantho()

    world.sign(Split(unit=AN_HOA, parts=(Part(into=NEW, **PIECE), Part(into=THOI_BINH, **REST))),
               Absorb(members=(Member(unit=CAI_KHE),), into=MERGED))  # fmt: skip

    assert not world.lives(AN_HOA, DAY)
    assert set(passed(world, AN_HOA)) == {MERGED, THOI_BINH}
    assert passed(world, AN_HOA)[THOI_BINH].how == "split"


def test_a_transfer_changes_nobodys_life() -> None:
    world = cantho()

    changes = world.draft(Transfer(unit=CAI_KHE, to=AN_HOA, **PIECE))

    assert [type(change.after) for change in changes] == [Succession]


def test_a_name_and_code_pass_to_the_successor_of_the_whole_on_the_same_day() -> None:
    world = cantho()
    same_name = replace(NEW, name="Phường Cái Khế")

    world.sign(Split(unit=CAI_KHE, parts=(Part(into=same_name, **PIECE), Part(into=AN_HOA, **REST))))

    assert world.version(MERGED, DAY).name == world.version(CAI_KHE, EVE).name
