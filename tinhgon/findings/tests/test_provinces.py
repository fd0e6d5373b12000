"""A province is judged by all that stands under it, whatever little of it a decision names."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from tinhgon.core import operations as ops
from tinhgon.core.apply import apply
from tinhgon.core.judging import Matter
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.rules.apparatus.facts import Province
from tinhgon.core.tests.staff import STAFF
from tinhgon.core.tests.world import CAI_KHE, CITY, DAY, LATER, unit
from tinhgon.findings.facts.bodies import province
from tinhgon.findings.judges import concerned
from tinhgon.findings.standing import standing, standing_of_unit
from tinhgon.findings.tests import ground
from tinhgon.findings.tests.ground import (
    AN,
    BINH,
    CHI,
    DEPARTMENT,
    JOINED,
    body,
    judged,
    know,
    merger,
    post,
    said,
)
from tinhgon.register.actions import judging
from tinhgon.register.queries import snapshots
from tinhgon.register.tests.factories import next_moment, signed
from tinhgon.temporal.asof import AsOf

pytestmark = pytest.mark.django_db
DIRECTOR, OF_COMMUNE = UUID(int=701), UUID(int=702)
TODAY = date(2026, 3, 2)  # all rules on provinces are in force
QUOTA = ops.SetQuota(unit=CITY, staff=STAFF, number=9000)


@pytest.fixture(autouse=True)
def _province() -> None:
    """A city whose department and whose commune's division have deputies."""
    ground.found_bodies()
    signed(merger(), on=DAY)
    signed(
        body("Phòng Kinh tế", "division", JOINED),
        post(DIRECTOR, "deputy_director", "deputy", unit=DEPARTMENT, seats=2),
        post(OF_COMMUNE, "division_deputy_head", "deputy", unit=unit("Phòng Kinh tế")),
        on=LATER,
    )
    for person, held in ((BINH, DIRECTOR), (AN, OF_COMMUNE)):
        know(person, "1980-01")
        signed(ops.Appoint(person=person, post=held), on=LATER)


def seen_by(*orders: ops.Operation, whole: bool) -> Province:
    """Give the province's facts, gathered around a decision or from the whole register."""
    gathered = snapshots.gather_whole() if whole else snapshots.gather(orders)
    changes = apply(gathered.snapshot, orders, on=TODAY, decision=uuid4())
    matter = judging.matter_of(orders, gathered.snapshot, changes, on=TODAY)
    matter = Matter(**{name: getattr(matter, name) for name in matter.__slots__} | {"whole": whole})
    picture = concerned.drawn(matter, concerned.bodies(matter) | {CITY})
    return province(picture.units[CITY], picture)


@pytest.mark.parametrize(
    "orders",
    [
        (QUOTA,),
        (QUOTA, body("Sở Tài chính", "department", CITY)),
        (QUOTA, ops.Appoint(person=CHI, post=DIRECTOR)),
        (QUOTA, ops.Dissolve(unit=ground.OFFICE)),
        (QUOTA, ops.Release(person=BINH, post=DIRECTOR)),
    ],
)
def test_what_a_decision_does_not_name_counts_too(orders: tuple[ops.Operation, ...]) -> None:
    know(CHI, "1985-05")

    around, all_of_it = seen_by(*orders, whole=False), seen_by(*orders, whole=True)

    assert around == all_of_it
    assert all_of_it.department_deputies is not None


def test_a_department_too_many_stops_the_decision_that_sets_it_up() -> None:
    departments = [body(f"Sở {number}", "department", CITY) for number in range(1, 20)]

    assert ("block", "too_many") in said(judged(*departments, on=TODAY), "apparatus.departments")


def test_a_body_of_another_line_asks_nothing_of_the_province() -> None:
    commune = ops.Rename(unit=JOINED, name="Xã Mới")

    assert said(judged(commune, on=TODAY), "apparatus.departments") == []


def test_the_page_of_a_province_says_what_the_page_of_all_says() -> None:
    as_of = AsOf(TODAY)
    listed = [one for one in standing(as_of, EVERYTHING)[1] if one.judged.unit == CITY]

    assert list(standing_of_unit(CITY, as_of)) == listed


def test_a_unit_is_judged_by_what_was_known_at_a_moment(settings: Any) -> None:
    settings.TERRAIN = "lowland"
    before = next_moment()
    signed(ops.ChangeFigures(unit=JOINED, population=1000), on=TODAY)

    found = {moment: standing_of_unit(JOINED, AsOf(TODAY, moment)) for moment in (None, before)}

    assert found[None] != found[before]
    assert [one.judged.finding.found for one in found[before]].count(1000) == 0


def test_a_unit_that_is_not_there_has_no_findings() -> None:
    assert standing_of_unit(CAI_KHE, AsOf(TODAY)) == ()
