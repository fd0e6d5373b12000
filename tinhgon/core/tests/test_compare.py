"""Two days side by side: each unit's fate is told once, in an order that a reader follows."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.core.compare import KINDS, Difference, Standing, compare
from tinhgon.core.rows import Succession, UnitId
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE, DAY, EVE, LATER, NINH_KIEU, THOI_BINH, unit

NINH = Standing(unit=NINH_KIEU, name="Quận Ninh Kiều", kind="urban_district", code="916")
BINH = Standing(unit=BINH_THUY, name="Quận Bình Thủy", kind="urban_district", code="918")
KHE = Standing(unit=CAI_KHE, name="Phường Cái Khế", kind="ward", code="31117", parent=NINH_KIEU)
HOA = Standing(unit=AN_HOA, name="Phường An Hòa", kind="ward", code="31120", parent=NINH_KIEU)
THOI = Standing(unit=THOI_BINH, name="Phường Thới Bình", kind="ward", code="31123", parent=NINH_KIEU)
NEW = Standing(unit=unit("Phường Mới"), name="Phường Mới", kind="ward", code="31117", parent=NINH_KIEU)


def passing(origin: Standing, result: Standing, on: date = DAY, **more: Any) -> Succession:
    return Succession(
        origin=origin.unit, result=result.unit, on=on, decision=UUID(int=1), how="merge", **more
    )


def told(differences: tuple[Difference, ...]) -> list[tuple[str, str]]:
    """Give kind and name of each difference, as a page lists them."""
    return [(difference.kind, difference.standing.name) for difference in differences]


def test_the_same_day_twice_differs_in_nothing() -> None:
    assert compare([NINH, KHE], [KHE, NINH], []) == ()


def test_a_new_unit_without_lineage_is_added() -> None:
    (added,) = compare([NINH], [NINH, NEW], [])

    assert (added.kind, added.unit, added.before, added.after) == ("added", NEW.unit, None, NEW)


def test_a_unit_that_ended_without_heir_ended() -> None:
    (ended,) = compare([NINH, KHE], [NINH], [])

    assert (ended.kind, ended.before, ended.after, ended.results) == ("ended", KHE, None, ())


def test_a_merger_names_its_members_and_each_member_says_into_whom_it_went() -> None:
    differences = compare([KHE, HOA], [NEW], [passing(KHE, NEW), passing(HOA, NEW)])

    assert told(differences) == [
        ("merged", "Phường Mới"), ("ended", "Phường An Hòa"), ("ended", "Phường Cái Khế")
    ]  # fmt: skip
    assert differences[0].origins == (HOA, KHE)
    assert differences[1].results == differences[2].results == (NEW,)


def test_a_living_unit_that_takes_in_one_that_ended_is_merged_with_it() -> None:
    merged, ended = compare([KHE, HOA], [HOA], [passing(KHE, HOA)])

    assert (merged.kind, merged.before, merged.after, merged.origins) == ("merged", HOA, HOA, (KHE,))
    assert (ended.kind, ended.results) == ("ended", (HOA,))


def test_a_part_from_one_that_lives_on_is_received() -> None:
    (received,) = compare([KHE, HOA], [KHE, HOA], [passing(KHE, HOA, share_area=Decimal("0.1"))])

    assert (received.kind, received.unit, received.origins) == ("received", AN_HOA, (KHE,))


def test_a_split_names_all_who_received_a_part() -> None:
    differences = compare([KHE, HOA], [NEW, HOA], [passing(KHE, NEW), passing(KHE, HOA)])

    split = differences[1]
    assert told(differences) == [
        ("merged", "Phường An Hòa"),
        ("split", "Phường Cái Khế"),
        ("added", "Phường Mới"),
    ]
    assert split.results == (HOA, NEW)
    assert differences[2].origins == (KHE,)


def test_lineage_leads_through_units_that_came_and_went_between_the_days() -> None:
    between = replace(NEW, unit=unit("Phường Giữa"), name="Phường Giữa")

    merged, hoa, khe = compare(
        [KHE, HOA],
        [NEW],
        [passing(KHE, between, EVE), passing(HOA, between, EVE), passing(between, NEW, LATER)],
    )

    assert merged.origins == (HOA, KHE)
    assert hoa.results == khe.results == (NEW,)


def test_lineage_does_not_run_back_in_time() -> None:
    between = replace(NEW, unit=unit("Phường Giữa"))

    (ended,) = compare([KHE], [], [passing(KHE, between, LATER), passing(between, HOA, EVE)])

    assert ended.results == ()


def test_a_move_names_the_parents_old_and_new() -> None:
    moved_standing = replace(KHE, parent=BINH_THUY)

    (moved,) = compare([NINH, BINH, KHE], [NINH, BINH, moved_standing], [])

    assert (moved.kind, moved.origins, moved.results) == ("moved", (NINH,), (BINH,))


def test_a_top_that_comes_under_a_parent_moved_from_nobody() -> None:
    (moved,) = compare([NINH, replace(KHE, parent=None)], [NINH, KHE], [])

    assert (moved.kind, moved.origins, moved.results) == ("moved", (), (NINH,))


def test_each_thing_that_is_otherwise_about_one_unit_is_told_by_itself() -> None:
    after = replace(KHE, name="Xã Cái Khế", kind="commune", code="31118", area_km2=Decimal(9), population=1)

    differences = compare([KHE], [after], [])

    assert [difference.kind for difference in differences] == ["renamed", "retyped", "recoded", "figures"]
    assert all((difference.before, difference.after) == (KHE, after) for difference in differences)


def test_differences_are_in_order_of_kind_then_name() -> None:
    differences = compare([KHE, HOA, THOI], [replace(KHE, code="1"), NEW], [])

    assert told(differences) == [
        ("added", "Phường Mới"), ("ended", "Phường An Hòa"), ("ended", "Phường Thới Bình"),
        ("recoded", "Phường Cái Khế"),
    ]  # fmt: skip
    assert [KINDS.index(difference.kind) for difference in differences] == [2, 3, 3, 7]


def test_a_whole_country_is_compared_at_once() -> None:
    before = [
        Standing(
            unit=_identity(n), name=f"Xã Tân Bình {n}", kind="commune", code=f"{n}", parent=_identity(n % 700)
        )
        for n in range(11_000)
    ]
    after = [
        *before[:1000],
        *(replace(row, unit=_identity(20_000 + n)) for n, row in enumerate(before[:3321])),
    ]
    lineage = [passing(before[n], after[1000 + n % 3321]) for n in range(1000, 11_000)]

    began = time.process_time()
    differences = compare(before, after, lineage)
    took = time.process_time() - began

    assert len(differences) == 10_000 + 3321
    assert took < 1, "some 0.2 s are usual; a second means that it is no longer linear"


def _identity(number: int) -> UnitId:
    return UUID(int=number)
