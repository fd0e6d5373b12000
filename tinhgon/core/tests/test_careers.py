"""Who moves on, is away for a while, comes back or leaves; and what is put right afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.periods import Period
from tinhgon.core.refusals import BuiltUpon, LaterFacts, SeatsTaken, TwoMainPosts
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    DEPUTY,
    EXPERTS,
    HUNG,
    LAN,
    MAI,
    OTHER_CHAIR,
    career,
    holders,
    staffed,
)
from tinhgon.core.tests.world import AN_HOA, DAY, EVE, FOUNDED, LAST, LATER, THOI_BINH, TRA_AN

MIDDLE = date(2017, 1, 1)  # between the day and later
BACK = [(CHAIR, "regular", Period(FOUNDED, DAY)), (CHAIR, "absent", Period(DAY, LATER)),
        (CHAIR, "regular", Period(LATER))]  # fmt: skip
SECOND = ops.Second(person=LAN, post=OTHER_CHAIR, until=LATER)


# Moving on


def test_a_transfer_ends_the_main_post_and_begins_another_and_leaves_the_rest() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=LAN, post=ARCHIVIST, how="concurrent"))

    world.sign(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=LATER)

    assert career(world, LAN) == [
        (CHAIR, "regular", Period(FOUNDED, LATER)), (ARCHIVIST, "concurrent", Period(DAY)),
        (OTHER_CHAIR, "regular", Period(LATER)),
    ]  # fmt: skip


def test_two_change_places_in_one_decision() -> None:
    world = staffed()

    world.sign(ops.TransferPerson(person=LAN, post=DEPUTY), ops.TransferPerson(person=HUNG, post=CHAIR))

    assert (holders(world, CHAIR, DAY), holders(world, DEPUTY, DAY)) == ({HUNG}, {LAN})


def test_who_is_seconded_is_absent_from_the_main_post_and_takes_it_up_again_on_the_day() -> None:
    world = staffed()

    world.sign(SECOND)

    assert [row for row in career(world, LAN) if row[0] == CHAIR] == BACK
    assert (OTHER_CHAIR, "secondment", Period(DAY, LATER)) in career(world, LAN)
    assert holders(world, OTHER_CHAIR, LATER) == set()


def test_while_the_holder_is_seconded_another_may_take_the_seat_until_the_return() -> None:
    world = staffed()
    world.sign(SECOND)

    refusal = world.refusal(SeatsTaken, ops.Appoint(person=MAI, post=CHAIR))

    assert refusal.facts["day"] == LATER
    world.sign(ops.Appoint(person=MAI, post=CHAIR, how="acting"))


def test_a_second_secondment_puts_off_the_return() -> None:
    world = staffed()
    world.sign(SECOND)

    world.sign(ops.Second(person=LAN, post=ARCHIVIST, until=LAST), on=MIDDLE)

    back = world.life(LAN).appointments[-1]
    assert (back.post, back.how, back.valid) == (CHAIR, "regular", Period(LAST))
    assert all(
        row.how == "absent" for row in world.life(LAN).appointments
        if row.post == CHAIR and row.valid.since >= DAY and row != back
    )  # fmt: skip


def test_who_is_away_for_good_stays_absent_after_a_secondment() -> None:
    world = staffed()
    world.sign(ops.ChangeOccupancy(person=LAN, post=CHAIR, how="absent"), on=EVE)

    world.sign(SECOND)

    ways = [(how, valid) for post, how, valid in career(world, LAN) if post == CHAIR]
    assert ways[-1] == ("absent", Period(DAY))


@pytest.mark.parametrize(
    "leave",
    [ops.Retire(person=LAN), ops.Release(person=LAN), ops.TransferPerson(person=LAN, post=ARCHIVIST)],
    ids=lambda order: order.op,
)
def test_who_leaves_while_away_does_not_come_back(leave: ops.Operation) -> None:
    world = staffed()
    world.sign(SECOND)

    world.sign(leave, on=MIDDLE)

    assert holders(world, CHAIR, LATER) == set()
    assert all(valid.until == MIDDLE for post, _, valid in career(world, LAN)[-1:] if post != ARCHIVIST)


def test_who_comes_back_early_is_back_for_good() -> None:
    world = staffed()
    world.sign(SECOND)

    world.sign(
        ops.Release(person=LAN, post=OTHER_CHAIR),
        ops.ChangeOccupancy(person=LAN, post=CHAIR, how="regular"), on=MIDDLE,
    )  # fmt: skip

    assert [(how, valid) for post, how, valid in career(world, LAN) if post == CHAIR] == [
        ("regular", Period(FOUNDED, DAY)), ("absent", Period(DAY, MIDDLE)), ("regular", Period(MIDDLE)),
    ]  # fmt: skip
    world.sign(ops.Retire(person=LAN), on=date(2018, 1, 1))
    assert holders(world, CHAIR, LATER) == set()


def test_another_term_while_away_lasts_beyond_the_return() -> None:
    world = staffed()
    world.sign(SECOND)

    world.sign(ops.Reappoint(person=LAN, post=CHAIR, term_until=LAST), on=MIDDLE)

    terms = [row.term_until for row in world.life(LAN).appointments if row.post == CHAIR]
    assert terms == [None, None, LAST, LAST]


def test_who_retires_leaves_every_post() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=LAN, post=ARCHIVIST, how="concurrent"))

    world.sign(ops.Retire(person=LAN), on=LATER)

    assert [valid.until for _, _, valid in career(world, LAN)] == [LATER, LATER]


def test_who_leaves_on_the_first_day_never_held_the_post() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=EXPERTS))

    world.sign(ops.Release(person=MAI, post=EXPERTS))

    assert career(world, MAI) == []


# A later decision exists already


def test_a_release_before_a_later_change_is_refused_with_its_day() -> None:
    world = staffed()
    world.sign(ops.ChangeOccupancy(person=LAN, post=CHAIR, how="absent"), on=LATER)

    refusal = world.refusal(LaterFacts, ops.Release(person=LAN, post=CHAIR))

    assert (refusal.facts["unit"], refusal.facts["day"]) == ("Trần Thị Lan", LATER)


def test_a_release_from_one_post_looks_at_no_other() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=LAN, post=ARCHIVIST, how="concurrent"), on=LATER)

    world.sign(ops.Release(person=LAN, post=CHAIR))

    assert career(world, LAN) == [
        (CHAIR, "regular", Period(FOUNDED, DAY)), (ARCHIVIST, "concurrent", Period(LATER)),
    ]  # fmt: skip


def test_a_transfer_of_the_past_holds_until_the_one_recorded() -> None:
    world = staffed()
    world.sign(ops.TransferPerson(person=LAN, post=OTHER_CHAIR), on=LATER)

    world.sign(ops.TransferPerson(person=LAN, post=ARCHIVIST), on=DAY)

    assert career(world, LAN) == [
        (CHAIR, "regular", Period(FOUNDED, DAY)), (ARCHIVIST, "regular", Period(DAY, LATER)),
        (OTHER_CHAIR, "regular", Period(LATER)),
    ]  # fmt: skip


def test_an_appointment_cannot_be_revoked_once_the_person_moved_on() -> None:
    world = staffed()
    decision = world.sign(ops.Appoint(person=MAI, post=EXPERTS))
    world.sign(ops.TransferPerson(person=MAI, post=ARCHIVIST), on=LATER)

    assert world.refusal(BuiltUpon, ops.Revoke(decision=decision)).facts["units"] == ["Phạm Mai"]


def test_a_release_cannot_be_revoked_once_another_has_the_seat() -> None:
    world = staffed()
    decision = world.sign(ops.Release(person=LAN))
    world.sign(ops.Appoint(person=MAI, post=CHAIR), on=LATER)

    assert world.refusal(SeatsTaken, ops.Revoke(decision=decision)).facts["day"] == LATER


def test_a_release_cannot_be_revoked_once_the_person_has_another_main_post() -> None:
    world = staffed()
    decision = world.sign(ops.Release(person=LAN))
    world.sign(ops.Appoint(person=LAN, post=OTHER_CHAIR), on=LATER)

    world.refusal(TwoMainPosts, ops.Revoke(decision=decision))


# Corrections


def correction(since: date | None, until: date | None = None) -> ops.CorrectAppointment:
    return ops.CorrectAppointment(
        person=LAN, post=CHAIR, recorded_since=FOUNDED, since=since, until=until, reason="Ghi sai"
    )


def test_the_days_of_an_appointment_are_put_right() -> None:
    world = staffed()

    decision = world.sign(correction(DAY, LATER), on=LAST)

    assert career(world, LAN) == [(CHAIR, "regular", Period(DAY, LATER))]
    assert world.life(LAN).appointments[0].decision == decision


def test_an_appointment_that_never_was_is_taken_back_and_revoking_that_gives_it_again() -> None:
    world = staffed()

    decision = world.sign(correction(None))
    assert career(world, LAN) == []

    world.sign(ops.Revoke(decision=decision))
    assert career(world, LAN) == [(CHAIR, "regular", Period(FOUNDED))]


def test_a_correction_cannot_let_one_hold_two_main_posts() -> None:
    world = staffed()
    world.sign(ops.TransferPerson(person=LAN, post=OTHER_CHAIR))

    refusal = world.refusal(TwoMainPosts, correction(FOUNDED, DAY + timedelta(days=1)))

    assert refusal.facts["day"] == DAY


def test_a_correction_reaches_up_to_the_next_main_post() -> None:
    world = staffed()
    world.sign(ops.TransferPerson(person=LAN, post=OTHER_CHAIR))

    world.sign(correction(EVE, DAY))

    assert career(world, LAN)[0] == (CHAIR, "regular", Period(EVE, DAY))


# All in one


def test_a_decision_about_units_posts_and_people_is_applied_and_revoked_as_a_whole() -> None:
    world = staffed()
    before = world.snapshot.lives

    decision = world.sign(
        ops.Absorb(members=(ops.Member(unit=AN_HOA),), into=THOI_BINH),
        ops.MovePost(post=ARCHIVIST, to=THOI_BINH),
        ops.Appoint(person=MAI, post=ARCHIVIST),
        ops.TransferPerson(person=LAN, post=OTHER_CHAIR),
        ops.Dissolve(unit=TRA_AN),
    )
    assert holders(world, OTHER_CHAIR, DAY) == {LAN}

    world.sign(ops.Revoke(decision=decision), on=LATER)

    assert world.snapshot.lives == before
