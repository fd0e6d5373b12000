"""A decision that is revoked is as if it had not been, unless others were built upon it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tinhgon.core.operations import (
    Absorb,
    ChangeCode,
    Correct,
    Dissolve,
    Establish,
    Member,
    Merge,
    Move,
    Operation,
    Part,
    Rename,
    Restore,
    Revoke,
    Split,
    Transfer,
)
from tinhgon.core.refusals import AlreadyRevoked, BuiltUpon, CodeTaken, HasChildren, LineageLost
from tinhgon.core.rows import PARTY
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    CITY,
    DAY,
    EVE,
    FOUNDED,
    LATER,
    NINH_KIEU,
    THOI_BINH,
    cantho,
    new,
    unit,
)

HALF = {"share_area": Decimal("0.5"), "share_population": Decimal("0.5")}
PAIR = (Member(unit=CAI_KHE), Member(unit=AN_HOA))


@pytest.mark.parametrize("operation", [
    Establish(unit=new("Phường Mới", code="31999")),
    Rename(unit=CAI_KHE, name="Phường Hai"),
    ChangeCode(unit=CAI_KHE, value=""),
    Move(unit=CAI_KHE, to=BINH_THUY),
    Move(unit=CAI_KHE, to=CITY, line=PARTY),
    Merge(members=PAIR, into=new("Phường Mới", code="31117")),
    Absorb(members=PAIR, into=THOI_BINH),
    Absorb(members=(Member(unit=NINH_KIEU),), into=BINH_THUY),
    Split(unit=CAI_KHE, parts=(Part(into=new("Phường Mới"), **HALF), Part(into=AN_HOA, **HALF))),
    Transfer(unit=CAI_KHE, to=AN_HOA, **HALF),
    Dissolve(unit=CAI_KHE),
    Correct(unit=CAI_KHE, field="code", value="31999", since=DAY, until=LATER, reason="Ghi sai"),
], ids=lambda operation: operation.op)  # fmt: skip
def test_after_revoking_the_register_is_as_it_was(operation: Operation) -> None:
    world = cantho()
    world.sign(Move(unit=CITY, to=None, line=PARTY), on=EVE)
    before = world.snapshot
    decision = world.sign(operation)
    assert world.snapshot.lives != before.lives or world.snapshot.successions != before.successions

    world.sign(Revoke(decision=decision), on=LATER)

    assert world.snapshot.lives == before.lives
    assert world.snapshot.successions == before.successions


def test_a_revocation_may_itself_be_revoked() -> None:
    world = cantho()
    decision = world.sign(Absorb(members=PAIR, into=THOI_BINH))
    after = world.snapshot

    revocation = world.sign(Revoke(decision=decision))
    world.sign(Revoke(decision=revocation))

    assert world.snapshot.lives == after.lives
    assert world.snapshot.successions == after.successions


def test_a_decision_may_be_revoked_and_replaced_in_one() -> None:
    world = cantho()
    wrong = world.sign(Rename(unit=CAI_KHE, name="Phường Sai"))

    world.sign(Revoke(decision=wrong), Rename(unit=CAI_KHE, name="Phường Đúng"))

    assert [row.name for row in world.life(CAI_KHE).versions] == ["Phường Cái Khế", "Phường Đúng"]


def test_only_the_newest_change_of_a_fact_can_be_revoked() -> None:
    world = cantho()
    first = world.sign(Rename(unit=CAI_KHE, name="Phường Hai"), on=DAY)
    world.sign(Rename(unit=CAI_KHE, name="Phường Ba"), on=LATER)

    refusal = world.refusal(BuiltUpon, Revoke(decision=first))

    assert refusal.facts["units"] == ["Phường Ba (31117)"]


@pytest.mark.parametrize("transfer_only", [True, False])
def test_nothing_is_revoked_twice(transfer_only: bool) -> None:
    world = cantho()
    decision = world.sign(
        Transfer(unit=CAI_KHE, to=AN_HOA, **HALF) if transfer_only else Dissolve(unit=CAI_KHE)
    )
    world.sign(Revoke(decision=decision))

    world.refusal(AlreadyRevoked, Revoke(decision=decision))


def test_the_end_of_a_code_cannot_be_revoked_once_the_unit_bears_another() -> None:
    world = cantho()
    ending = world.sign(ChangeCode(unit=CAI_KHE, value=""), on=DAY)
    world.sign(ChangeCode(unit=CAI_KHE, value="31998"), on=LATER)

    world.refusal(BuiltUpon, Revoke(decision=ending))


def test_the_end_of_a_code_cannot_be_revoked_once_another_unit_bears_it() -> None:
    world = cantho()
    ending = world.sign(ChangeCode(unit=CAI_KHE, value=""), on=DAY)
    world.sign(ChangeCode(unit=AN_HOA, value="31117"), on=LATER)

    refusal = world.refusal(CodeTaken, Revoke(decision=ending))

    assert refusal.facts["code"] == "31117"
    assert refusal.facts["day"] == LATER


def test_an_end_cannot_be_revoked_once_the_unit_was_restored() -> None:
    world = cantho()
    end = world.sign(Dissolve(unit=CAI_KHE), on=DAY)
    world.sign(Restore(unit=CAI_KHE), on=LATER)

    world.refusal(BuiltUpon, Revoke(decision=end))


def test_a_founding_cannot_be_revoked_once_the_unit_stands_in_a_further_line() -> None:
    world = cantho()
    founding = world.sign(Establish(unit=new("Phường Mới")), on=DAY)
    world.sign(Move(unit=unit("Phường Mới"), to=None, line=PARTY), on=LATER)

    world.refusal(BuiltUpon, Revoke(decision=founding))


def test_a_founding_cannot_be_revoked_while_others_stand_under_the_unit() -> None:
    world = cantho()
    founding = world.sign(Establish(unit=new("Quận Mới", kind="urban_district", parent=CITY)), on=DAY)
    world.sign(Move(unit=CAI_KHE, to=unit("Quận Mới")), on=LATER)

    refusal = world.refusal(HasChildren, Revoke(decision=founding))

    assert refusal.facts["children"] == ["Phường Cái Khế (31117)"]
    assert refusal.facts["unit"] == "Quận Mới"


@pytest.mark.parametrize("gives", [True, False], ids=["gave", "took"])
def test_a_founding_cannot_be_revoked_once_something_passed_to_or_from_the_unit(gives: bool) -> None:
    world = cantho()
    founding = world.sign(Establish(unit=new("Phường Mới")), on=DAY)
    origin, result = (unit("Phường Mới"), CAI_KHE) if gives else (CAI_KHE, unit("Phường Mới"))
    world.sign(Transfer(unit=origin, to=result, **HALF), on=LATER)

    refusal = world.refusal(LineageLost, Revoke(decision=founding))

    assert refusal.facts["unit"] == "Phường Mới"
    assert refusal.facts["day"] == LATER


def test_revoking_the_passing_first_frees_the_founding() -> None:
    world = cantho()
    founding = world.sign(Establish(unit=new("Phường Mới")), on=DAY)
    passing = world.sign(Transfer(unit=unit("Phường Mới"), to=CAI_KHE, **HALF), on=LATER)

    world.sign(Revoke(decision=passing), Revoke(decision=founding))

    assert world.life(unit("Phường Mới")).facts == ()
    assert world.life(CAI_KHE).stretches[0].since == FOUNDED
