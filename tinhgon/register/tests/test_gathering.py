"""What is gathered for a decision is all that it leans on: with the whole register the answer is the same."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.snapshot import Snapshot
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE, DAY, LAST, LATER, NINH_KIEU, TRA_AN
from tinhgon.register.actions.demo import load_demo
from tinhgon.register.models import Decision
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


def dated(dice: random.Random, snapshot: Snapshot) -> tuple[date, list[ops.Operation]]:
    """Order something about units of the real register, on one of its days; half of it stands a chance."""
    day = dice.choice(
        [date(2006, 1, 1), date(2010, 5, 5), date(2025, 6, 30), date(2025, 7, 1), date(2026, 1, 1)]
    )
    living = [one for one, life in snapshot.lives.items() if life.version_on(day)]
    ended = [one for one, life in snapshot.lives.items() if life.versions[-1].valid.until]
    codes = [row.value for life in snapshot.lives.values() for row in life.identifiers]
    one, two, three, dead = *dice.sample(living, 3), dice.choice(ended)
    born = new(f"Xã {dice.random()}", parent=dice.choice([three, None]), code=dice.choice(codes))
    half = {"share_area": Decimal("0.5"), "share_population": Decimal("0.5")}
    decision = dice.choice(list(Decision.objects.values_list("pk", flat=True)))
    several = tuple(ops.Member(unit=each) for each in (one, two))
    orders: list[ops.Operation] = [
        ops.Establish(unit=born),
        ops.Rename(unit=dead, name="Xã Đẹp"),
        ops.ChangeCode(unit=one, value=dice.choice(codes)),
        ops.Move(unit=one, to=two),
        ops.Merge(members=several, into=born, children=dice.choice(["follow", "stay"])),  # type: ignore[arg-type]
        ops.Absorb(members=several, into=three),
        ops.Split(unit=one, parts=(ops.Part(into=born, **half), ops.Part(into=two, **half))),
        ops.Transfer(unit=one, to=two, **half),
        ops.Dissolve(unit=dice.choice([one, dead])),
        ops.Restore(unit=dead, parent=dice.choice([one, None])),
        ops.Correct(unit=one, field="parent", value=str(two), since=day, reason="Ghi sai"),
        ops.Correct(
            unit=dead, field="code", value=dice.choice(codes), since=date(2008, 1, 1), reason="Ghi sai"
        ),
        ops.Revoke(decision=decision),
    ]
    return day, [dice.choice(orders) for _ in range(dice.choice([1, 1, 2]))]


def test_on_the_real_data_the_answers_are_those_of_the_whole_register() -> None:
    load_demo()
    dice, answers = random.Random(1668), []  # noqa: S311
    whole = snapshots.gather_whole().snapshot
    for _ in range(40):
        on, orders = dated(dice, whole)
        answers.append(assert_alike(*orders, on=on))

    latest = Decision.objects.order_by("-signed_at", "-effective_on")[:6]
    answers.extend(assert_alike(ops.Revoke(decision=one.pk), on=date(2026, 1, 1)) for one in latest)

    accepted = [answer for answer in answers if not isinstance(answer, str)]
    assert 5 < len(accepted) < len(answers) - 5
