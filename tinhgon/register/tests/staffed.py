"""A small town with posts, quotas and people, made by signed decisions; and users who reach parts of it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from tests.cast import PASSWORD
from tinhgon.access.actions import ensure_roles, make_user
from tinhgon.access.models import Grant, User
from tinhgon.core import operations as ops
from tinhgon.core.names import fold, sort_key
from tinhgon.core.periods import Period
from tinhgon.core.tests.staff import (
    ARCHIVIST,
    CHAIR,
    DEPUTY,
    EXPERTS,
    HUNG,
    LAN,
    MAI,
    OTHER_CHAIR,
    PEOPLE,
    STAFF,
    TAM,
)
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, NINH_KIEU, TRA_AN
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import found_town, signed

STAFFED = date(2010, 3, 1)
HOME = {LAN: CAI_KHE, HUNG: CAI_KHE, MAI: AN_HOA, TAM: TRA_AN}


def make_people() -> None:
    """Open the files of all four, who hold nothing yet."""
    Person.objects.bulk_create(
        Person(id=one, name=name, name_key=sort_key(name), name_folded=fold(name),
               born=date(1985, 1, 1), born_precision="year", home_id=HOME[one])
        for one, name in PEOPLE.items()
    )  # fmt: skip


def new_post(of: UUID, unit: UUID, title: str, **facts: Any) -> ops.CreatePost:
    """Order a post."""
    return ops.CreatePost(post=ops.NewPost(id=of, unit=unit, title=title, **({"staff": STAFF} | facts)))


def staff_town() -> None:
    """Found the town, then by one decision its posts and quotas, then by one each who holds what."""
    found_town()
    make_people()
    signed(
        ops.SetQuota(unit=CITY, staff=STAFF, number=100),
        ops.SetQuota(unit=NINH_KIEU, staff=STAFF, number=40),
        ops.SetQuota(unit=CAI_KHE, staff=STAFF, number=3),
        new_post(CHAIR, CAI_KHE, "committee_chair", rank="head"),
        new_post(DEPUTY, CAI_KHE, "committee_deputy_chair", rank="deputy", reports_to=CHAIR),
        new_post(EXPERTS, CAI_KHE, "expert", seats=2, reports_to=DEPUTY),
        new_post(OTHER_CHAIR, AN_HOA, "committee_chair", rank="head"),
        new_post(ARCHIVIST, TRA_AN, "archivist"),
        on=STAFFED, title="Về vị trí việc làm",
    )  # fmt: skip
    for who, post in ((LAN, CHAIR), (HUNG, DEPUTY), (MAI, OTHER_CHAIR), (TAM, ARCHIVIST)):
        signed(ops.Appoint(person=who, post=post), on=STAFFED, title=f"Về việc bổ nhiệm {PEOPLE[who]}")


def grant(user: User, *units: UUID, role: str = "clerk") -> None:
    """Let a user reach units and all under them; without any, everything."""
    for unit in units or (None,):
        Grant.objects.create(
            user=user, role=role, unit_id=unit, field_class=1, valid=Period(date(2000, 1, 1)), reason="thử"
        )


def clerk_of(unit: UUID, name: str = "ward") -> User:
    """Make a clerk whose reach is one unit."""
    ensure_roles()
    clerk = make_user(username=name, password=PASSWORD, name="Cán bộ phường", role="clerk")
    grant(clerk, unit)
    return clerk
