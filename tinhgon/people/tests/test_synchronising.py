"""Changes have a day by which the national database is told; a packet holds them, then they are marked."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.reach import PERSONAL
from tinhgon.people import refusals
from tinhgon.people.actions.synchronising import mark_synchronised, take_packet
from tinhgon.people.clock import working_days_after
from tinhgon.people.models import Amendment
from tinhgon.people.queries.synchronising import waiting
from tinhgon.people.tests.files import ALL, NUMBER, fill, make_person, reach, today
from tinhgon.register.models import Person, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan() -> User:
    return make_cast()["lan"]


@pytest.fixture
def person(lan: User) -> Person:
    found = make_person(Unit.objects.create())
    fill(found, lan)
    return found


def test_weekends_do_not_count() -> None:
    assert working_days_after(date(2026, 11, 19), 3) == date(2026, 11, 24)


def test_what_waits_is_counted_by_unit(person: Person) -> None:
    (found,) = waiting(ALL, on=today())
    assert (found.unit, found.changes, found.overdue, found.people) == (person.home_id, 6, 0, 1)
    (later,) = waiting(ALL, on=found.due_on + timedelta(days=1))
    assert later.overdue == 6
    assert waiting(reach(units=frozenset({uuid4()})), on=today()) == []


def test_a_packet_holds_the_changed_sections_up_to_the_class(person: Person, lan: User) -> None:
    made = take_packet(person.home_id, by=lan, reach=ALL)
    (told,) = made["people"]
    assert told["sections"]["identity"][0]["national_id"] == NUMBER
    assert set(told["sections"]) == {"identity", "recruitment", "award", "discipline", "document"}
    (less,) = take_packet(person.home_id, by=lan, reach=reach(PERSONAL, "clerk"))["people"]
    assert NUMBER not in str(less)
    assert (told["withheld"], less["withheld"]) == (False, True)


def test_only_what_the_packet_held_is_marked(person: Person, lan: User) -> None:
    up_to = take_packet(person.home_id, by=lan, reach=ALL)["up_to"]
    make_person(person.home, "Trần Văn An")
    assert mark_synchronised(person.home_id, up_to=up_to, by=lan, reach=ALL) == 6
    assert Amendment.objects.filter(synchronised_at__isnull=True).count() == 1


def test_only_within_reach(person: Person, lan: User) -> None:
    for other in (reach(units=frozenset({uuid4()})), reach(role="reader"), reach(role="auditor")):
        with pytest.raises(refusals.OutOfReach):
            take_packet(person.home_id, by=lan, reach=other)
        with pytest.raises(refusals.OutOfReach):
            mark_synchronised(person.home_id, up_to=9, by=lan, reach=other)
