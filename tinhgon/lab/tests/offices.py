"""Two communes with posts and people, an office under each, and a third commune beside them."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from django.utils import timezone

from tinhgon.core import operations as ops
from tinhgon.core.names import fold, person_key
from tinhgon.core.rows import GOVERNMENT
from tinhgon.core.tests.staff import STAFF
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, THOI_BINH, unit
from tinhgon.lab.models import Scenario
from tinhgon.register.models import Person
from tinhgon.register.tests.factories import found_town, new, signed

SET_UP, ON = date(2020, 1, 1), date(2027, 1, 1)
NAMES = {CAI_KHE: "Phường Cái Khế", AN_HOA: "Phường An Hòa"}


def _office(of: UUID) -> str:
    return f"Văn phòng {NAMES[of].lower()}"


OFFICES = {of: unit(_office(of)) for of in NAMES}


def post(of: UUID, number: int) -> UUID:
    """Name a post of a commune."""
    return uuid5(of, str(number))


def person(number: int) -> UUID:
    """Name a person."""
    return UUID(int=9000 + number)


def staff_town() -> None:
    """Found the town; each of two communes has a head, two deputies' seats, an office with two experts."""
    found_town()
    for place, of in enumerate((CAI_KHE, AN_HOA)):
        office, first = OFFICES[of], 10 * place
        people = [_know(first + number, of if number < 3 else office) for number in range(6)]
        signed(
            ops.Establish(unit=new(_office(of), kind="office", parent=of, line=GOVERNMENT)),
            ops.SetQuota(unit=of, staff=STAFF, number=7),
            _made(post(of, 1), of, "party_secretary", "head"),
            _made(post(of, 2), of, "committee_deputy_chair", "deputy", 2),
            _made(post(of, 3), of, "council_chair", "head"),
            _made(post(of, 4), office, "expert", "specialist", 3),
            ops.Appoint(person=people[0], post=post(of, 1)),
            ops.Appoint(person=people[0], post=post(of, 3), how="concurrent"),
            *(ops.Appoint(person=one, post=post(of, 2)) for one in people[1:3]),
            *(ops.Appoint(person=one, post=post(of, 4)) for one in people[3:6]),
            on=SET_UP, title=f"Về tổ chức của {NAMES[of]}",
        )  # fmt: skip


def scenario(*members: UUID, **facts: object) -> Scenario:
    """Make a scenario that merges some communes into one."""
    of = members or (CAI_KHE, AN_HOA)
    entry = {"members": [str(one) for one in of], "seat": str(of[0]), "name": "Xã Cái Khế", "kind": "commune"}
    values = {"plan": [entry], "kinds": ["ward", "commune"], "effective_on": ON, "root_id": CITY} | facts
    return Scenario.objects.create(name="Gộp hai xã", known=timezone.now(), **values)  # type: ignore[misc]


def _made(of: UUID, of_unit: UUID, title: str, rank: str, seats: int = 1) -> ops.CreatePost:
    made = ops.NewPost(id=of, unit=of_unit, title=title, rank=rank, seats=seats, staff=STAFF)  # type: ignore[arg-type]
    return ops.CreatePost(post=made)


def _know(number: int, home: UUID) -> UUID:
    name, of = f"Lê Thử {number}", person(number)
    Person.objects.create(
        id=of, name=name, name_key=person_key(name), name_folded=fold(name), home_id=None, born_precision="",
        sex="female" if number % 2 else "male",
    )  # fmt: skip
    return of


__all__ = [
    "AN_HOA", "CAI_KHE", "CITY", "OFFICES", "ON", "THOI_BINH", "person", "post", "scenario", "staff_town",
]  # fmt: skip
