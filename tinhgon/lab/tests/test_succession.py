"""Successions: posts that fall vacant, who stands in the plan, by the figures of the law of the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection

from tests.undoing import undone
from tinhgon.core.reach import EVERYTHING
from tinhgon.core.rulebook import NotInForce
from tinhgon.lab.actions.scenarios import branch
from tinhgon.lab.hashing import digest
from tinhgon.lab.models import Run, Scenario, Succeeding
from tinhgon.lab.parameters import Parameters, Succeed
from tinhgon.lab.running.trades import trade_of
from tinhgon.lab.succession.drawing import draw
from tinhgon.lab.succession.facts import scope_of
from tinhgon.lab.succession.trade import NobodyLeads
from tinhgon.lab.tests.offices import OFFICES, THOI_BINH
from tinhgon.lab.tests.successions import CAI_KHE, DEPUTY, HEAD, leave, planned, post, town
from tinhgon.rules.library import book

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Scenario]:
    with django_db_blocker.unblock(), undone():
        yield town()


@pytest.fixture
def plan(founded: Scenario, db: None) -> Scenario:
    return Scenario.objects.get(pk=founded.pk)


def test_a_head_who_retires_makes_a_vacancy_and_has_successors(plan: Scenario) -> None:
    planned(plan)
    rows = Succeeding.objects.filter(scenario=plan, post=post(CAI_KHE, 1)).order_by("place")
    assert {(one.vacant_on, one.because, one.holder_id) for one in rows} == {
        (date(2030, 4, 1), "retirement", HEAD)
    }
    assert DEPUTY in {one.person_id for one in rows}
    assert [one.takes for one in rows if one.takes] == ["promoted"]
    assert [one.place for one in rows] == [1, 2, 3][: len(rows)]


def test_a_training_on_file_is_not_asked_for_again(plan: Scenario) -> None:
    planned(plan)
    row = Succeeding.objects.get(scenario=plan, post=post(CAI_KHE, 1), person=DEPUTY)
    assert [one["kind"] for one in row.trainings] == ["state_management"]
    assert row.trainings[0]["start_by"] is None, "no length of it is known"


def test_a_post_without_successor_names_nobody_and_says_why(plan: Scenario) -> None:
    plan.root_id = THOI_BINH
    plan.save()
    with pytest.raises(NobodyLeads):
        planned(plan)
    plan.root_id = CAI_KHE
    plan.save()
    leave(HEAD)
    leave(DEPUTY)
    planned(plan)
    lonely = Succeeding.objects.filter(scenario=plan, person=None)
    assert lonely.count() == plan.found["succession"]["without"] > 0
    assert all(one.kept_away for one in lonely)


def test_counts_for_all_to_see_name_nobody(plan: Scenario) -> None:
    outcome = planned(plan)
    plan.refresh_from_db()
    found = plan.found["succession"]
    assert found["seats"] == 6
    assert sum(one["vacant"] for one in found["quarters"]) == found["vacancies"]
    assert str(HEAD) not in str(found)
    assert str(DEPUTY) not in str(found)
    assert outcome.best == found["rounds"][0]["value"]


def test_a_post_held_beside_a_main_post_follows_that(plan: Scenario) -> None:
    assert not any(one.id.startswith(str(post(CAI_KHE, 3))) for one in draw(plan).task.seats)


def test_the_head_of_an_office_stands_right_below_a_deputy_of_its_commune(plan: Scenario) -> None:
    places = scope_of(plan)
    assert places[OFFICES[CAI_KHE]].depth == places[CAI_KHE].depth + 1
    level = {one.id: one.level for one in draw(plan).task.officials}
    assert level[str(HEAD)] == level[str(DEPUTY)] + 1


def test_figures_come_from_the_rules_of_the_day_and_what_is_not_law_is_said(plan: Scenario) -> None:
    drawn, law = draw(plan), book().figures
    assert (
        drawn.task.rules.people_a_title
        == law["planning.limits"].on(plan.effective_on).amount["planned_people"]
    )
    assert drawn.task.rules.rotation_months == law["rotation.length"].on(plan.effective_on).amount["months"]
    assert drawn.task.rules.shares == (), "the shares of 2021 ended in 2025"
    notes = " ".join(one.en for one in drawn.notes)
    assert "not in force" in notes
    assert "provisional" in notes


def test_before_there_was_a_law_the_scenario_has_to_say_how_many(plan: Scenario) -> None:
    plan.effective_on = date(2021, 1, 1)
    with pytest.raises(NotInForce):
        draw(plan)
    plan.parameters = Parameters(succeed=Succeed(people_a_title=2, titles_a_person=2)).write()
    assert draw(plan).task.rules.people_a_title == 2


def test_the_same_register_gives_the_same_plan_and_hash(plan: Scenario) -> None:
    one, other = planned(plan), planned(plan)
    assert digest(one.plan) == digest(other.plan)
    assert digest(draw(plan).task) == digest(draw(plan).task)
    assert trade_of(Run.Trade.SUCCEED).solver.endswith(":succeed")


def test_row_security_asks_for_both_who_leaves_and_who_follows() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT qual FROM pg_policies WHERE tablename = 'lab_succeeding'")
        (((qual,)),) = cursor.fetchall()
    assert "holder_id" in qual
    assert "person_id" in qual


def test_a_branch_begins_without_what_was_planned_of_people(plan: Scenario) -> None:
    planned(plan)
    made = branch(scenario=plan, name="Nhánh", reach=EVERYTHING, actor=None)
    assert "succession" not in made.found
    assert not made.successions.exists()
