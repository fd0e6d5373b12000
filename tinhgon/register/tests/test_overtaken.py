"""Two who decide at once: one wins, the other is told what changed, and the register stays sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from threading import Thread
from typing import Any

import pytest
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.refusals import BuiltUpon, HasChildren
from tinhgon.core.tests.soundness import assert_sound
from tinhgon.core.tests.world import (
    AN_HOA,
    BINH_THUY,
    CAI_KHE,
    LATER,
    NINH_KIEU,
    THOI_BINH,
    TRA_AN,
    TRA_NOC,
    unit,
)
from tinhgon.register import refusals
from tinhgon.register.actions import check, redraft, sign
from tinhgon.register.actions.signing import Signed
from tinhgon.register.models import Decision, UnitVersion
from tinhgon.register.queries import snapshots
from tinhgon.register.tests.factories import (
    at_once,
    checked,
    drafted,
    found_town,
    head,
    new,
    next_moment,
    outside,
    rows,
    settle,
    wait_for_waiters,
)
from tinhgon.temporal.naming import TooBusy

RENAME = ops.Rename(unit=CAI_KHE, name="Phường Đẹp")
FIGURES = ops.ChangeFigures(unit=CAI_KHE, population=5)
TENTH = Decimal("0.1")
ESTABLISH = ops.Establish(unit=new("Phường Mới", parent=TRA_AN))


def signing(decision: Decision) -> Callable[[], Signed]:
    return lambda: sign(decision=decision, actor=None, at=next_moment())


@pytest.mark.django_db
class TestOneAfterTheOther:
    @pytest.fixture(autouse=True)
    def _town(self) -> None:
        found_town()

    def beaten(self, first: Decision, second: Decision, by: type[Refused] = refusals.Overtaken) -> Any:
        signing(first)()
        before = rows()
        with pytest.raises(by) as caught:
            signing(second)()
        settle()
        assert rows() == before
        assert Decision.objects.get(pk=second.pk).state == "checked"
        for language in ("vi", "en"):
            assert "{" not in caught.value.message(language)
        return caught.value

    def test_the_second_is_told_by_whom_and_where(self) -> None:
        first, second = checked(FIGURES), checked(RENAME)

        refusal = self.beaten(first, second)

        assert str(first) in refusal.message("vi")
        assert "Phường Cái Khế (31117)" in refusal.message("vi")

    def test_checked_again_it_may_be_signed(self) -> None:
        first, second = checked(FIGURES), checked(RENAME)
        self.beaten(first, second)

        check(decision=second)
        signing(second)()

        version = UnitVersion.objects.on(LATER).get(unit=CAI_KHE)
        assert (version.name, version.population) == ("Phường Đẹp", 5)

    def test_decisions_on_different_units_do_not_meet(self) -> None:
        first, second = checked(RENAME), checked(ops.Rename(unit=TRA_AN, name="Phường Khác"))

        signing(first)()
        signing(second)()

    def test_what_was_signed_before_the_check_overtakes_nothing(self) -> None:
        signing(checked(FIGURES))()

        signing(checked(RENAME))()

    @pytest.mark.parametrize(
        "first",
        [
            ops.ChangeCode(unit=CAI_KHE, value=""),
            ops.Transfer(unit=TRA_AN, to=CAI_KHE, share_area=TENTH, share_population=TENTH),
            ops.Absorb(members=(ops.Member(unit=AN_HOA),), into=CAI_KHE),
            ops.Correct(unit=CAI_KHE, field="parent", value=str(BINH_THUY), since=LATER, reason="x"),
            ops.Move(unit=CAI_KHE, to=None, line="party"),
        ],
        ids=lambda order: order.op,
    )
    def test_whatever_the_first_did_to_the_unit(self, first: ops.Operation) -> None:
        winner = checked(first)

        refusal = self.beaten(winner, checked(RENAME))

        assert str(winner) in refusal.message("en")

    def test_a_unit_that_only_follows_counts_too(self) -> None:
        """The district's end leads its wards away: one was renamed since the check showed them."""
        merger = checked(ops.Absorb(members=(ops.Member(unit=NINH_KIEU),), into=BINH_THUY))

        refusal = self.beaten(checked(RENAME), merger)

        assert "Phường Đẹp" in refusal.message("vi")

    def test_a_unit_taken_back_meanwhile_is_named_by_what_is_left(self) -> None:
        signing(founding := checked(ESTABLISH))()
        rename = checked(ops.Rename(unit=unit("Phường Mới"), name="Phường Đẹp"), on=LATER)

        refusal = self.beaten(checked(ops.Revoke(decision=founding.pk), on=LATER), rename)

        assert str(unit("Phường Mới")) in refusal.message("vi")

    def test_two_that_are_sound_alone_and_not_together(self) -> None:
        establish, dissolve = checked(ESTABLISH), checked(ops.Dissolve(unit=TRA_AN))

        refusal = self.beaten(establish, dissolve, HasChildren)

        assert "Phường Mới" in refusal.message("vi")

    def test_and_the_other_way_round(self) -> None:
        establish, dissolve = checked(ESTABLISH, on=LATER), checked(ops.Dissolve(unit=TRA_AN))

        assert "Phường Trà An" in self.beaten(dissolve, establish).message("vi")

    def test_two_halves_of_a_ring(self) -> None:
        one = checked(ops.Move(unit=CAI_KHE, to=AN_HOA))
        other = checked(ops.Move(unit=AN_HOA, to=CAI_KHE))

        self.beaten(one, other)

    def test_one_code_for_two(self) -> None:
        one = checked(ops.ChangeCode(unit=CAI_KHE, value="31999"))
        other = checked(ops.ChangeCode(unit=TRA_AN, value="31999"))

        refusal = self.beaten(one, other, Refused)

        assert refusal.code == "CodeTaken"

    def test_one_identity_for_two(self) -> None:
        twice = [checked(ops.Establish(unit=new("Phường Mới"))) for _ in range(2)]

        self.beaten(*twice)

    def test_a_revocation_of_what_was_built_upon_meanwhile(self) -> None:
        signing(decision := checked(RENAME))()
        revocation = checked(ops.Revoke(decision=decision.pk), on=LATER)

        self.beaten(checked(ops.Rename(unit=CAI_KHE, name="Phường Khác"), on=LATER), revocation, BuiltUpon)


@pytest.mark.django_db
def test_a_check_of_an_empty_register_is_older_than_any_signature() -> None:
    early = checked(ops.Establish(unit=new("Phường Mới", parent=None)))
    founding = found_town().decision
    assert early.checked_at is not None
    assert founding.signed_at is not None

    signing(early)()

    assert early.checked_at < founding.signed_at


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    @pytest.fixture(autouse=True)
    def _town(self) -> None:
        found_town()

    @contextmanager
    def racing(self, *acts: Callable[[], Any], waiting: int) -> Iterator[list[Any]]:
        """Hold the signing lock until all wait for it, then let them go."""
        outcomes: list[Any] = []
        with outside() as holder, outside() as watch:
            holder.execute("SELECT pg_advisory_xact_lock(hashtext('tinhgon.register'))")
            race = Thread(target=lambda: outcomes.extend(at_once(*acts)))
            race.start()
            wait_for_waiters(waiting, other=watch)
            yield outcomes
            holder.rollback()
            race.join()

    def race(self, *decisions: Decision) -> tuple[list[Signed], list[Refused]]:
        with self.racing(*map(signing, decisions), waiting=len(decisions)) as outcomes:
            pass
        assert_sound(snapshots.gather_whole().snapshot)
        won = [outcome for outcome in outcomes if isinstance(outcome, Signed)]
        return won, [outcome for outcome in outcomes if isinstance(outcome, Refused)]

    def test_of_many_who_change_one_unit_exactly_one_wins(self) -> None:
        decisions = [checked(ops.Rename(unit=CAI_KHE, name=f"Phường {number}")) for number in range(5)]

        won, lost = self.race(*decisions)

        assert len(won) == 1
        assert [type(refusal) for refusal in lost] == [refusals.Overtaken] * 4
        assert all(str(won[0].decision) in refusal.message("vi") for refusal in lost)
        assert Decision.objects.filter(state="signed").count() == 2

    def test_of_two_who_sign_one_decision_one_is_told_that_it_is_signed(self) -> None:
        decision = checked(RENAME)

        won, lost = self.race(decision, decision)

        assert len(won) == 1
        assert [type(refusal) for refusal in lost] == [refusals.AlreadySigned]

    def test_of_two_that_are_sound_alone_and_not_together_one_wins(self) -> None:
        won, lost = self.race(checked(ESTABLISH), checked(ops.Dissolve(unit=TRA_AN)))

        assert (len(won), len(lost)) == (1, 1)
        assert type(lost[0]) in (HasChildren, refusals.Overtaken)

    def test_those_who_do_not_meet_all_win(self) -> None:
        won, lost = self.race(*(
            checked(ops.Rename(unit=one, name="Phường Mới")) for one in (CAI_KHE, TRA_AN, TRA_NOC, THOI_BINH)
        ))  # fmt: skip

        assert (len(won), lost) == (4, [])
        moments = sorted(done.decision.signed_at for done in won)
        assert len(set(moments)) == 4

    def test_who_waits_too_long_is_told_so_and_nothing_is_written(self) -> None:
        decision, before = checked(RENAME), rows()

        def impatient() -> Signed:
            with connection.cursor() as cursor:
                cursor.execute("SET lock_timeout = '100ms'")
            return signing(decision)()

        with outside() as holder:
            holder.execute("SELECT pg_advisory_xact_lock(hashtext('tinhgon.register'))")
            (outcome,) = at_once(impatient)

        assert type(outcome) is TooBusy
        assert rows() == before

    def test_a_draft_that_is_rewritten_while_it_is_signed_is_signed_as_it_was_checked(self) -> None:
        """The redraft waits for the signature, and then finds a signed decision."""
        decision = checked(RENAME)
        again = Decision.objects.get(pk=decision.pk)

        def rewrite() -> Decision:
            return redraft(decision=again, head=head(), operations=[ops.Dissolve(unit=CAI_KHE)], actor=None)

        with outside() as holder, outside() as watch:
            # The signature gets as far as its first row, and waits there with the decision in its hands.
            holder.execute("LOCK TABLE register_unitversion IN EXCLUSIVE MODE")
            outcomes: list[Any] = []
            first = Thread(target=lambda: outcomes.extend(at_once(signing(decision))))
            first.start()
            wait_for_waiters(1, other=watch)
            second = Thread(target=lambda: outcomes.extend(at_once(rewrite)))
            second.start()
            wait_for_waiters(2, other=watch)
            holder.rollback()
            first.join()
            second.join()

        kept = Decision.objects.get(pk=decision.pk)
        assert {type(outcome) for outcome in outcomes} == {Signed, refusals.AlreadySigned}
        assert ops.read(kept.operations) == (RENAME,)
        assert UnitVersion.objects.on(LATER).get(unit=CAI_KHE).name == "Phường Đẹp"

    def test_a_draft_that_is_rewritten_while_it_is_checked_is_not_taken_for_checked(self) -> None:
        decision = drafted(RENAME)
        again = Decision.objects.get(pk=decision.pk)
        with outside() as holder, outside() as watch:
            holder.execute("SELECT FROM register_decision WHERE id = %s FOR UPDATE", [decision.pk])
            outcomes: list[Any] = []
            checking = Thread(target=lambda: outcomes.extend(at_once(lambda: check(decision=again))))
            checking.start()
            wait_for_waiters(1, other=watch)
            holder.execute("UPDATE register_decision SET operations = '[]' WHERE id = %s", [decision.pk])
            holder.commit()
            checking.join()

        assert [type(outcome).__name__ for outcome in outcomes] == ["NothingOrdered"]
        assert Decision.objects.get(pk=decision.pk).state == "draft"
