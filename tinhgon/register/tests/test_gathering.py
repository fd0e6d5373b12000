"""What is gathered for a decision is all that it leans on: with the whole register the answer is the same."""

from __future__ import annotations

import pytest
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE, DAY, LAST, LATER, NINH_KIEU, TRA_AN
from tinhgon.register.queries import snapshots
from tinhgon.register.tests.factories import assert_alike, found_town, new, signed

pytestmark = pytest.mark.django_db


def test_a_merger_can_be_revoked() -> None:
    found_town()
    merger = signed(
        ops.Merge(members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Phường Mới"))
    ).decision

    assert not isinstance(assert_alike(ops.Revoke(decision=merger.pk), on=LATER), str)


def test_a_revocation_knows_the_former_parent_that_no_row_names_any_more() -> None:
    found_town()
    signed(ops.Establish(unit=new("Phường Mới", parent=TRA_AN)))
    move = signed(ops.Move(unit=new("Phường Mới").id, to=CAI_KHE)).decision

    assert not isinstance(assert_alike(ops.Revoke(decision=move.pk), on=LATER), str)


def test_a_revocation_sees_who_bears_the_former_code_by_now() -> None:
    found_town()
    change = signed(ops.ChangeCode(unit=CAI_KHE, value="31998")).decision
    signed(ops.ChangeCode(unit=TRA_AN, value="31117"), on=LATER)

    answer = assert_alike(ops.Revoke(decision=change.pk), on=LAST)

    assert "Code 31117 belongs to" in str(answer)


def test_a_unit_that_is_restored_sees_who_bears_its_code_by_now() -> None:
    found_town()
    signed(ops.Dissolve(unit=CAI_KHE))
    signed(ops.ChangeCode(unit=TRA_AN, value="31117"), on=LATER)

    answer = assert_alike(ops.Restore(unit=CAI_KHE), on=LAST)

    assert "31117 belongs to Phường Trà An" in str(answer)


def test_lineage_keeps_both_its_ends() -> None:
    found_town()
    founding = signed(ops.Establish(unit=new("Phường Mới"))).decision
    signed(ops.Absorb(members=(ops.Member(unit=CAI_KHE),), into=new("Phường Mới").id), on=LATER)

    answer = assert_alike(ops.Revoke(decision=founding.pk), on=LAST)

    assert "Phường Cái Khế" in str(answer)
    assert "Phường Mới" in str(answer)


def test_a_parent_that_is_no_unit_is_refused_by_name() -> None:
    found_town()
    order = ops.Correct(unit=CAI_KHE, field="parent", value="không phải mã", since=DAY, reason="Ghi sai")

    assert "does not fit" in str(assert_alike(order))


def test_a_decision_is_gathered_in_one_statement(django_assert_num_queries: object) -> None:
    found_town()
    orders = [ops.Rename(unit=CAI_KHE, name="X"), ops.Move(unit=NINH_KIEU, to=BINH_THUY)]

    with django_assert_num_queries(1, connection=connection):  # type: ignore[operator]
        snapshots.gather(orders)
