"""A correction says what was so; nothing happened to the unit, and its life stays as long."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tinhgon.core.operations import ChangeCode, Correct, Dissolve, Rename, Restore
from tinhgon.core.periods import Period
from tinhgon.core.rows import PARTY
from tinhgon.core.tests.world import (
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    FOUNDED,
    FOUNDING,
    LAST,
    LATER,
    NINH_KIEU,
    cantho,
)

END_OF_2016 = date(2017, 1, 1)


def correction(
    field: Any, value: Any, *, since: date = FOUNDED, until: date | None = None, **more: Any
) -> Correct:
    return Correct(unit=CAI_KHE, field=field, value=value, since=since, until=until, reason="Ghi sai", **more)


def test_a_fact_is_put_right_over_its_whole_life_and_no_row_is_added() -> None:
    world = cantho()

    changes = world.draft(correction("population", 21_000))

    assert len(changes) == 1
    world.sign(correction("population", 21_000))
    assert world.version(CAI_KHE, FOUNDED).population == 21_000


def test_outside_the_days_corrected_all_stays_with_the_decision_that_said_it() -> None:
    world = cantho()

    decision = world.sign(correction("population", 21_000, since=DAY, until=END_OF_2016), on=LAST)

    assert [(row.valid, row.population, row.decision) for row in world.life(CAI_KHE).versions] == [
        (Period(FOUNDED, DAY), 20_000, FOUNDING),
        (Period(DAY, END_OF_2016), 21_000, decision),
        (Period(END_OF_2016), 20_000, FOUNDING),
    ]


def test_it_reaches_over_several_versions_and_leaves_their_other_facts() -> None:
    world = cantho()
    world.sign(Rename(unit=CAI_KHE, name="Phường Hai"), on=DAY)

    world.sign(correction("area_km2", "9.5", since=EVE), on=LAST)

    assert [(row.name, row.area_km2) for row in world.life(CAI_KHE).versions] == [
        ("Phường Cái Khế", Decimal("10.04")),
        ("Phường Cái Khế", Decimal("9.5")),
        ("Phường Hai", Decimal("9.5")),
    ]


@pytest.mark.parametrize(("field", "value", "recorded"), [
    ("name", "Phường  Cái Khê", "Phường Cái Khê"),
    ("short_name", "Cái Khê", "Cái Khê"),
    ("kind", "commune", "commune"),
    ("area_km2", 12, Decimal(12)),
    ("area_km2", None, None),
    ("population", "12345", 12345),
    ("population", None, None),
    ("mandate", "Quản lý", "Quản lý"),
])  # fmt: skip
def test_every_fact_of_a_version_can_be_corrected(field: str, value: Any, recorded: Any) -> None:
    world = cantho()

    world.sign(correction(field, value))

    assert getattr(world.version(CAI_KHE, DAY), field) == recorded


def test_a_parent_is_corrected_in_its_line() -> None:
    world = cantho()

    world.sign(correction("parent", str(BINH_THUY), since=DAY, until=LATER))

    assert [world.parent(CAI_KHE, day) for day in (EVE, DAY, LATER)] == [NINH_KIEU, BINH_THUY, NINH_KIEU]


def test_a_place_that_was_never_recorded_is_added_for_the_days_of_the_life() -> None:
    world = cantho()
    world.sign(correction("parent", None, line=PARTY, since=DAY))

    assert world.life(CAI_KHE).placement_on(PARTY, EVE) is None
    assert world.parent(CAI_KHE, DAY, PARTY) is None


def test_a_code_is_corrected_and_where_none_was_recorded_it_is_added() -> None:
    world = cantho()
    world.sign(ChangeCode(unit=CAI_KHE, value=""), on=DAY)

    world.sign(correction("code", "31999", since=EVE))

    assert [world.code(CAI_KHE, day) for day in (FOUNDED, EVE, DAY)] == ["31117", "31999", "31999"]


@pytest.mark.parametrize("nothing", ["", None])
def test_an_empty_code_says_that_it_bore_none(nothing: str | None) -> None:
    world = cantho()

    world.sign(correction("code", nothing, since=DAY, until=LATER))

    assert [world.code(CAI_KHE, day) for day in (EVE, DAY, LATER)] == ["31117", "", "31117"]


def test_a_correction_never_fills_the_gap_between_an_end_and_a_restoration() -> None:
    world = cantho()
    world.sign(Dissolve(unit=CAI_KHE), on=DAY)
    world.sign(Restore(unit=CAI_KHE), on=LATER)

    world.sign(correction("code", "31999"), correction("parent", str(CITY)))

    life = world.life(CAI_KHE)
    assert [row.valid for row in life.identifiers] == [Period(FOUNDED, DAY), Period(LATER)]
    assert {row.parent for row in life.placements} == {CITY}
    assert life.stretches == (Period(FOUNDED, DAY), Period(LATER))
