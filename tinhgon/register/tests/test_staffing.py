"""Decisions about posts, quotas and people: drafted, checked, signed, read, revoked."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.core import operations as ops
from tinhgon.core.documents import read_document
from tinhgon.core.periods import Period
from tinhgon.core.rows import Appointment, Fact, Grading, PostVersion, Quota
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    EXPERTS,
    HUNG,
    LAN,
    MAI,
    NEW_POST,
    OTHER_CHAIR,
    STAFF,
    TAM,
    new_post,
)
from tinhgon.core.tests.world import (
    AN_HOA,
    CAI_KHE,
    DAY,
    EVE,
    FOUNDED,
    LAST,
    LATER,
    NOBODY,
    THOI_BINH,
    TRA_AN,
    unit,
)
from tinhgon.register import facts, models, refusals
from tinhgon.register.actions import check, sign
from tinhgon.register.actions.documents import draft_document
from tinhgon.register.tests.factories import assert_alike, checked, new, next_moment, rows, signed
from tinhgon.register.tests.staffing import appoint, found_staffed_town
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.models import UndatedRead

INSTANT = timedelta(microseconds=1)
MERGER = ops.Merge(
    members=(ops.Member(unit=CAI_KHE), ops.Member(unit=AN_HOA)), into=new("Phường Mới", code="31999")
)


def held(who: Any, on: date) -> list[tuple[Any, str]]:
    """Give the posts that somebody holds on a day, and how."""
    found = models.Appointment.objects.on(on).filter(person=who)
    return sorted(found.values_list("post", "how"), key=str)


def post(of: Any, on: date, field: str) -> Any:
    """Give a fact of a post on a day."""
    return models.PostVersion.objects.on(on).values_list(field, flat=True).filter(post=of).first()


def quota(of: Any, on: date) -> int | None:
    """Give the quota of a unit on a day."""
    found = models.Quota.objects.on(on).filter(unit=of, staff=STAFF)
    return found.values_list("number", flat=True).first()


# Each operation, and what holds on the eve and on the day.
STAFFING: dict[str, tuple[ops.Operation, Callable[[date], Any], Any, Any]] = {
    "create_post": (ops.CreatePost(post=new_post()), lambda on: post(NEW_POST, on, "unit"), None, CAI_KHE),
    "change_post": (ops.ChangePost(post=CHAIR, seats=2), lambda on: post(CHAIR, on, "seats"), 1, 2),
    "report_to": (ops.ReportTo(post=ARCHIVIST, reports_to=CHAIR),
                  lambda on: post(ARCHIVIST, on, "reports_to"), None, CHAIR),
    "move_post": (ops.MovePost(post=CHAIR, to=TRA_AN), lambda on: post(CHAIR, on, "unit"), CAI_KHE, TRA_AN),
    "abolish_post": (ops.AbolishPost(post=ARCHIVIST), lambda on: post(ARCHIVIST, on, "title"), "archivist",
                     None),
    "set_quota": (ops.SetQuota(unit=CAI_KHE, staff=STAFF, number=9), lambda on: quota(CAI_KHE, on), 20, 9),
    "appoint": (ops.Appoint(person=MAI, post=EXPERTS, how="job_share", share=Decimal("0.33"),
                            term_until=LAST),
                lambda on: held(MAI, on), [], [(EXPERTS, "job_share")]),
    "reappoint": (ops.Reappoint(person=LAN, post=CHAIR, term_until=LATER),
                  lambda on: models.Appointment.objects.on(on).get(person=LAN).term_until, None, LATER),
    "transfer_person": (ops.TransferPerson(person=LAN, post=OTHER_CHAIR), lambda on: held(LAN, on),
                        [(CHAIR, "regular")], [(OTHER_CHAIR, "regular")]),
    "second": (ops.Second(person=LAN, post=OTHER_CHAIR, until=LATER), lambda on: dict(held(LAN, on)),
               {CHAIR: "regular"}, {CHAIR: "absent", OTHER_CHAIR: "secondment"}),
    "change_occupancy": (ops.ChangeOccupancy(person=LAN, post=CHAIR, how="acting"), lambda on: held(LAN, on),
                         [(CHAIR, "regular")], [(CHAIR, "acting")]),
    "release": (ops.Release(person=LAN, post=CHAIR), lambda on: held(LAN, on), [(CHAIR, "regular")], []),
    "retire": (ops.Retire(person=LAN), lambda on: held(LAN, on), [(CHAIR, "regular")], []),
    "change_grade": (ops.ChangeGrade(person=LAN, grade="expert", step=3, coefficient=Decimal("3.00")),
                     lambda on: [(row.grade_id, row.step, row.coefficient)
                                 for row in models.Grading.objects.on(on)],
                     [], [("expert", 3, Decimal("3.00"))]),
    "correct_appointment": (ops.CorrectAppointment(person=LAN, post=CHAIR, recorded_since=FOUNDED, since=DAY,
                                                   reason="Ghi sai"),
                            lambda on: held(LAN, on), [], [(CHAIR, "regular")]),
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("operation", STAFFING)
def test_an_operation_is_drafted_checked_signed_and_revoked(operation: str) -> None:
    found_staffed_town()
    order, shown, eve, day = STAFFING[operation]
    before = rows()

    decision = signed(order).decision

    assert order.op == operation
    assert (shown(EVE), shown(DAY)) == (eve, day)
    after = rows()
    signed(ops.Revoke(decision=decision.pk), on=LATER)
    assert rows() == before
    assert rows(known=decision.signed_at) == after


@pytest.mark.django_db
def test_a_file_orders_units_posts_and_people_and_all_is_taken_back_as_one() -> None:
    found_staffed_town()
    before = rows()
    file = {
        "format": "tinhgon/decision@1",
        "decision": {"number": "12", "symbol": "NQ-HĐND", "type": "NQ", "issuer": "HĐND thành phố",
                     "issued_on": EVE.isoformat(), "effective_on": DAY.isoformat(), "title": "Sắp xếp"},
        "operations": [
            *ops.write((MERGER, ops.Appoint(person=MAI, post=OTHER_CHAIR), ops.Retire(person=HUNG))),
            {"op": "create_post", "post": {"id": str(NEW_POST), "unit": "code:31123", "title": "expert",
                                           "staff": STAFF}},
            {"op": "appoint", "person": str(TAM), "post": str(NEW_POST)},
        ],
    }  # fmt: skip

    decision = draft_document(document=read_document(json.dumps(file).encode()), actor=None)
    check(decision=decision)
    sign(decision=decision, actor=None, at=next_moment())

    merged = unit("Phường Mới")
    assert {post(of, DAY, "unit") for of in (CHAIR, OTHER_CHAIR)} == {merged}
    assert post(NEW_POST, DAY, "unit") == THOI_BINH
    assert (held(LAN, DAY), held(MAI, DAY), held(HUNG, DAY)) == (
        [(CHAIR, "regular")], [(OTHER_CHAIR, "regular")], [],
    )  # fmt: skip
    signed(ops.Revoke(decision=decision.pk), on=LATER)
    assert rows() == before


@pytest.mark.django_db
def test_an_appointment_is_signed_in_few_statements() -> None:
    found_staffed_town()
    decision = checked(ops.Appoint(person=MAI, post=EXPERTS))

    with CaptureQueriesContext(connection) as captured:
        sign(decision=decision, actor=None, at=next_moment())

    frames = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    assert len([one for one in captured if not one["sql"].startswith(frames)]) <= 10


@pytest.mark.django_db
def test_only_who_may_correct_puts_an_appointment_right(django_user_model: Any) -> None:
    found_staffed_town()
    mai = django_user_model.objects.create(username="mai")
    decision = checked(STAFFING["correct_appointment"][0])

    with pytest.raises(refusals.MayNotCorrect):
        sign(decision=decision, actor=mai, at=next_moment())


# What was known


@pytest.mark.django_db
def test_posts_and_appointments_are_read_as_they_were_known() -> None:
    found_staffed_town()
    first = appoint(MAI, EXPERTS, on=DAY).decision.signed_at
    second = signed(ops.TransferPerson(person=MAI, post=ARCHIVIST), ops.MovePost(post=EXPERTS, to=TRA_AN))
    then = second.decision.signed_at
    assert first is not None
    assert then is not None

    def said(moment: Any) -> tuple[Any, Any]:
        view = AsOf(LATER, moment)
        post_held = models.Appointment.objects.as_of(view).filter(person=MAI).values_list("post", flat=True)
        return list(post_held), models.PostVersion.objects.as_of(view).get(post=EXPERTS).unit_id

    assert said(first - INSTANT) == ([], CAI_KHE)
    assert said(first) == said(then - INSTANT) == ([EXPERTS], CAI_KHE)
    assert said(then) == said(None) == ([ARCHIVIST], TRA_AN)


@pytest.mark.parametrize("model", [models.Quota, models.PostVersion, models.Appointment, models.Grading])
def test_a_read_of_posts_and_people_that_names_no_day_is_refused(model: Any) -> None:
    with pytest.raises(UndatedRead, match=model.__name__):
        model.objects.all()


# What is gathered is all that a decision leans on


@pytest.mark.django_db
@pytest.mark.parametrize("operation", STAFFING)
def test_each_operation_finds_all_it_leans_on(operation: str) -> None:
    found_staffed_town()
    order = STAFFING[operation][0]

    assert not isinstance(assert_alike(order), str)
    decision = signed(order).decision
    assert not isinstance(assert_alike(ops.Revoke(decision=decision.pk), on=LATER), str)


@pytest.mark.django_db
def test_a_revocation_sees_the_quotas_beside_the_one_it_gives_back() -> None:
    found_staffed_town()
    decision = signed(ops.SetQuota(unit=CAI_KHE, staff=STAFF, number=10)).decision
    signed(ops.SetQuota(unit=AN_HOA, staff=STAFF, number=30), on=LATER)

    assert "a quota of 40 (Công chức)" in str(assert_alike(ops.Revoke(decision=decision.pk), on=LAST))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("order", "said"),
    [
        (ops.Appoint(person=MAI, post=CHAIR), "Phạm Mai, Trần Thị Lan"),
        (ops.Dissolve(unit=CAI_KHE), "Lê Hùng, Trần Thị Lan"),
        (ops.Move(unit=CAI_KHE, to=AN_HOA), "have 20"),
        (ops.ReportTo(post=CHAIR, reports_to=EXPERTS), "Chủ tịch Ủy ban nhân dân – Phường Cái Khế (31117)"),
        (ops.Appoint(person=NOBODY, post=CHAIR), str(NOBODY)),
        (ops.TransferPerson(person=LAN, post=NOBODY), str(NOBODY)),
        (ops.Appoint(person=LAN, post=OTHER_CHAIR), "two main posts"),
    ],
    ids=lambda part: getattr(part, "op", ""),
)
def test_a_refusal_names_what_the_operation_does_not(order: ops.Operation, said: str) -> None:
    found_staffed_town()

    assert said in str(assert_alike(order))


# Rows as JSON

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
periods = st.builds(Period, st.dates(max_value=date(2000, 1, 1)), st.none() | st.dates(date(2001, 1, 1)))
common = {"valid": periods, "decision": st.uuids()}
shares = st.decimals(Decimal("0.01"), 1, places=2)
any_fact: st.SearchStrategy[Fact] = st.one_of(
    st.builds(Quota, unit=st.uuids(), staff=texts, number=st.integers(0), **common),
    st.builds(PostVersion, post=st.uuids(), unit=st.uuids(), title=texts, staff=texts, rank=texts,
              seats=st.integers(1), reports_to=st.none() | st.uuids(), description=texts, **common),
    st.builds(Appointment, person=st.uuids(), post=st.uuids(), how=texts, share=shares,
              term_until=st.none() | st.dates(), **common),
    st.builds(Grading, person=st.uuids(), grade=texts, step=st.none() | st.integers(1, 20),
              coefficient=st.none() | st.decimals(0, 99, places=2), **common),
)  # fmt: skip


@given(any_fact)
def test_a_row_is_read_back_from_json_as_it_was(row: Fact) -> None:
    written = json.loads(json.dumps(facts.to_json(row)))

    again = facts.from_json(facts.NAMES[type(row)], written)

    assert [getattr(again, field.name) for field in fields(row)] == [
        getattr(row, field.name) for field in fields(row)
    ]
