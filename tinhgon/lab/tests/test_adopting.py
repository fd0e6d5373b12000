"""A scenario adopted as drafts, signed in turn, and taken back; nobody is lost on the way."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from tinhgon.core import operations as ops
from tinhgon.core.judging import Answer, Answers
from tinhgon.core.reach import EDIT, EVERYTHING, INTERNAL, Allowed, Reach
from tinhgon.lab.actions.adopting import Letterhead, adopt, take_back
from tinhgon.lab.actions.scenarios import unlock
from tinhgon.lab.models import Adopted, Placing, Scenario
from tinhgon.lab.queries.conflicts import conflicts_of
from tinhgon.lab.queries.planned import outline_of
from tinhgon.lab.refusals import (
    AlreadyAdopted,
    MayNotPlan,
    NothingAdopted,
    NothingPlanned,
    PeopleOutOfReach,
    PlacedAreGone,
    ScenarioAdopted,
    StaffingOutdated,
)
from tinhgon.lab.staffing.drawing import draw
from tinhgon.lab.staffing.keeping import keep_people, keep_posts
from tinhgon.lab.tests.offices import (
    AN_HOA,
    CAI_KHE,
    CITY,
    OFFICES,
    ON,
    THOI_BINH,
    person,
    post,
    scenario,
)
from tinhgon.register.actions.drafting import check
from tinhgon.register.actions.signing import sign
from tinhgon.register.models import Decision
from tinhgon.register.tests.factories import next_moment, rows, signed, without_decisions

pytestmark = pytest.mark.usefixtures("town")

ANSWERED = Answers(to_all=Answer("Bài kiểm thử", "Không có"))


def letterhead(number: str = "15/QĐ") -> Letterhead:
    return Letterhead(type="QĐ", number=number, issuer="UBND thành phố", issued_on=date(2026, 11, 1))


def placed(of: Scenario, *, leaving: set[UUID] = frozenset()) -> None:  # type: ignore[assignment]
    """Fill the planned posts in order with whoever has the same title; the rest is surplus or leaves."""
    drawn = draw(of, EVERYTHING)
    keep_posts(of, drawn)
    free = {
        (one.title, place): one.id for one in drawn.wanted for place in range(one.seats) if not one.beside
    }
    posts = []
    for one in drawn.staffing.people:
        key = next((key for key in free if key[0] == one.field and UUID(one.id) not in leaving), None)
        posts.append(str(free.pop(key)) if key else None)
    Placing.objects.bulk_create([Placing(scenario=of, person_id=one, leaves=True) for one in leaving])
    keep_people(of, [one.id for one in drawn.staffing.people], posts, {})


def sign_all(adopted: list[Adopted]) -> None:
    for one in adopted:
        check(decision=one.decision)
        sign(decision=one.decision, actor=None, at=next_moment(), answers=ANSWERED)


def in_post(day: date = ON) -> dict[UUID, list[tuple[str, str]]]:
    """Give who holds what on a day: how, and the title."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.person_id, a.how, v.title_id FROM register_appointment a JOIN register_postversion v "
            "ON v.post_id = a.post_id AND v.valid @> %(day)s WHERE a.valid @> %(day)s ORDER BY 1, 2, 3",
            {"day": day},
        )
        found: dict[UUID, list[tuple[str, str]]] = {}
        for of, how, title in cursor:
            found.setdefault(of, []).append((how, title))
        return found


def test_without_placed_people_units_merge_and_posts_follow() -> None:
    before = in_post()
    adopted = adopt(scenario=scenario(), head=letterhead(), reach=EVERYTHING, actor=None)
    assert [one.part for one in adopted] == ["units"]
    sign_all(adopted)
    assert in_post() == before


def test_offices_that_differ_by_the_place_alone_become_one() -> None:
    bodies = outline_of(scenario()).bodies
    assert [(body.name, set(body.members)) for body in bodies] == [
        ("Xã Cái Khế", {CAI_KHE, AN_HOA}),
        ("Văn phòng xã Cái Khế", set(OFFICES.values())),
    ]


def test_a_new_body_has_one_head_and_no_more_deputies_than_the_largest_had() -> None:
    wanted = {one.title: one for one in outline_of(scenario()).wanted}
    assert {title: one.seats for title, one in wanted.items()} == {
        "party_secretary": 1, "committee_deputy_chair": 2, "expert": 6, "council_chair": 1,
    }  # fmt: skip
    assert wanted["council_chair"].beside == "party_secretary"


def test_everybody_is_accounted_for_after_signing() -> None:
    plan = scenario()
    placed(plan, leaving={person(15)})
    everybody = set(in_post())
    adopted = adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
    assert [one.part for one in adopted] == ["units", "posts", "people", "rest"]
    sign_all(adopted)
    after = in_post()
    assert set(after) == everybody - {person(15)}
    heads = [of for of, held in after.items() if ("regular", "party_secretary") in held]
    assert len(heads) == 2, "one takes the new post, the other keeps the old one as surplus"
    assert sum(("concurrent", "council_chair") in held for held in after.values()) == 2


def test_taking_back_leaves_the_register_as_it_was() -> None:
    before = without_decisions(rows())
    plan = scenario()
    placed(plan, leaving={person(15)})
    sign_all(adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None))
    revoking = take_back(scenario=plan, head=letterhead("16/QĐ"), reach=EVERYTHING, actor=None)
    assert revoking is not None
    check(decision=revoking)
    sign(decision=revoking, actor=None, at=next_moment(), answers=ANSWERED)
    assert without_decisions(rows()) == before


def test_what_was_taken_back_can_be_adopted_again() -> None:
    plan = scenario()
    placed(plan)
    sign_all(adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None))
    revoking = take_back(scenario=plan, head=letterhead("16/QĐ"), reach=EVERYTHING, actor=None)
    assert revoking is not None
    check(decision=revoking)
    sign(decision=revoking, actor=None, at=next_moment(), answers=ANSWERED)
    sign_all(adopt(scenario=plan, head=letterhead("17/QĐ"), reach=EVERYTHING, actor=None))
    assert plan.adopted.count() == 4


def test_drafts_alone_are_thrown_away() -> None:
    plan, count = scenario(), Decision.objects.count()
    adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
    assert take_back(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None) is None
    assert Decision.objects.count() == count


def test_a_scenario_is_adopted_once() -> None:
    plan = scenario()
    adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
    with pytest.raises(AlreadyAdopted):
        adopt(scenario=plan, head=letterhead("16/QĐ"), reach=EVERYTHING, actor=None)


def test_an_adopted_scenario_is_not_unlocked_while_its_drafts_live() -> None:
    plan = scenario()
    adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
    with pytest.raises(ScenarioAdopted):
        unlock(scenario=plan, reach=EVERYTHING)
    take_back(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
    assert unlock(scenario=plan, reach=EVERYTHING).locked_at is None


def test_a_scenario_without_a_plan_has_nothing_to_adopt_or_take_back() -> None:
    plan = scenario(plan=[])
    with pytest.raises(NothingPlanned):
        adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)
    with pytest.raises(NothingAdopted):
        take_back(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)


def test_a_plan_changed_after_people_were_placed_is_not_adopted() -> None:
    plan = scenario()
    placed(plan)
    plan.plan[0]["members"].append(str(THOI_BINH))
    plan.save()
    with pytest.raises(StaffingOutdated):
        adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)


def test_people_who_left_meanwhile_are_named_as_a_conflict_and_refused() -> None:
    plan = scenario()
    placed(plan)
    signed(ops.Release(person=person(1)), on=date(2026, 5, 4), title="Thôi việc")
    assert ("people", 1) in [(one.sort, one.count) for one in conflicts_of(plan)]
    with pytest.raises(PlacedAreGone):
        adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None)


def test_whoever_reaches_only_some_of_the_units_may_not_adopt() -> None:
    plan = scenario()
    narrow = Reach((Allowed("clerk", INTERNAL, frozenset({CITY, CAI_KHE})),))
    assert narrow.may(EDIT, CITY)
    with pytest.raises(PeopleOutOfReach):
        adopt(scenario=plan, head=letterhead(), reach=narrow, actor=None)
    with pytest.raises(MayNotPlan):
        adopt(scenario=plan, head=letterhead(), reach=Reach(), actor=None)


def test_a_holder_who_is_absent_keeps_the_post_and_is_not_placed() -> None:
    away = ops.ChangeOccupancy(person=person(3), post=post(CAI_KHE, 4), how="absent")
    signed(away, on=date(2026, 5, 4), title="Đi học")
    plan = scenario()
    placed(plan)
    assert not Placing.objects.filter(person=person(3)).exists()
    sign_all(adopt(scenario=plan, head=letterhead(), reach=EVERYTHING, actor=None))
    assert in_post()[person(3)] == [("absent", "expert")]
