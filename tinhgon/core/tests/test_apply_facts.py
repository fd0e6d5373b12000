"""Facts that become otherwise: name, kind, code, figures, mandate – and what a late decision leaves alone."""

from __future__ import annotations

from decimal import Decimal

from tinhgon.core.operations import (
    ChangeCode,
    ChangeFigures,
    ChangeKind,
    ChangeMandate,
    Dissolve,
    Establish,
    Rename,
    Restore,
)
from tinhgon.core.periods import Period
from tinhgon.core.rows import TERRITORIAL, Version
from tinhgon.core.tests.world import (
    AN_HOA,
    CAI_KHE,
    DAY,
    EVE,
    FOUNDED,
    LAST,
    LATER,
    NINH_KIEU,
    cantho,
    new,
    unit,
)


def test_a_new_unit_begins_on_the_day_with_its_place_and_code() -> None:
    world = cantho()

    decision = world.sign(Establish(unit=new("Phường Mới", code="31999", population=9)))

    born = unit("Phường Mới")
    assert world.life(born).versions == (
        Version(
            unit=born, valid=Period(DAY), decision=decision, name="Phường Mới", kind="ward", population=9
        ),
    )
    assert not world.lives(born, EVE)
    assert world.parent(born, DAY, TERRITORIAL) == NINH_KIEU
    assert world.code(born, DAY) == "31999"


def test_a_new_unit_may_stand_under_one_born_before_it_in_the_same_decision() -> None:
    world = cantho()
    district = new("Quận Mới", kind="urban_district")

    world.sign(Establish(unit=district), Establish(unit=new("Phường Mới", parent=district.id)))

    assert world.parent(unit("Phường Mới"), DAY) == district.id


def test_a_rename_ends_the_old_version_and_opens_one_other() -> None:
    world = cantho()

    changes = world.draft(Rename(unit=CAI_KHE, name="Phường Bến Ninh Kiều"))

    assert len(changes) == 2
    world.sign(Rename(unit=CAI_KHE, name="Phường Bến Ninh Kiều"))
    assert [(row.name, row.valid) for row in world.life(CAI_KHE).versions] == [
        ("Phường Cái Khế", Period(FOUNDED, DAY)),
        ("Phường Bến Ninh Kiều", Period(DAY)),
    ]


def test_two_changes_on_one_day_make_one_version() -> None:
    world = cantho()

    world.sign(Rename(unit=CAI_KHE, name="Xã Cái Khế"), ChangeKind(unit=CAI_KHE, kind="commune"))

    assert len(world.life(CAI_KHE).versions) == 2
    assert (world.version(CAI_KHE, DAY).name, world.version(CAI_KHE, DAY).kind) == ("Xã Cái Khế", "commune")


def test_what_is_left_out_of_figures_stays() -> None:
    world = cantho()

    world.sign(ChangeFigures(unit=CAI_KHE, population=25_000, note="Tổng điều tra"))

    changed = world.version(CAI_KHE, DAY)
    assert (changed.population, changed.area_km2, changed.note) == (25_000, Decimal("10.04"), "Tổng điều tra")


def test_a_mandate_is_changed_from_the_day_on() -> None:
    world = cantho()

    world.sign(ChangeMandate(unit=CAI_KHE, mandate="Quản lý đô thị"))

    assert (world.version(CAI_KHE, EVE).mandate, world.version(CAI_KHE, DAY).mandate) == (
        "",
        "Quản lý đô thị",
    )


def test_a_late_rename_holds_until_the_name_that_came_after_it() -> None:
    world = cantho()
    world.sign(Rename(unit=CAI_KHE, name="Phường Ba"), on=LATER)

    world.sign(Rename(unit=CAI_KHE, name="Phường Hai", short_name="Hai"), on=DAY)

    assert [row.name for row in world.life(CAI_KHE).versions] == ["Phường Cái Khế", "Phường Hai", "Phường Ba"]
    assert world.version(CAI_KHE, LATER).short_name == ""


def test_a_late_rename_also_holds_where_only_something_else_changed_after_it() -> None:
    world = cantho()
    world.sign(ChangeFigures(unit=CAI_KHE, population=30_000), on=LATER)

    world.sign(Rename(unit=CAI_KHE, name="Phường Hai"), on=DAY)

    assert world.version(CAI_KHE, LAST).name == "Phường Hai"
    assert world.version(CAI_KHE, LAST).population == 30_000


def test_a_name_that_comes_back_later_is_not_taken_for_the_old_one() -> None:
    world = cantho()
    world.sign(Rename(unit=CAI_KHE, name="Phường Ba"), on=LATER)
    world.sign(Rename(unit=CAI_KHE, name="Phường Cái Khế"), on=LAST)

    world.sign(Rename(unit=CAI_KHE, name="Phường Hai"), on=DAY)

    assert world.version(CAI_KHE, LAST).name == "Phường Cái Khế"


def test_a_late_estimate_does_not_make_estimates_of_later_figures() -> None:
    world = cantho()
    world.sign(ChangeFigures(unit=CAI_KHE, population=30_000), on=LATER)

    world.sign(ChangeFigures(unit=CAI_KHE, population=26_000, estimated=True, note="ước"), on=DAY)

    later = world.version(CAI_KHE, LATER)
    assert (later.population, later.estimated, later.note) == (30_000, False, "")


def test_a_code_follows_the_code_before_it() -> None:
    world = cantho()

    world.sign(ChangeCode(unit=CAI_KHE, value="31118"))

    assert (world.code(CAI_KHE, EVE), world.code(CAI_KHE, DAY)) == ("31117", "31118")


def test_a_code_may_pass_to_another_unit_on_the_day_it_is_given_up() -> None:
    world = cantho()

    world.sign(ChangeCode(unit=CAI_KHE, value="31118"), ChangeCode(unit=AN_HOA, value="31117"))

    assert world.code(AN_HOA, DAY) == "31117"


def test_an_empty_code_ends_the_code() -> None:
    world = cantho()

    world.sign(ChangeCode(unit=CAI_KHE, value=""))

    assert (world.code(CAI_KHE, EVE), world.code(CAI_KHE, DAY)) == ("31117", "")


def test_codes_of_two_schemes_live_side_by_side() -> None:
    world = cantho()

    world.sign(ChangeCode(unit=CAI_KHE, scheme="tax", value="T-7"))

    assert (world.code(CAI_KHE, DAY), world.code(CAI_KHE, DAY, "tax")) == ("31117", "T-7")
    assert world.life(CAI_KHE).label() == "Phường Cái Khế (31117)"


def test_a_code_given_late_ends_where_the_life_ends_not_at_the_code_after_it() -> None:
    world = cantho()
    world.sign(Dissolve(unit=CAI_KHE), on=LATER)
    world.sign(Restore(unit=CAI_KHE), ChangeCode(unit=CAI_KHE, scheme="tax", value="T-8"), on=LAST)

    world.sign(ChangeCode(unit=CAI_KHE, scheme="tax", value="T-7"), on=DAY)

    taxed = [row for row in world.life(CAI_KHE).identifiers if row.scheme == "tax"]
    assert [row.valid for row in taxed] == [Period(DAY, LATER), Period(LAST)]
