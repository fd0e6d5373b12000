"""Two who decide about one person or one seat: one wins, the other is told who and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.refusals import BuiltUpon, HoldsNot, PeopleLost, SeatsTaken
from tinhgon.core.tests.occupation import assert_occupied
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    DEPUTY,
    EXPERTS,
    HUNG,
    LAN,
    MAI,
    OTHER_CHAIR,
    STAFF,
    TAM,
)
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, LATER, THOI_BINH
from tinhgon.register import refusals
from tinhgon.register.actions import check, sign
from tinhgon.register.actions.signing import Signed
from tinhgon.register.models import Appointment, Decision
from tinhgon.register.queries import snapshots
from tinhgon.register.tests.factories import at_once, checked, next_moment, rows, settle
from tinhgon.register.tests.staffing import found_staffed_town

APPOINT = ops.Appoint(person=MAI, post=EXPERTS)
ELSEWHERE = ops.Appoint(person=MAI, post=ARCHIVIST, how="concurrent")


def signing(decision: Decision) -> Callable[[], Signed]:
    return lambda: sign(decision=decision, actor=None, at=next_moment())


@pytest.mark.django_db
class TestOneAfterTheOther:
    @pytest.fixture(autouse=True)
    def _town(self) -> None:
        found_staffed_town()

    def beaten(self, first: Decision, second: Decision, by: type[Refused] = refusals.Overtaken) -> Any:
        signing(first)()
        before = rows()
        with pytest.raises(by) as caught:
            signing(second)()
        settle()
        assert rows() == before
        for language in ("vi", "en"):
            assert "{" not in caught.value.message(language)
        return caught.value

    def test_who_appoints_the_same_person_is_told_by_whom(self) -> None:
        first, second = checked(APPOINT), checked(ELSEWHERE)

        refusal = self.beaten(first, second)

        assert str(first) in refusal.message("vi")
        assert "Phạm Mai" in refusal.message("vi")

    def test_checked_again_it_may_be_signed(self) -> None:
        first, second = checked(APPOINT), checked(ELSEWHERE)
        self.beaten(first, second)

        check(decision=second)
        signing(second)()

        held = Appointment.objects.on(LATER).filter(person=MAI)
        assert set(held.values_list("post", flat=True)) == {EXPERTS, ARCHIVIST}

    def test_who_finds_the_last_seat_taken_is_told_by_whom(self) -> None:
        first = checked(ops.Appoint(person=MAI, post=OTHER_CHAIR))
        second = checked(ops.Appoint(person=TAM, post=OTHER_CHAIR))

        assert "Phạm Mai" in self.beaten(first, second, SeatsTaken).message("vi")

    def test_seats_of_one_post_that_suffice_for_both_are_taken_by_both(self) -> None:
        first, second = checked(APPOINT), checked(ops.Appoint(person=TAM, post=EXPERTS))

        signing(first)()
        signing(second)()

        assert Appointment.objects.on(LATER).filter(post=EXPERTS).count() == 2

    def test_a_post_that_was_changed_since_the_check(self) -> None:
        first, second = checked(ops.ChangePost(post=EXPERTS, seats=3)), checked(APPOINT)

        assert "Chuyên viên" in self.beaten(first, second).message("vi")

    @pytest.mark.parametrize(
        "end",
        [ops.Dissolve(unit=AN_HOA), ops.AbolishPost(post=OTHER_CHAIR),
         ops.Absorb(members=(ops.Member(unit=AN_HOA),), into=CAI_KHE, posts="stay")],
        ids=lambda order: order.op,
    )  # fmt: skip
    def test_an_end_that_was_checked_before_somebody_came(self, end: ops.Operation) -> None:
        orders = [end] if isinstance(end, ops.AbolishPost) else [ops.AbolishPost(post=OTHER_CHAIR), end]
        second = checked(*orders, on=LATER)

        refusal = self.beaten(checked(ops.Appoint(person=MAI, post=OTHER_CHAIR)), second, PeopleLost)

        assert "Phạm Mai" in refusal.message("vi")

    def test_a_post_that_is_led_along_and_was_changed_since_the_check_counts_too(self) -> None:
        merger = checked(ops.Absorb(members=(ops.Member(unit=CAI_KHE),), into=THOI_BINH))

        refusal = self.beaten(checked(ops.ChangePost(post=CHAIR, seats=2)), merger)

        assert "Chủ tịch" in refusal.message("vi")

    def test_a_release_of_one_who_left_meanwhile(self) -> None:
        self.beaten(checked(ops.Retire(person=LAN)), checked(ops.Release(person=LAN, post=CHAIR)), Refused)

    def test_a_quota_that_was_given_to_another_meanwhile(self) -> None:
        first = checked(ops.SetQuota(unit=CAI_KHE, staff=STAFF, number=25))
        second = checked(ops.SetQuota(unit=AN_HOA, staff=STAFF, number=20))

        assert self.beaten(first, second, Refused).code == "QuotaExceeded"

    def test_a_revocation_of_what_was_built_upon_meanwhile(self) -> None:
        signing(decision := checked(APPOINT))()
        revocation = checked(ops.Revoke(decision=decision.pk), on=LATER)

        self.beaten(checked(ops.TransferPerson(person=MAI, post=ARCHIVIST), on=LATER), revocation, BuiltUpon)

    def test_decisions_about_different_people_do_not_meet(self) -> None:
        first, second = checked(APPOINT), checked(ops.TransferPerson(person=HUNG, post=ARCHIVIST))

        signing(first)()
        signing(second)()

        assert not Appointment.objects.on(LATER).filter(post=DEPUTY).exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtOnce:
    def race(self, *decisions: Decision) -> tuple[list[Signed], list[Refused]]:
        outcomes = at_once(*map(signing, decisions))
        assert_occupied(snapshots.gather_whole().snapshot)
        won = [outcome for outcome in outcomes if isinstance(outcome, Signed)]
        return won, [outcome for outcome in outcomes if isinstance(outcome, Refused)]

    def test_of_many_who_appoint_one_person_exactly_one_wins(self) -> None:
        found_staffed_town()
        posts = (EXPERTS, ARCHIVIST, OTHER_CHAIR)

        won, lost = self.race(*(checked(ops.Appoint(person=MAI, post=post)) for post in posts))

        assert len(won) == 1
        assert [type(refusal) for refusal in lost] == [refusals.Overtaken] * 2
        assert Appointment.objects.on(LATER).filter(person=MAI).count() == 1

    def test_of_many_who_take_the_last_seat_exactly_one_does(self) -> None:
        found_staffed_town()

        won, lost = self.race(*(checked(ops.Appoint(person=who, post=OTHER_CHAIR)) for who in (MAI, TAM)))

        assert len(won) == 1
        assert [type(refusal) for refusal in lost] == [SeatsTaken]
        assert Appointment.objects.on(LATER).filter(post=OTHER_CHAIR).count() == 1

    def test_who_retires_and_who_is_transferred_at_once_does_only_one(self) -> None:
        found_staffed_town()

        won, lost = self.race(
            checked(ops.Retire(person=LAN)), checked(ops.TransferPerson(person=LAN, post=ARCHIVIST))
        )

        assert len(won) == 1
        assert {type(refusal) for refusal in lost} <= {refusals.Overtaken, HoldsNot}
