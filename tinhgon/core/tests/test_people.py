"""Who holds which post, how, from which day and until when; and in which grade."""

from __future__ import annotations

from decimal import Decimal

from tinhgon.core import operations as ops
from tinhgon.core.periods import Period
from tinhgon.core.refusals import SeatsTaken
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    EXPERTS,
    LAN,
    MAI,
    OTHER_CHAIR,
    TAM,
    career,
    holders,
    staffed,
)
from tinhgon.core.tests.world import DAY, EVE, FOUNDED, LAST, LATER

HALF = Decimal("0.5")


# Appointing


def test_somebody_holds_a_post_from_the_day_on_and_not_the_day_before() -> None:
    world = staffed()

    world.sign(ops.Appoint(person=MAI, post=EXPERTS, term_until=LATER))

    assert career(world, MAI) == [(EXPERTS, "regular", Period(DAY))]
    assert (holders(world, EXPERTS, EVE), holders(world, EXPERTS, DAY)) == (set(), {MAI})


def test_the_end_of_a_term_ends_nothing_by_itself() -> None:
    world = staffed()

    world.sign(ops.Appoint(person=MAI, post=EXPERTS, term_until=LATER))

    assert holders(world, EXPERTS, LAST) == {MAI}
    assert world.life(MAI).appointments[0].term_until == LATER


def test_another_term_is_a_row_of_its_own_and_changes_no_days() -> None:
    world = staffed()

    decision = world.sign(ops.Reappoint(person=LAN, post=CHAIR, term_until=LATER))

    assert career(world, LAN) == [(CHAIR, "regular", Period(FOUNDED, DAY)), (CHAIR, "regular", Period(DAY))]
    assert [(row.term_until, row.decision == decision) for row in world.life(LAN).appointments] == [
        (None, False), (LATER, True),
    ]  # fmt: skip


def test_a_post_is_held_no_longer_than_it_exists() -> None:
    world = staffed()
    world.sign(ops.AbolishPost(post=ARCHIVIST), on=LATER)

    world.sign(ops.Appoint(person=MAI, post=ARCHIVIST), on=DAY)

    assert career(world, MAI) == [(ARCHIVIST, "regular", Period(DAY, LATER))]


def test_an_appointment_of_the_past_ends_where_the_next_main_post_begins() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=ARCHIVIST), on=LATER)

    world.sign(ops.Appoint(person=MAI, post=EXPERTS), on=DAY)

    assert career(world, MAI) == [
        (EXPERTS, "regular", Period(DAY, LATER)), (ARCHIVIST, "regular", Period(LATER)),
    ]  # fmt: skip


def test_a_concurrent_post_of_the_past_does_not_end_for_a_later_main_post() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=ARCHIVIST), on=LATER)

    world.sign(ops.Appoint(person=MAI, post=EXPERTS, how="concurrent"), on=DAY)

    assert (EXPERTS, "concurrent", Period(DAY)) in career(world, MAI)


def test_the_last_day_of_one_holder_is_the_eve_of_the_next() -> None:
    world = staffed()

    world.sign(ops.Release(person=LAN, post=CHAIR), ops.Appoint(person=MAI, post=CHAIR))

    assert (holders(world, CHAIR, EVE), holders(world, CHAIR, DAY)) == ({LAN}, {MAI})
    assert world.life(LAN).appointments[0].valid.last_day == EVE


# Several posts, several holders


def test_one_person_may_hold_posts_beside_the_main_one() -> None:
    world = staffed()

    world.sign(
        ops.Appoint(person=LAN, post=OTHER_CHAIR, how="concurrent"),
        ops.Appoint(person=LAN, post=ARCHIVIST, how="acting"),
    )

    assert {how for _, how, _ in career(world, LAN)} == {"regular", "concurrent", "acting"}


def test_an_acting_holder_leaves_the_seat_free() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=LAN, post=OTHER_CHAIR, how="acting"))

    world.sign(ops.Appoint(person=MAI, post=OTHER_CHAIR), on=LATER)

    assert holders(world, OTHER_CHAIR, LAST) == {LAN, MAI}


def test_a_concurrent_holder_takes_the_seat() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=LAN, post=OTHER_CHAIR, how="concurrent"))

    refusal = world.refusal(SeatsTaken, ops.Appoint(person=MAI, post=OTHER_CHAIR), on=LATER)

    assert refusal.facts["people"] == ["Phạm Mai", "Trần Thị Lan"]


def test_two_share_one_seat_and_a_third_finds_no_room() -> None:
    world = staffed()
    world.sign(*(
        ops.Appoint(person=who, post=OTHER_CHAIR, how="job_share", share=HALF) for who in (MAI, TAM)
    ))  # fmt: skip

    third = ops.Appoint(person=LAN, post=OTHER_CHAIR, how="concurrent", share=Decimal("0.01"))

    assert world.refusal(SeatsTaken, third).facts["held"] == 3


def test_several_seats_are_filled_one_by_one() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=EXPERTS), ops.Appoint(person=TAM, post=EXPERTS), on=DAY)
    third = ops.Appoint(person=LAN, post=EXPERTS, how="concurrent")

    assert world.refusal(SeatsTaken, third, on=LATER).facts["seats"] == 2

    world.sign(ops.ChangePost(post=EXPERTS, seats=3), third, on=LATER)

    assert holders(world, EXPERTS, LATER) == {MAI, TAM, LAN}


def test_a_seat_that_is_taken_later_is_found_on_the_day_it_is() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=OTHER_CHAIR), on=LATER)

    refusal = world.refusal(SeatsTaken, ops.Appoint(person=TAM, post=OTHER_CHAIR), on=DAY)

    assert refusal.facts["day"] == LATER


def test_an_absent_holder_gives_the_seat_to_another_and_finds_it_taken_later() -> None:
    world = staffed()
    world.sign(ops.ChangeOccupancy(person=LAN, post=CHAIR, how="absent"))
    world.sign(ops.Appoint(person=MAI, post=CHAIR))

    world.refusal(SeatsTaken, ops.ChangeOccupancy(person=LAN, post=CHAIR, how="regular"), on=LATER)


def test_an_acting_head_becomes_head() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=OTHER_CHAIR, how="acting"), on=DAY)

    world.sign(ops.ChangeOccupancy(person=MAI, post=OTHER_CHAIR, how="regular"), on=LATER)

    assert career(world, MAI) == [
        (OTHER_CHAIR, "acting", Period(DAY, LATER)), (OTHER_CHAIR, "regular", Period(LATER)),
    ]  # fmt: skip


def test_a_change_of_one_post_leaves_the_person_s_other_posts_alone() -> None:
    world = staffed()
    world.sign(ops.Appoint(person=MAI, post=ARCHIVIST, how="acting"), on=LATER)
    world.sign(ops.Appoint(person=MAI, post=OTHER_CHAIR, how="acting"), on=EVE)

    world.sign(ops.ChangeOccupancy(person=MAI, post=OTHER_CHAIR, how="concurrent"), on=DAY)

    assert (ARCHIVIST, "acting", Period(LATER)) in career(world, MAI)


# Grades


def test_a_grade_follows_another_and_the_later_one_stays() -> None:
    world = staffed()
    world.sign(ops.ChangeGrade(person=LAN, grade="principal_expert", step=1), on=LATER)

    world.sign(ops.ChangeGrade(person=LAN, grade="expert", step=3, coefficient=Decimal("3.00")), on=DAY)

    assert [(row.grade, row.step, row.valid) for row in world.life(LAN).grades] == [
        ("expert", 3, Period(DAY, LATER)), ("principal_expert", 1, Period(LATER)),
    ]  # fmt: skip


def test_a_step_alone_is_a_change() -> None:
    world = staffed()
    world.sign(ops.ChangeGrade(person=MAI, grade="expert", step=1), on=DAY)

    world.sign(ops.ChangeGrade(person=MAI, grade="expert", step=2), on=LATER)

    assert [row.step for row in world.life(MAI).grades] == [1, 2]
