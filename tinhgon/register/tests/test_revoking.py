"""A revocation takes a decision back as if it had not been; what others built upon it stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.refusals import AlreadyRevoked, BuiltUpon, UnknownDecision
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    DAY,
    LAST,
    LATER,
    NINH_KIEU,
    NOBODY,
    THOI_BINH,
    TRA_AN,
    unit,
)
from tinhgon.register.models import Decision
from tinhgon.register.queries.revocations import revoked, revoked_by
from tinhgon.register.tests.factories import checked, found_town, lineage, new, rows, signed

pytestmark = pytest.mark.django_db

HALF = {"share_area": Decimal("0.5"), "share_population": Decimal("0.5")}
MERGED = unit("Phường Mới")
MERGE = ops.Merge(
    members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Phường Mới", code="31999")
)
ANYTHING: dict[str, ops.Operation] = {
    "establish": ops.Establish(unit=new("Phường Mới", code="31999")),
    "rename": ops.Rename(unit=CAI_KHE, name="Phường Đẹp"),
    "change_code": ops.ChangeCode(unit=CAI_KHE, value="31998"),
    "end of a code": ops.ChangeCode(unit=CAI_KHE, value=""),
    "change_figures": ops.ChangeFigures(unit=CAI_KHE, area_km2=Decimal("1.5"), population=7),
    "move": ops.Move(unit=CAI_KHE, to=BINH_THUY),
    "second line": ops.Move(unit=CAI_KHE, to=NINH_KIEU, line="party"),
    "merge": MERGE,
    "merge of districts": ops.Merge(
        members=(ops.Member(unit=NINH_KIEU), ops.Member(unit=BINH_THUY)),
        into=new("Quận Mới", kind="urban_district", code="999", parent=unit("Thành phố Cần Thơ")),
    ),
    "absorb": ops.Absorb(members=(ops.Member(unit=CAI_KHE),), into=AN_HOA),
    "split": ops.Split(unit=CAI_KHE, parts=(ops.Part(into=AN_HOA, **HALF), ops.Part(into=THOI_BINH, **HALF))),
    "transfer": ops.Transfer(unit=CAI_KHE, to=AN_HOA, **HALF),
    "dissolve": ops.Dissolve(unit=CAI_KHE),
    "correct": ops.Correct(unit=CAI_KHE, field="name", value="Phường Đẹp", since=DAY, reason="Ghi sai"),
}


@pytest.fixture(autouse=True)
def _town() -> None:
    found_town()


@pytest.mark.parametrize("what", ANYTHING)
def test_to_apply_and_then_revoke_gives_back_the_same_register(what: str) -> None:
    before = rows()
    decision = signed(ANYTHING[what]).decision
    assert rows() != before

    revocation = signed(ops.Revoke(decision=decision.pk), on=LATER).decision

    assert rows() == before
    assert Decision.objects.get(pk=revocation.pk).revokes == [decision.pk]
    assert revoked() == {decision.pk}


def test_many_operations_at_once_are_taken_back_at_once() -> None:
    before = rows()
    decision = signed(
        MERGE, ops.Rename(unit=TRA_AN, name="A"), ops.Move(unit=THOI_BINH, to=BINH_THUY)
    ).decision
    assert len(lineage(rows())) == 2

    signed(ops.Revoke(decision=decision.pk), on=LATER)

    assert rows() == before


def test_what_others_built_upon_is_not_taken_back() -> None:
    decision = signed(MERGE).decision
    signed(ops.Rename(unit=MERGED, name="Phường Đẹp"), on=LATER)
    before = rows()

    with pytest.raises(BuiltUpon) as refusal:
        checked(ops.Revoke(decision=decision.pk), on=LAST)

    assert "Phường Đẹp (31999)" in refusal.value.message("vi")
    assert rows() == before


def test_the_later_ones_go_first() -> None:
    before = rows()
    decision = signed(MERGE).decision
    later = signed(ops.Rename(unit=MERGED, name="Phường Đẹp"), on=LATER).decision

    signed(ops.Revoke(decision=later.pk), ops.Revoke(decision=decision.pk), on=LAST)

    assert rows() == before
    assert revoked() == {decision.pk, later.pk}


def test_a_decision_is_revoked_once() -> None:
    decision = signed(MERGE).decision
    signed(ops.Revoke(decision=decision.pk), on=LATER)

    with pytest.raises(AlreadyRevoked):
        checked(ops.Revoke(decision=decision.pk), on=LAST)


@pytest.mark.parametrize("which", ["nobody's", "a draft", "its own"])
def test_only_a_signed_decision_can_be_revoked(which: str) -> None:
    draft = checked(MERGE)
    target = NOBODY if which == "nobody's" else draft.pk

    with pytest.raises(UnknownDecision):
        checked(ops.Revoke(decision=target), on=LATER)


def test_a_revocation_may_be_revoked_and_the_first_decision_stands_again() -> None:
    empty = rows()
    decision = signed(MERGE).decision
    merged = rows()
    first = signed(ops.Revoke(decision=decision.pk), on=LATER).decision

    second = signed(ops.Revoke(decision=first.pk), on=LATER).decision

    assert rows() == merged
    assert revoked() == {first.pk}

    third = signed(ops.Revoke(decision=second.pk), on=LATER).decision

    assert rows() == empty
    assert revoked() == {decision.pk, second.pk}
    assert third.pk not in revoked()


def test_each_decision_names_what_takes_it_back_as_known() -> None:
    decision = signed(MERGE).decision
    first = signed(ops.Revoke(decision=decision.pk), on=LATER).decision
    second = signed(ops.Revoke(decision=first.pk), on=LATER).decision

    assert revoked_by(None) == {first.pk: second}
    assert revoked_by(first.signed_at) == {decision.pk: first}
    assert revoked_by(decision.signed_at) == {}


def test_a_decision_that_stands_again_can_be_revoked_again() -> None:
    empty = rows()
    decision = signed(MERGE).decision
    first = signed(ops.Revoke(decision=decision.pk), on=LATER).decision
    signed(ops.Revoke(decision=first.pk), on=LATER)

    signed(ops.Revoke(decision=decision.pk), on=LAST)

    assert rows() == empty
    assert decision.pk in revoked()


def test_a_unit_that_was_taken_back_can_be_established_anew() -> None:
    establish = ops.Establish(unit=new("Phường Mới", code="31999"))
    decision = signed(establish).decision
    signed(ops.Revoke(decision=decision.pk), on=LATER)

    signed(establish, on=LAST)

    assert {row.valid.since for row in rows() if getattr(row, "unit", None) == MERGED} == {LAST}
