"""What the database itself refuses about posts, quotas and people, beyond the one case of each constraint."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from tinhgon.core.periods import Period
from tinhgon.core.tests.staff import CHAIR, LAN, MAI, OTHER_CHAIR
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, DAY, LATER, NINH_KIEU
from tinhgon.register import refusals
from tinhgon.register.models import Appointment, Person, Placement, PostVersion, Quota
from tinhgon.register.tests.factories import drafted, found_town, settle, stamped
from tinhgon.register.tests.post_writes import (
    WRITES,
    Write,
    appointment,
    in_post,
    moved_with_quota,
    person,
    post,
    quota,
)
from tinhgon.temporal.naming import naming

pytestmark = pytest.mark.django_db

HALF = Decimal("0.5")


@pytest.fixture
def decision() -> UUID:
    found_town()
    return drafted().pk


def fewer_seats(by: UUID) -> None:
    row = post(by, seats=2)
    appointment(by)
    appointment(by, person_id=MAI)
    settle()
    PostVersion.rows.filter(pk=row.pk).update(seats=1)


def shorter_post(by: UUID) -> None:
    row = post(by)
    appointment(by)
    settle()
    PostVersion.rows.filter(pk=row.pk).update(valid=Period(DAY, LATER))


def smaller_above(by: UUID) -> None:
    above = quota(by, unit_id=NINH_KIEU, number=20)
    quota(by, number=20)
    settle()
    Quota.rows.filter(pk=above.pk).update(number=19)


def shared_by_three(by: UUID) -> None:
    in_post(by, how="job_share", share=HALF)
    for who in (MAI, CITY):
        appointment(by, person_id=who, how="job_share", share=HALF)


def later_in_another_line(by: UUID) -> None:
    """A child of the party line counts as one of the territorial line does."""
    quota(by, unit_id=AN_HOA, number=10)
    quota(by, number=10)
    quota(by, unit_id=NINH_KIEU, number=20)
    quota(by, unit_id=CITY, number=29)
    Placement.rows.create(unit_id=AN_HOA, decision_id=by, valid=Period(LATER), line="party", parent_id=CITY)


@pytest.mark.parametrize(
    ("write", "reason"),
    [
        (fewer_seats, refusals.NoSeatLeft),
        (shared_by_three, refusals.NoSeatLeft),
        (shorter_post, refusals.OutsideItsPost),
        (lambda by: PostVersion.rows.filter(pk=(post(by), appointment(by))[0].pk).delete(),
         refusals.OutsideItsPost),
        (smaller_above, refusals.QuotaTooSmall),
        (moved_with_quota, refusals.QuotaTooSmall),
        (later_in_another_line, refusals.QuotaTooSmall),
    ],
    ids=["fewer seats", "a seat for three", "a shorter post", "no post", "less above", "a move", "two lines"],
)  # fmt: skip
def test_rows_that_are_right_alone_are_refused_together(
    write: Write, reason: type[Exception], decision: UUID
) -> None:
    with pytest.raises(reason), naming(refusals.CONSTRAINTS), stamped():
        write(decision)
        settle()


def as_many_as_seats(by: UUID) -> None:
    post(by, seats=2)
    appointment(by, how="job_share", share=HALF)
    appointment(by, person_id=MAI)
    appointment(by, person_id=CITY, how="job_share", share=HALF)


def acting_beside(by: UUID) -> None:
    in_post(by)
    appointment(by, person_id=MAI, how="acting")
    appointment(by, person_id=CITY, how="absent")


def one_after_the_other(by: UUID) -> None:
    in_post(by, valid=Period(DAY, LATER))
    appointment(by, person_id=MAI, valid=Period(LATER))


def main_and_concurrent(by: UUID) -> None:
    in_post(by)
    post(by, post_id=OTHER_CHAIR)
    appointment(by, post_id=OTHER_CHAIR, how="concurrent")


def twice_under_one_parent(by: UUID) -> None:
    quota(by, number=10)
    quota(by, unit_id=NINH_KIEU, number=10)
    Placement.rows.create(
        unit_id=CAI_KHE, decision_id=by, valid=Period(DAY), line="party", parent_id=NINH_KIEU
    )


@pytest.mark.parametrize(
    "write",
    [as_many_as_seats, acting_beside, one_after_the_other, main_and_concurrent, twice_under_one_parent],
)
def test_what_fits_exactly_is_taken(write: Write, decision: UUID) -> None:
    with stamped():
        write(decision)
        settle()


def test_what_was_replaced_in_the_same_transaction_fills_no_seat(decision: UUID) -> None:
    with stamped():
        in_post(decision)
        Appointment.rows.filter(person=LAN).delete()
        appointment(decision, person_id=MAI)
        settle()

    assert Appointment.objects.on(DAY).get(post=CHAIR).person_id == MAI


@pytest.mark.parametrize("table", WRITES)
def test_a_write_about_people_without_a_stamp_is_refused(table: str, decision: UUID) -> None:
    person()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE temporal_clock SET writer = NULL")

    with pytest.raises(refusals.WrittenByDecisionsOnly), naming(refusals.CONSTRAINTS), transaction.atomic():
        WRITES[table](decision)


@pytest.mark.parametrize("delete", [lambda: Person.objects.filter(pk=LAN)._raw_delete("default")])
def test_somebody_who_ever_held_a_post_cannot_be_deleted(delete: Callable[[], Any], decision: UUID) -> None:
    with stamped():
        in_post(decision)
        settle()

    with pytest.raises(refusals.Refused), naming(refusals.CONSTRAINTS), transaction.atomic():
        delete()
        settle()
