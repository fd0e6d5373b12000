"""The demonstration with its people in the database: whole, once, and marked as an illustration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.undoing import undone
from tinhgon.access.actions import make_demo_users
from tinhgon.access.areas import successors_of
from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.people.actions.demo import _city, _merging, _places, load_demo_with_people
from tinhgon.people.demo.ground import EVE, MERGER, survey
from tinhgon.people.demo.stage import ISSUER
from tinhgon.people.demo.story import tell, tell_until_the_eve
from tinhgon.people.models import Entry
from tinhgon.people.tests.files import running, today
from tinhgon.register.models import Appointment, Decision, Person, UnitVersion

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """Load it once for the module, and undo it after it."""
    with django_db_blocker.unblock(), undone():
        yield load_demo_with_people()


def test_loaded_twice_it_changes_nothing(demo: int) -> None:
    assert demo == Decision.objects.count() > 60
    assert load_demo_with_people() == 0
    assert demo == Decision.objects.count()


def test_the_eve_tells_the_first_chapter_and_no_more() -> None:
    city, communes = _merging()
    ground = survey(_places(), communes.operations, _city(city))
    eve, whole = tell_until_the_eve(ground), tell(ground)
    assert eve.before == whole.before
    assert not (eve.ending or eve.uniting or eve.since)
    assert len(eve.people) < len(whole.people)


def test_everybody_is_marked_as_illustrative() -> None:
    assert Person.objects.count() > 11_500
    assert not Person.objects.exclude(illustrative=True).exists()
    assert not Person.objects.filter(number_index=None).exists()


def test_every_decision_of_the_story_is_marked_as_illustration() -> None:
    story = Decision.objects.filter(issuer=ISSUER)
    assert story.count() > 30
    assert not story.exclude(source=Decision.Source.ILLUSTRATION).exists()


def test_nobody_is_lost_on_the_first_of_july() -> None:
    eve, day = (set(Appointment.objects.on(one).values_list("person_id", flat=True)) for one in (EVE, MERGER))
    assert day < eve
    ended = Appointment.objects.throughout().filter(person__in=eve - day, valid__endswith=MERGER)
    assert {row.person_id for row in ended} == eve - day


def test_the_old_communes_staff_went_into_the_wards() -> None:
    wards = list(successors_of("916", on=MERGER))  # the former district of Ninh Kiều
    named = UnitVersion.objects.on(MERGER).filter(unit__in=wards).values_list("name", flat=True)
    assert "Phường Ninh Kiều" in named
    assert len(wards) == len(named) >= 3
    assert Person.objects.filter(home__in=wards).count() > 20


def test_what_is_sensitive_lies_nowhere_open() -> None:
    assert Entry.objects.count() > 60_000
    assert not Entry.objects.filter(data__has_any_keys=["national_id", "ethnic_group", "form"]).exists()
    assert not Entry.objects.filter(section="identity", sealed=None).exists()


class TestOwnDossier:
    """Tâm works in an office of her area: whoever tries the demonstration finds a dossier of his own."""

    @pytest.fixture
    def tam(self) -> User:
        make_demo_users()
        return User.objects.select_related("person").get(username="tam")

    def test_the_clerk_of_four_wards_is_a_person_of_the_story(self, tam: User) -> None:
        assert tam.person
        assert tam.person.illustrative
        assert tam.name == tam.person.name
        assert tam.person.home_id in (reach_of(tam.pk, on=today()).units() or ())
        assert Appointment.objects.on(today()).filter(person=tam.person).exists()

    def test_users_made_twice_are_the_same(self, tam: User) -> None:
        assert make_demo_users() == []
        assert list(User.objects.exclude(person=None).values_list("person", flat=True)) == [tam.person_id]

    def test_users_of_an_older_demonstration_are_joined_to_their_person(self, tam: User) -> None:
        User.objects.filter(pk=tam.pk).update(person=None, name="Đặng Minh Tâm")
        make_demo_users()

        assert User.objects.get(pk=tam.pk).person == tam.person

    def test_the_own_pages_open_and_a_campaign_asks(self, tam: User) -> None:
        running(User.objects.get(username="hung"))
        client = Client()
        client.force_login(tam)
        dossier, update = (
            client.get(reverse(name)).content.decode() for name in ("people:mine", "care:update")
        )
        readers = client.get(reverse("people:my_readers")).content.decode()

        assert tam.name in dossier
        assert "Rà soát năm 2026" in update
        assert "tam" in readers
