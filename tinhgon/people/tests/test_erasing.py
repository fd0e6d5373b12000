"""Erasure takes two, leaves nothing that tells whose it was, and stays done after a restore."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection

from tests.cast import make_cast
from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.access.refusals import NeedsAReason
from tinhgon.audit.models import Event
from tinhgon.core.reach import PERSONAL
from tinhgon.core.tests.staff import LAN as CHAIRING
from tinhgon.people import refusals
from tinhgon.people.actions import erasing
from tinhgon.people.actions.attachments import attach
from tinhgon.people.actions.campaigns import Wish, propose
from tinhgon.people.models import Amendment, Attachment, Entry, ErasureRequest, Proposal
from tinhgon.people.queries.dossiers import dossier
from tinhgon.people.strategies import ERASED_NAME
from tinhgon.people.tests.files import ALL, NUMBER, account_of, fill, make_person, reach, running, today
from tinhgon.register.models import Appointment, Person, Unit
from tinhgon.register.queries.people import named, visible
from tinhgon.register.tests.staffed import staff_town
from tinhgon.vault.refusals import KeyDestroyed

pytestmark = pytest.mark.django_db
TABLES = ("people_entry", "people_attachment", "people_amendment", "people_proposal")
WHY = {"reason": "Theo yêu cầu", "basis": "Luật 91/2025/QH15"}
PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def cast() -> dict[str, User]:
    return make_cast()


@pytest.fixture
def person(cast: dict[str, User]) -> Person:
    """Somebody of whom something lies in every table."""
    found = make_person(Unit.objects.create())
    entries = fill(found, cast["lan"])
    attach(entries["document"].id, PDF, by=cast["lan"], reach=ALL)
    wish = Wish(campaign=running(cast["lan"]).pk, section="identity", entry=entries["identity"].id,
                values={"phone": "0292 3 777 777"})  # fmt: skip
    propose(wish, by=account_of(found), on=today())
    return found


def erased(person: Person, cast: dict[str, User]) -> Person:
    asked = erasing.request_erasure(person.id, **WHY, by=cast["lan"], reach=ALL)
    return erasing.erase(asked.pk, by=cast["hung"], reach=ALL)


def everything_about(person: UUID) -> str:
    """Give all rows of the database in which the person is named, as text."""
    found: list[Any] = []
    with connection.cursor() as cursor:
        for table in (*TABLES, "people_erasurerequest"):
            cursor.execute(f"SELECT * FROM {table} WHERE person_id = %s", [person])
            found += cursor.fetchall()
        cursor.execute("SELECT * FROM register_person WHERE id = %s", [person])
        found += cursor.fetchall()
        cursor.execute("SELECT * FROM access_user")
        found += cursor.fetchall()
    return repr(found)


def assert_nothing_is_left(person: UUID) -> None:
    row = Person.objects.get(pk=person)
    assert (row.name, row.sex, row.number_index) == (ERASED_NAME, "", None)
    assert (str(row.born), row.born_precision) == ("1980-01-01", "year")
    assert row.erased_at is not None
    text = everything_about(person)
    assert [
        word for word in ("Bình", "Minh Họa", "0292", NUMBER, "binh", "Bằng tốt nghiệp") if word in text
    ] == []
    assert not Attachment.objects.filter(person=person).exists()
    assert not Entry.objects.filter(person=person, sealed__isnull=False).exists()
    assert not Amendment.objects.filter(person=person, sealed__isnull=False).exists()
    assert not Proposal.objects.filter(person=person).exclude(sealed=b"").exists()
    assert not named(visible(ALL), "Bình").exists()
    assert not visible(ALL).filter(pk=person).exists()
    with pytest.raises(refusals.NoSuchPerson):
        dossier(person, ALL)


def test_by_each_fields_strategy(person: Person, cast: dict[str, User]) -> None:
    erased(person, cast)
    assert_nothing_is_left(person.id)
    left = {entry.section: entry.data for entry in Entry.objects.filter(person=person)}
    assert left == {
        "award": {"title": "Bằng khen", "decision": "12/QĐ-UBND"},
        "recruitment": {"recruited_on": "2004", "recruited_by": ERASED_NAME},
    }
    assert person.id in vault.erased([person.id])
    assert Amendment.objects.filter(person=person).latest("id").act == "erased"


def test_it_takes_two(person: Person, cast: dict[str, User]) -> None:
    asked = erasing.request_erasure(person.id, **WHY, by=cast["lan"], reach=ALL)
    with pytest.raises(refusals.NotAlone):
        erasing.erase(asked.pk, by=cast["lan"], reach=ALL)
    with pytest.raises(refusals.AlreadyRequested):
        erasing.request_erasure(person.id, **WHY, by=cast["hung"], reach=ALL)
    assert not vault.erased([person.id])


@pytest.mark.parametrize("other", [
    reach(PERSONAL), reach(role="clerk"), reach(role="reader"), reach(units=frozenset({uuid4()})),
])  # fmt: skip
def test_only_who_may_erase_there(other: Any, person: Person, cast: dict[str, User]) -> None:
    with pytest.raises(refusals.MayNotErase):
        erasing.request_erasure(person.id, **WHY, by=cast["lan"], reach=other)
    asked = erasing.request_erasure(person.id, **WHY, by=cast["lan"], reach=ALL)
    with pytest.raises(refusals.MayNotErase):
        erasing.erase(asked.pk, by=cast["hung"], reach=other)


def test_nobody_erases_himself(person: Person, cast: dict[str, User]) -> None:
    with pytest.raises(refusals.NotOneself):
        erasing.request_erasure(person.id, **WHY, by=User.objects.get(username="binh"), reach=ALL)


def test_a_reason_is_needed(person: Person, cast: dict[str, User]) -> None:
    with pytest.raises(NeedsAReason):
        erasing.request_erasure(person.id, reason=" ", basis="", by=cast["lan"], reach=ALL)


def test_who_holds_a_post_stays(cast: dict[str, User]) -> None:
    staff_town()
    assert Appointment.objects.throughout().filter(person=CHAIRING).exists()
    with pytest.raises(refusals.InOffice):
        erasing.request_erasure(CHAIRING, **WHY, by=cast["lan"], reach=ALL)


def test_a_hold_blocks_until_it_is_lifted(person: Person, cast: dict[str, User]) -> None:
    asked = erasing.request_erasure(person.id, **WHY, by=cast["lan"], reach=ALL)
    erasing.set_hold(person.id, reason="Đang thanh tra", decision=None, by=cast["lan"], reach=ALL)
    with pytest.raises(refusals.Held):
        erasing.erase(asked.pk, by=cast["hung"], reach=ALL)
    with pytest.raises(refusals.AlreadyHeld):
        erasing.set_hold(person.id, reason="Lại", decision=None, by=cast["lan"], reach=ALL)
    erasing.lift_hold(person.id, by=cast["lan"], reach=ALL)
    erasing.erase(asked.pk, by=cast["hung"], reach=ALL)
    assert_nothing_is_left(person.id)


def test_declined_is_not_confirmed(person: Person, cast: dict[str, User]) -> None:
    asked = erasing.request_erasure(person.id, **WHY, by=cast["lan"], reach=ALL)
    erasing.decline(asked.pk, by=cast["hung"], reach=ALL)
    with pytest.raises(refusals.NotRequested):
        erasing.erase(asked.pk, by=cast["hung"], reach=ALL)
    assert ErasureRequest.objects.get().state == "refused"


def yesterday(person: UUID) -> Callable[[], None]:
    """Keep all rows about a person, and give what puts them back as a restored copy would."""
    row = Person.objects.filter(pk=person).values().get()
    account = User.objects.filter(person=person).values().get()
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                f"CREATE TEMP TABLE old_{table} AS SELECT * FROM {table} WHERE person_id = %s", [person]
            )

    def restore() -> None:
        Person.objects.filter(pk=person).update(**row)
        User.objects.filter(pk=account["id"]).update(**account)
        with connection.cursor() as cursor:
            for table in reversed(TABLES):
                cursor.execute(f"DELETE FROM {table} WHERE person_id = %s", [person])
            for table in TABLES:
                cursor.execute(f"INSERT INTO {table} SELECT * FROM old_{table}")

    return restore


def test_it_stays_done_after_a_restore(person: Person, cast: dict[str, User]) -> None:
    restore = yesterday(person.id)
    erased(person, cast)
    restore()
    assert Person.objects.get(pk=person.id).name == "Nguyễn Thị Bình"
    with pytest.raises(KeyDestroyed):  # even before the replay nothing sealed opens
        dossier(person.id, ALL)
    assert erasing.replay_erasures() == [person.id]
    assert_nothing_is_left(person.id)
    assert erasing.replay_erasures() == []


def test_what_a_kill_left_half_done_is_finished(person: Person, cast: dict[str, User]) -> None:
    vault.destroy([person.id], reason="erasure.1", by="1")  # the program died before it committed the rows
    assert Entry.objects.filter(person=person, sealed__isnull=False).exists()
    assert erasing.replay_erasures() == [person.id]
    assert_nothing_is_left(person.id)


def test_an_audit_names_two_and_no_value(person: Person, cast: dict[str, User]) -> None:
    erased(person, cast)
    events = Event.objects.filter(subject=person.id, what=["erasure"]).order_by("id")
    assert [(event.act, event.actor_name) for event in events] == [("propose", "lan"), ("erase", "hung")]
