"""People and posts in the small register: who held what before the decisions of a test."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from tinhgon.core import operations as ops
from tinhgon.core.periods import Period
from tinhgon.core.rows import Appointment, PersonId, PostId, PostVersion, Quota, Row, UnitId
from tinhgon.core.tests.world import (
    AN_HOA,
    CAI_KHE,
    CITY,
    FOUNDED,
    FOUNDING,
    KINDS,
    NINH_KIEU,
    TRA_AN,
    World,
    cantho,
)

STAFF = "civil_servant"
CODES = {
    "kind": KINDS,
    "title": frozenset({"committee_chair", "committee_deputy_chair", "expert", "archivist"}),
    "staff": frozenset({STAFF, "cadre"}),
    "grade": frozenset({"expert", "principal_expert"}),
}
TITLES = {
    "committee_chair": "Chủ tịch", "committee_deputy_chair": "Phó Chủ tịch", "expert": "Chuyên viên",
    STAFF: "Công chức",
}  # fmt: skip


def person(name: str) -> PersonId:
    """Identify a person of the tests by name."""
    return uuid5(UUID(int=2), name)


def post(name: str) -> PostId:
    """Identify a post of the tests by what it is."""
    return uuid5(UUID(int=3), name)


LAN, HUNG, MAI, TAM = (person(name) for name in ("Trần Thị Lan", "Lê Hùng", "Phạm Mai", "Võ Tâm"))
PEOPLE = {LAN: "Trần Thị Lan", HUNG: "Lê Hùng", MAI: "Phạm Mai", TAM: "Võ Tâm"}

CHAIR, DEPUTY, EXPERTS = post("chair"), post("deputy"), post("experts")  # of Cái Khế
OTHER_CHAIR, ARCHIVIST = post("other chair"), post("archivist")  # of An Hòa, of Trà An
NEW_POST = post("new")


def post_row(of: PostId, unit: UnitId, title: str, **facts: Any) -> PostVersion:
    """Give a post that stands since the founding."""
    common: dict[str, Any] = {"valid": Period(FOUNDED), "decision": FOUNDING, "staff": STAFF}
    return PostVersion(**(common | {"post": of, "unit": unit, "title": title} | facts))


def held(who: PersonId, of: PostId, **facts: Any) -> Appointment:
    """Give an appointment that stands since the founding."""
    common: dict[str, Any] = {"valid": Period(FOUNDED), "decision": FOUNDING}
    return Appointment(**(common | {"person": who, "post": of} | facts))


def quota(unit: UnitId, number: int, **facts: Any) -> Quota:
    """Give a quota of civil servants that stands since the founding."""
    common: dict[str, Any] = {"valid": Period(FOUNDED), "decision": FOUNDING, "staff": STAFF}
    return Quota(**(common | {"unit": unit, "number": number} | facts))


def new_post(**facts: Any) -> ops.NewPost:
    """Describe a post to be made, an expert's in Cái Khế unless said otherwise."""
    return ops.NewPost(**({"id": NEW_POST, "unit": CAI_KHE, "title": "expert", "staff": STAFF} | facts))


POSTS: tuple[Row, ...] = (
    post_row(CHAIR, CAI_KHE, "committee_chair", rank="head"),
    post_row(DEPUTY, CAI_KHE, "committee_deputy_chair", rank="deputy", reports_to=CHAIR),
    post_row(EXPERTS, CAI_KHE, "expert", seats=2, reports_to=DEPUTY),
    post_row(OTHER_CHAIR, AN_HOA, "committee_chair", rank="head"),
    post_row(ARCHIVIST, TRA_AN, "archivist"),
)
HOLDERS: tuple[Row, ...] = (held(LAN, CHAIR), held(HUNG, DEPUTY))
QUOTAS: tuple[Row, ...] = (quota(CITY, 100), quota(NINH_KIEU, 40), quota(CAI_KHE, 20), quota(AN_HOA, 15))


def staffed(*more: Row) -> World:
    """Build the register of the tests with posts and quotas; Lan and Hùng hold posts, Mai and Tâm none."""
    world = cantho(*POSTS, *HOLDERS, *QUOTAS, *more)
    world.snapshot = replace(world.snapshot, codes=CODES, people=PEOPLE, titles=TITLES)
    return world


def career(world: World, who: PersonId) -> list[tuple[PostId, str, Period]]:
    """Give which posts somebody holds, how, and over which days."""
    return [(row.post, row.how, row.valid) for row in world.life(who).appointments]


def holders(world: World, of: PostId, on: Any) -> set[PersonId]:
    """Give who holds a post on a day."""
    return {
        row.person for life in world.snapshot.lives.values() for row in life.appointments
        if row.post == of and on in row.valid
    }  # fmt: skip
