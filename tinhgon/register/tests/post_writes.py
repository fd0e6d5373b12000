"""Rows of posts, quotas and people written past the decisions, each breaking one constraint."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from tinhgon.core.periods import Period
from tinhgon.core.tests.staff import CHAIR, LAN, MAI, OTHER_CHAIR, STAFF
from tinhgon.core.tests.world import AN_HOA, BINH_THUY, CAI_KHE, DAY, FOUNDED, LATER, NINH_KIEU, TRA_AN
from tinhgon.register.models import Appointment, Grading, Person, Placement, Post, PostVersion, Quota

Write = Callable[[UUID], Any]
BEFORE = date(1999, 1, 1)


def quota(by: UUID, **values: Any) -> Quota:
    """Give a ward ten civil servants."""
    own = {"unit_id": CAI_KHE, "decision_id": by, "valid": Period(DAY), "staff_id": STAFF, "number": 10}
    return Quota.rows.create(**(own | values))


def post(by: UUID, **values: Any) -> PostVersion:
    """Make a post of one seat in a ward."""
    own = {
        "post_id": CHAIR, "unit_id": CAI_KHE, "decision_id": by, "valid": Period(DAY), "title_id": "expert",
        "staff_id": STAFF, "rank": "head", "seats": 1,
    }  # fmt: skip
    Post.objects.get_or_create(id=(own | values)["post_id"])
    return PostVersion.rows.create(**(own | values))


def person(pk: UUID = LAN, **values: Any) -> Person:
    """Open a file."""
    own = {"name": "Trần Thị Lan", "name_key": "x", "name_folded": "x"}
    return Person.objects.get_or_create(id=pk, defaults=own | values)[0]


def appointment(by: UUID, **values: Any) -> Appointment:
    """Put somebody into the post."""
    own = {"person_id": LAN, "post_id": CHAIR, "decision_id": by, "valid": Period(DAY), "how": "regular"}
    person((own | values)["person_id"])  # type: ignore[arg-type]
    Post.objects.get_or_create(id=(own | values)["post_id"])
    return Appointment.rows.create(**(own | values))


def grading(by: UUID, **values: Any) -> Grading:
    """Put somebody into a grade."""
    own = {"person_id": LAN, "decision_id": by, "valid": Period(DAY), "grade_id": "expert"}
    person()
    return Grading.rows.create(**(own | values))


def in_post(by: UUID, **values: Any) -> None:
    """Make the post and put somebody into it."""
    post(by)
    appointment(by, **values)


def moved_with_quota(by: UUID) -> None:
    """Put a ward with a quota under a district with a smaller one, in another line."""
    quota(by)
    quota(by, unit_id=BINH_THUY, number=9)
    Placement.rows.create(
        unit_id=CAI_KHE, decision_id=by, valid=Period(LATER), line="party", parent_id=BINH_THUY
    )


def without_days(table: str, write: Write) -> Write:
    """Take all days from a row."""

    def empty(by: UUID) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE register_{table} SET valid = 'empty' WHERE id = %s", [write(by).pk])

    return empty


WRITES: dict[str, Write] = {
    "quota": quota,
    "postversion": post,
    "appointment": appointment,
    "grading": grading,
}
BREAKING: dict[str, Write] = {
    "quota_one_number_a_day": lambda by: (quota(by), quota(by, valid=Period(LATER))),
    "quota_within_unit": lambda by: quota(by, valid=Period(BEFORE)),
    "quota_not_negative": lambda by: quota(by, number=-1),
    "quota_covers_those_below": lambda by: (
        quota(by, unit_id=NINH_KIEU, number=19), quota(by), quota(by, unit_id=AN_HOA, valid=Period(LATER)),
    ),
    "post_one_truth_a_day": lambda by: (post(by), post(by, valid=Period(LATER), unit_id=TRA_AN)),
    "post_within_unit": lambda by: post(by, valid=Period(BEFORE)),
    "post_rank_exists": lambda by: post(by, rank="king"),
    "post_has_a_seat": lambda by: post(by, seats=0),
    "appointment_one_way_a_day": lambda by: (
        in_post(by, how="acting"), appointment(by, how="acting", valid=Period(LATER)),
    ),
    "appointment_one_main_post_a_day": lambda by: (
        in_post(by), post(by, post_id=OTHER_CHAIR),
        appointment(by, post_id=OTHER_CHAIR, how="absent", valid=Period(LATER)),
    ),
    "appointment_within_post": lambda by: in_post(by, valid=Period(FOUNDED)),
    "appointment_way_exists": lambda by: in_post(by, how="guest"),
    "appointment_share_is_of_a_seat": lambda by: in_post(by, share=Decimal("1.01")),
    "appointment_seats_suffice": lambda by: (
        in_post(by), appointment(by, person_id=MAI, how="concurrent", share=Decimal("0.01"),
                                 valid=Period(LATER)),
    ),
    "grading_one_a_day": lambda by: (grading(by), grading(by, valid=Period(LATER), grade_id="officer")),
    "person_one_file_a_number": lambda by: (person(number_index=b"1"), person(MAI, number_index=b"1")),
    "person_has_a_name": lambda by: person(name=""),
    "person_birth_has_a_precision": lambda by: person(born=FOUNDED, born_precision="week"),
}  # fmt: skip
BREAKING |= {f"{table}_has_days": without_days(table, write) for table, write in WRITES.items()}
AT_COMMIT = {
    "quota_within_unit", "quota_covers_those_below", "post_within_unit", "appointment_within_post",
    "appointment_seats_suffice",
}  # fmt: skip
