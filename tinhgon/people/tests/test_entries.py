"""Dossiers are opened, entered, mended and read within reach."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import INTERNAL, PERSONAL, SENSITIVE, Allowed, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.entries import Item, NewPerson, enter, mend, open_dossiers, remove
from tinhgon.people.models import Amendment, Entry
from tinhgon.people.queries.dossiers import dossier
from tinhgon.people.values import Days, MalformedEntry
from tinhgon.register.models import Person, Unit

pytestmark = pytest.mark.django_db
NUMBER = "000123456789"


@pytest.fixture
def home() -> Unit:
    return Unit.objects.create()


@pytest.fixture
def lan(db: None) -> User:
    return make_cast()["lan"]


@pytest.fixture
def person(home: Unit) -> Person:
    return open_dossiers([NewPerson(name="Nguyễn Thị Bình", home=home.id, born=PartialDay(1980))], by=None)[0]


def reach(field_class: int, role: str = "signer", units: frozenset | None = None) -> Reach:
    return Reach((Allowed(role, field_class, units),))


def test_a_number_is_sealed_and_found_by_its_index(person: Person, lan: User) -> None:
    entry = enter(
        Item(person=person.id, section="identity", values={"national_id": NUMBER, "phone": "0292 3 123 456"}),
        by=lan, reach=reach(SENSITIVE),
    )  # fmt: skip
    row = Entry.objects.get(pk=entry.pk)
    assert NUMBER not in str(row.data)
    assert NUMBER.encode() not in bytes(row.sealed)
    (shown,) = dossier(person.id, reach(SENSITIVE)).of("identity")
    assert shown.values["national_id"] == NUMBER
    assert len(bytes(Person.objects.get(pk=person.pk).number_index)) == 32


def test_a_reader_of_a_lower_class_sees_no_sealed_field(person: Person, lan: User) -> None:
    enter(Item(person=person.id, section="identity", values={"national_id": NUMBER, "email": "b@ct.gov.vn"}),
          by=lan, reach=reach(SENSITIVE))  # fmt: skip
    (shown,) = dossier(person.id, reach(INTERNAL)).of("identity")
    assert shown.values == {"email": "b@ct.gov.vn"}
    assert shown.hidden


def test_one_number_has_one_file(person: Person, home: Unit, lan: User) -> None:
    (other,) = open_dossiers([NewPerson(name="Trần Văn An", home=home.id)], by=None)
    enter(Item(person=person.id, section="identity", values={"national_id": NUMBER}), by=lan,
          reach=reach(SENSITIVE))  # fmt: skip
    with pytest.raises(refusals.NumberTaken):
        enter(Item(person=other.id, section="identity", values={"national_id": NUMBER}), by=lan,
              reach=reach(SENSITIVE))  # fmt: skip


def test_what_a_clerk_may_not_read_stays_as_it_was(person: Person, lan: User) -> None:
    entry = enter(Item(person=person.id, section="identity", values={"national_id": NUMBER}), by=lan,
                  reach=reach(SENSITIVE))  # fmt: skip
    mend(entry.id, {"phone": "0292 3 888 888", "national_id": "999999999999"}, revision=1, by=lan,
         reach=reach(PERSONAL, "clerk"))  # fmt: skip
    (shown,) = dossier(person.id, reach(SENSITIVE)).of("identity")
    assert shown.values["national_id"] == NUMBER
    assert shown.values["phone"] == "0292 3 888 888"


def test_the_slower_of_two_is_told(person: Person, lan: User) -> None:
    item = Item(person=person.id, section="language", values={"language": "Anh", "level": "B1"})
    entry = enter(item, by=lan, reach=reach(SENSITIVE))
    mend(entry.id, {"language": "Anh", "level": "B2"}, revision=1, by=lan, reach=reach(SENSITIVE))
    with pytest.raises(refusals.ChangedMeanwhile):
        mend(entry.id, {"language": "Anh", "level": "C1"}, revision=1, by=lan, reach=reach(SENSITIVE))


def test_every_fault_of_an_entry_is_told_at_once(person: Person, lan: User) -> None:
    with pytest.raises(MalformedEntry) as refused:
        enter(Item(person=person.id, section="evaluation", values={"grade": "?"}), by=lan,
              reach=reach(SENSITIVE))  # fmt: skip
    assert set(refused.value.by_field) == {"year", "grade"}


def test_years_alone_are_kept_as_years(person: Person, lan: User) -> None:
    enter(
        Item(person=person.id, section="history", values={"unit": "Sở Nội vụ", "post": "Chuyên viên"},
             days=Days(PartialDay(2004), PartialDay(2010, 5))),
        by=lan, reach=reach(SENSITIVE),
    )  # fmt: skip
    (shown,) = dossier(person.id, reach(SENSITIVE)).of("history")
    assert (str(shown.since), str(shown.until)) == ("2004", "05/2010")


def test_each_change_leaves_an_amendment_with_its_clock(person: Person, lan: User) -> None:
    item = Item(person=person.id, section="award", values={"title": "Bằng khen"})
    entry = enter(item, by=lan, reach=reach(SENSITIVE))
    remove(entry.id, revision=1, by=lan, reach=reach(SENSITIVE))
    acts = list(Amendment.objects.filter(person=person).order_by("id").values_list("act", flat=True))
    assert acts == ["opened", "added", "removed"]
    assert Amendment.objects.filter(due_on__isnull=True).count() == 0


def test_out_of_reach_is_as_if_there_were_none(person: Person) -> None:
    elsewhere = reach(SENSITIVE, units=frozenset({uuid4()}))
    with pytest.raises(refusals.NoSuchPerson):
        dossier(person.id, elsewhere)
    with pytest.raises(refusals.NoSuchPerson):
        dossier(uuid4(), reach(SENSITIVE))
