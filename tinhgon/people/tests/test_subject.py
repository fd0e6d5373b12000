"""Everything held about a person can be asked for, by the person and by who may export it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.apps import apps

from tests.cast import make_cast
from tinhgon.access.models import Grant, User
from tinhgon.audit.models import Event
from tinhgon.core.reach import INTERNAL, PERSONAL, Reach
from tinhgon.office.forms.pdf import pdf
from tinhgon.office.forms.word import docx
from tinhgon.people import refusals
from tinhgon.people.actions.campaigns import Wish, propose
from tinhgon.people.printing import personal_form, subject_form
from tinhgon.people.queries.dossiers import dossier
from tinhgon.people.queries.subject import held_about
from tinhgon.people.tests.files import ALL, NUMBER, account_of, fill, make_person, reach, running, today
from tinhgon.people.told import TOLD, UNTOLD
from tinhgon.register.models import Person, Unit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def tables_of_people() -> list[type]:
    """Find each table that names a person."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("tinhgon.")]
    naming = [
        model for model in ours
        if any(field.related_model is Person for field in model._meta.concrete_fields)
        and model._meta.managed and not model.__name__.endswith("Known")
    ]  # fmt: skip
    return [Person, Event, Grant, *naming]


@pytest.mark.parametrize("model", tables_of_people(), ids=lambda model: model._meta.label)
def test_each_field_that_is_held_is_told_or_has_a_reason(model: type) -> None:
    label = model._meta.label
    said = TOLD[label] | UNTOLD.get(label, {}).keys()
    assert {field.name for field in model._meta.concrete_fields} == said
    assert not TOLD[label] & UNTOLD.get(label, {}).keys()


@pytest.fixture
def lan() -> User:
    return make_cast()["lan"]


@pytest.fixture
def person(lan: User) -> Person:
    found = make_person(Unit.objects.create())
    entry = fill(found, lan)["identity"]
    wish = Wish(
        campaign=running(lan).pk, section="identity", entry=entry.id, values={"phone": "0292 3 777 777"}
    )
    propose(wish, by=account_of(found), on=today())
    return found


def test_oneself_gets_everything(person: Person) -> None:
    held = held_about(person, Reach(person=person.id))
    assert held["sections"]["identity"][0]["national_id"] == NUMBER
    assert held["proposals"][0]["values"]["values"] == {"phone": "0292 3 777 777"}
    assert held["account"][0]["username"] == "binh"
    assert [one["act"] for one in held["reads"]] == ["propose"]
    assert len(held["amendments"]) == 6
    assert held["withheld"] is False


def test_who_may_export_gets_it_up_to_the_class(person: Person) -> None:
    assert held_about(person, ALL)["sections"]["identity"][0]["national_id"] == NUMBER
    less = held_about(person, reach(PERSONAL, "clerk"))
    assert NUMBER not in str(less)
    assert "Khiển trách" not in str(less)
    assert less["withheld"]


@pytest.mark.parametrize("other", [
    Reach(), reach(role="reader"), reach(role="auditor"), reach(units=frozenset({uuid4()})),
    Reach(person=uuid4()),
])  # fmt: skip
def test_others_get_nothing(other: Reach, person: Person) -> None:
    with pytest.raises(refusals.NoSuchPerson):
        held_about(person, other)


def test_both_papers_are_made(person: Person, lan: User) -> None:
    whole = subject_form(person, held_about(person, ALL), by=lan, at=AT)
    form = personal_form(dossier(person.id, ALL), [], by=lan, at=AT)
    for one in (whole, form):
        assert pdf(one).startswith(b"%PDF-")
        assert docx(one).startswith(b"PK")
        assert "minh họa" in one["banner"].lower()
        assert "22/11/2026 16:30" in one["footer"]


def test_a_personal_form_shows_what_its_reader_may_see(person: Person, lan: User) -> None:
    full = str(personal_form(dossier(person.id, ALL), [], by=lan, at=AT))
    less = str(personal_form(dossier(person.id, reach(INTERNAL, "reader")), [], by=lan, at=AT))
    assert NUMBER in full and "Khiển trách" in full
    assert NUMBER not in less and "Khiển trách" not in less and "0292" not in less
    assert "Bằng khen" in less
