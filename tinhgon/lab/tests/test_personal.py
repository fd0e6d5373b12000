"""What scenarios say of somebody is told to that one, and is gone with the file."""

from __future__ import annotations

from datetime import date

import pytest

from tinhgon.core.reach import Reach
from tinhgon.lab.models import Placing, Succeeding
from tinhgon.lab.tests.offices import CAI_KHE, person, post, scenario, staff_town
from tinhgon.people.actions.wiping import wipe
from tinhgon.people.queries.subject import held_about
from tinhgon.register.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned() -> Person:
    """Somebody whom a scenario leaves without post, who follows one and is followed by another."""
    staff_town()
    found, of = Person.objects.get(pk=person(1)), scenario()
    Placing.objects.create(scenario=of, person=found, leaves=True, why={"open": 0})
    kept = {"scenario": of, "vacant_on": date(2028, 5, 1), "because": "retirement"}
    Succeeding.objects.create(post_id=post(CAI_KHE, 1), holder_id=person(0), person=found, place=1, **kept)
    Succeeding.objects.create(post_id=post(CAI_KHE, 2), holder=found, person_id=person(2), place=1, **kept)
    return found


def test_oneself_is_told_what_is_planned_and_not_who_follows(planned: Person) -> None:
    held = held_about(planned, Reach(person=planned.pk))
    assert [one["leaves"] for one in held["placings"]] == [True]
    assert [one["place"] for one in held["successions"]] == [1]
    assert str(person(2)) not in str(held)


def test_an_erased_person_is_in_no_scenario_any_more(planned: Person) -> None:
    wipe(planned)
    assert not Placing.objects.exists()
    assert not Succeeding.objects.exists()
