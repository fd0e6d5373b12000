"""A word on where somebody is placed: none on posts that are not there, and none that is in the way later."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tinhgon.core.reach import EVERYTHING
from tinhgon.lab.actions.pinning import leave, pin, shut
from tinhgon.lab.actions.scenarios import branch
from tinhgon.lab.models import Placing, PlannedPost, Run, Scenario
from tinhgon.lab.queries.planned import outline_of
from tinhgon.lab.refusals import NoSuchPlacing, ScenarioBusy
from tinhgon.lab.staffing.drawing import draw
from tinhgon.lab.staffing.keeping import keep_people, keep_posts
from tinhgon.lab.tests.offices import AN_HOA, CAI_KHE, THOI_BINH, person, scenario, staff_town
from tinhgon.solvers.place.faults import faults_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Scenario:
    """A scenario that has placed everybody nowhere."""
    staff_town()
    made = scenario()
    drawn = draw(made, EVERYTHING)
    keep_posts(made, drawn)
    keep_people(made, [one.id for one in drawn.staffing.people], [None] * len(drawn.staffing.people), {})
    return made


def planned(of: Scenario, title: str) -> UUID:
    return PlannedPost.objects.get(scenario=of, title=title).pk


def faults(of: Scenario) -> list[object]:
    return list(faults_of(draw(Scenario.objects.get(pk=of.pk), EVERYTHING).staffing))


def test_a_post_of_another_scenario_can_neither_be_pinned_nor_shut(plan: Scenario) -> None:
    other = scenario(CAI_KHE, AN_HOA, THOI_BINH)
    keep_posts(other, draw(other, EVERYTHING))
    for post in (planned(other, "party_secretary"), uuid4()):
        with pytest.raises(NoSuchPlacing):
            pin(scenario=plan, person=person(0), post=post, reach=EVERYTHING)
        with pytest.raises(NoSuchPlacing):
            shut(scenario=plan, person=person(0), post=post, reach=EVERYTHING)


def test_a_post_held_beside_a_main_one_is_not_pinned(plan: Scenario) -> None:
    with pytest.raises(NoSuchPlacing):
        pin(scenario=plan, person=person(0), post=planned(plan, "council_chair"), reach=EVERYTHING)


def test_words_on_posts_that_the_plan_has_no_more_are_let_go(plan: Scenario) -> None:
    pin(scenario=plan, person=person(0), post=planned(plan, "party_secretary"), reach=EVERYTHING)
    shut(scenario=plan, person=person(1), post=planned(plan, "expert"), reach=EVERYTHING)
    assert not faults(plan)
    changed = Scenario.objects.get(pk=plan.pk)
    changed.plan[0]["members"].append(str(THOI_BINH))
    changed.save()
    assert outline_of(changed).wanted
    assert not faults(changed)


def test_words_on_people_are_not_in_the_way_of_a_branch(plan: Scenario) -> None:
    shut(scenario=plan, person=person(1), post=planned(plan, "expert"), reach=EVERYTHING)
    kept = Scenario.objects.get(pk=plan.pk)
    assert not faults(branch(scenario=kept, name="Nhánh", reach=EVERYTHING, actor=None))


def test_while_people_are_being_placed_no_word_is_taken_that_would_be_lost(plan: Scenario) -> None:
    Run.objects.create(scenario=plan, trade=Run.Trade.PLACE)
    with pytest.raises(ScenarioBusy):
        pin(scenario=plan, person=person(0), post=planned(plan, "party_secretary"), reach=EVERYTHING)
    with pytest.raises(ScenarioBusy):
        leave(scenario=plan, person=person(0), leaves=True, reach=EVERYTHING)
    assert not Placing.objects.filter(pinned=True).exists()
