"""A city with places, a department and people in posts, all by decisions, for rules to look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from tinhgon.core import operations as ops
from tinhgon.core.judging import Judged
from tinhgon.core.names import fold, person_key
from tinhgon.core.rows import GOVERNMENT
from tinhgon.core.tests.staff import STAFF
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, CITY, THOI_BINH, unit
from tinhgon.register.actions import judging
from tinhgon.register.models import Decision, Person
from tinhgon.register.tests.factories import found_town, new, signed

SET_UP = date(2019, 5, 6)  # before any rule on deputies
JOINED = unit("Xã Cái Khế An Hòa")
DEPARTMENT, DIVISION, OFFICE = (unit(name) for name in ("Sở Nội vụ", "Phòng Tổ chức", "Văn phòng Sở"))
HEAD, DEPUTIES, EXPERTS = (UUID(int=number) for number in (501, 502, 503))
BINH, AN, CHI, DUNG = (UUID(int=number) for number in (601, 602, 603, 604))
PEOPLE = {BINH: "Lê Bình", AN: "Vũ An", CHI: "Đỗ Chi", DUNG: "Hồ Dũng"}


def know(of: UUID, born: str = "", sex: str = "male", home: UUID | None = DIVISION) -> Person:
    """Open somebody's file; born as 1966-09 or 1966-09-15, or not known."""
    whole = f"{born}-01" if len(born) == 7 else born
    name = PEOPLE[of]
    made: Person = Person.objects.create(
        id=of, name=name, name_key=person_key(name), name_folded=fold(name), sex=sex, home_id=home,
        born=date.fromisoformat(whole) if born else None,
        born_precision={0: "", 7: "month", 10: "day"}[len(born)],
    )  # fmt: skip
    return made


def body(name: str, kind: str, parent: UUID) -> ops.Establish:
    """Order a body of the government's line."""
    return ops.Establish(unit=new(name, kind=kind, parent=parent, line=GOVERNMENT))


def post(of: UUID, title: str, rank: str, **facts: Any) -> ops.CreatePost:
    """Order a post of the division."""
    more = {"unit": DIVISION, "staff": STAFF} | facts
    return ops.CreatePost(post=ops.NewPost(id=of, title=title, rank=rank, **more))  # type: ignore[arg-type]


def found_bodies(headcount: int = 14) -> None:
    """Found the town, and a department with a division of some posts, one head and four seats of deputies."""
    found_town()
    signed(
        body("Sở Nội vụ", "department", CITY),
        body("Phòng Tổ chức", "division", DEPARTMENT),
        body("Văn phòng Sở", "office", DEPARTMENT),
        ops.SetQuota(unit=DIVISION, staff=STAFF, number=headcount),
        post(HEAD, "division_head", "head"),
        post(DEPUTIES, "division_deputy_head", "deputy", seats=4),
        post(EXPERTS, "expert", "specialist", seats=5),
        on=SET_UP, title="Về việc thành lập Sở",
    )  # fmt: skip


def merger(*, of: Iterable[UUID] = (CAI_KHE, AN_HOA), kind: str = "commune", **facts: Any) -> ops.Merge:
    """Order a merger into one commune right under the city, big enough unless figures say otherwise."""
    own = {"kind": kind, "parent": CITY, "area_km2": Decimal(40), "population": 60_000}
    into = new("Xã Cái Khế An Hòa", **(own | facts))
    return ops.Merge(members=tuple(ops.Member(unit=one) for one in of), into=into)


def judged(*orders: ops.Operation, on: date) -> tuple[Judged, ...]:
    """Judge a draft by the rules of the day on which it takes effect."""
    return judging.weigh(orders, on=on, decision=Decision(id=uuid4()))[1]


def said(found: Iterable[Judged], rule: str) -> list[tuple[str, str]]:
    """Give weight and sentence name of what one rule found."""
    return [(str(one.finding.severity), one.finding.says) for one in found if one.finding.rule == rule]


THREE = (CAI_KHE, AN_HOA, THOI_BINH)
