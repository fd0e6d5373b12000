"""Campaigns: people propose within what is open, officers decide item by item, nobody for himself."""

from __future__ import annotations

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.audit.models import Event
from tinhgon.core.periods import Period
from tinhgon.core.reach import PERSONAL, SENSITIVE, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.campaigns import NewCampaign, Wish, open_campaign, propose, withdraw
from tinhgon.people.actions.confirming import confirm, turn_down
from tinhgon.people.actions.entries import Item, enter, mend, remove, rename
from tinhgon.people.models import Amendment, Entry, Proposal
from tinhgon.people.queries import campaigns
from tinhgon.people.tests.files import ALL, NUMBER, account_of, fill, make_person, reach, running, today
from tinhgon.people.values import MalformedEntry
from tinhgon.register.models import Person, Unit

pytestmark = pytest.mark.django_db
PHONE = "0292 3 999 999"


@pytest.fixture
def lan() -> User:
    return make_cast()["lan"]


@pytest.fixture
def person(lan: User) -> Person:
    return make_person(Unit.objects.create())


@pytest.fixture
def binh(person: Person) -> User:
    return account_of(person)


@pytest.fixture
def identity(person: Person, lan: User) -> Entry:
    return fill(person, lan)["identity"]


def wish_phone(campaign: int, identity: Entry, phone: str = PHONE) -> Wish:
    return Wish(campaign=campaign, section="identity", entry=identity.id, values={"phone": phone})


def test_a_confirmed_wish_is_written_with_amendment_and_clock(identity: Entry, binh: User, lan: User) -> None:
    made = propose(wish_phone(running(lan).pk, identity), by=binh, on=today())
    assert PHONE.encode() not in bytes(made.sealed)
    confirm(made.id, revision=1, by=lan, reach=ALL)
    identity.refresh_from_db()
    assert identity.data["phone"] == PHONE
    amendment = Amendment.objects.latest("id")
    assert (amendment.act, amendment.fields, amendment.by) == ("changed", ["phone"], lan)
    assert set(Event.objects.values_list("act", flat=True)) >= {"propose", "confirm"}


def test_what_the_campaign_does_not_open_stays(identity: Entry, binh: User, lan: User) -> None:
    wish = Wish(campaign=running(lan).pk, section="identity", entry=identity.id,
                values={"phone": PHONE, "residence": "nơi khác", "national_id": "999999999999"})  # fmt: skip
    confirm(propose(wish, by=binh, on=today()).id, revision=1, by=lan, reach=ALL)
    identity.refresh_from_db()
    assert identity.data["residence"] == "Số 1 đường Minh Họa"
    (shown,) = campaigns.own_sections(running(lan, "identity.phone"), identity.person, ALL)[0].held
    assert shown.values["national_id"] == NUMBER


def test_a_closed_section_and_a_day_outside_are_refused(identity: Entry, binh: User, lan: User) -> None:
    campaign = running(lan, days=5)
    closed = Wish(campaign=campaign.pk, section="award", values={"title": "Huân chương"})
    with pytest.raises(refusals.NotOpen):
        propose(closed, by=binh, on=today())
    for day in (today() - timedelta(days=1), today() + timedelta(days=5)):
        with pytest.raises(refusals.NotOpen):
            propose(wish_phone(campaign.pk, identity), by=binh, on=day)


def test_another_unit_is_not_invited(identity: Entry, binh: User, lan: User) -> None:
    campaign = running(lan, unit=Unit.objects.create().id)
    with pytest.raises(refusals.NotOpen):
        propose(wish_phone(campaign.pk, identity), by=binh, on=today())
    assert campaigns.open_to(identity.person, on=today()) == []


def test_nobody_proposes_for_another(identity: Entry, lan: User) -> None:
    other = account_of(make_person(Unit.objects.create(), "Trần Văn An"), "an")
    with pytest.raises(refusals.NoSuchEntry):
        propose(wish_phone(running(lan).pk, identity), by=other, on=today())
    with pytest.raises(refusals.NoSuchPerson):
        propose(wish_phone(running(lan).pk, identity), by=lan, on=today())


def test_faults_and_nothing_new_are_told_at_once(identity: Entry, binh: User, lan: User) -> None:
    campaign = running(lan)
    with pytest.raises(MalformedEntry):
        propose(wish_phone(campaign.pk, identity, "không phải số"), by=binh, on=today())
    with pytest.raises(refusals.NothingProposed):
        propose(wish_phone(campaign.pk, identity, "0292 3 123 456"), by=binh, on=today())


def test_nobody_confirms_his_own(identity: Entry, binh: User, lan: User) -> None:
    made = propose(wish_phone(running(lan).pk, identity), by=binh, on=today())
    with pytest.raises(refusals.NotOnesOwn):
        confirm(made.id, revision=1, by=binh, reach=ALL)


def test_a_changed_entry_is_decided_anew(identity: Entry, binh: User, lan: User) -> None:
    campaign = running(lan)
    made = propose(wish_phone(campaign.pk, identity), by=binh, on=today())
    mend(identity.id, {"email": "b@cantho.example", "national_id": NUMBER}, revision=1, by=lan, reach=ALL)
    with pytest.raises(refusals.ChangedMeanwhile):
        confirm(made.id, revision=1, by=lan, reach=ALL)
    (weighed,) = campaigns.weigh(campaigns.waiting(campaign, ALL), ALL)
    assert weighed.moved
    confirm(made.id, revision=weighed.revision, by=lan, reach=ALL)
    identity.refresh_from_db()
    assert (identity.data["phone"], identity.data["email"]) == (PHONE, "b@cantho.example")


def test_a_return_needs_an_answer(identity: Entry, binh: User, lan: User) -> None:
    made = propose(wish_phone(running(lan).pk, identity), by=binh, on=today())
    with pytest.raises(refusals.NeedsAnAnswer):
        turn_down(made.id, answer=" ", by=lan, reach=ALL)
    turn_down(made.id, answer="Thiếu minh chứng", by=lan, reach=ALL)
    made.refresh_from_db()
    assert (made.state, made.answer) == ("returned", "Thiếu minh chứng")


def test_withdrawn_is_not_decided(identity: Entry, binh: User, lan: User) -> None:
    made = propose(wish_phone(running(lan).pk, identity), by=binh, on=today())
    with pytest.raises(refusals.NotProposed):
        withdraw(made.id, by=lan)
    withdraw(made.id, by=binh)
    with pytest.raises(refusals.NotProposed):
        confirm(made.id, revision=1, by=lan, reach=ALL)


def test_a_new_entry_is_added(person: Person, binh: User, lan: User) -> None:
    wish = Wish(campaign=running(lan).pk, section="education", values={"degree": "master", "major": "Luật"})
    confirm(propose(wish, by=binh, on=today()).id, revision=None, by=lan, reach=ALL)
    assert Entry.objects.get(person=person, section="education").data["major"] == "Luật"


def test_an_officer_of_elsewhere_or_of_a_lower_class_decides_nothing(
    identity: Entry, binh: User, lan: User
) -> None:
    campaign = running(lan, "identity.ethnic_group", "identity.phone")
    wish = Wish(campaign=campaign.pk, section="identity", entry=identity.id, values={"ethnic_group": "Khmer"})
    made = propose(wish, by=binh, on=today())
    for other in (reach(units=frozenset({uuid4()})), reach(PERSONAL, "clerk"), reach(role="reader"), Reach()):
        with pytest.raises(refusals.OutOfReach):
            confirm(made.id, revision=1, by=lan, reach=other)
    assert not campaigns.waiting(campaign, reach(units=frozenset({uuid4()}))).exists()
    (weighed,) = campaigns.weigh(campaigns.waiting(campaign, ALL), reach(PERSONAL, "clerk"))
    assert (weighed.within, weighed.lines) == (False, ())


def test_only_own_fields_are_opened(lan: User) -> None:
    def opening(*fields: str) -> NewCampaign:
        return NewCampaign(
            title="Đợt", fields=fields, unit=None, valid=Period(today(), today() + timedelta(9))
        )

    for name in ("identity.national_id", "discipline.form", "nothing.at_all", "identity.nothing"):
        with pytest.raises(refusals.NotOwn):
            open_campaign(opening(name), by=lan, reach=ALL)
    with pytest.raises(refusals.NothingOpened):
        open_campaign(opening(), by=lan, reach=ALL)
    with pytest.raises(refusals.OutOfReach):
        open_campaign(opening("identity.phone"), by=lan, reach=reach(units=frozenset({uuid4()})))


def test_progress_counts_people_within_reach(identity: Entry, binh: User, lan: User) -> None:
    campaign = running(lan)
    make_person(Unit.objects.create(), "Lê Văn Cường")
    propose(wish_phone(campaign.pk, identity), by=binh, on=today())
    found = campaigns.progress(campaign, ALL)
    assert (found.invited, found.answered, found.proposed, found.waiting) == (2, 1, 1, 1)
    assert campaigns.progress(campaign, reach(units=frozenset({identity.person.home_id}))).invited == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_confirmations_at_once_one_is_told(lan: User) -> None:
    person = make_person(Unit.objects.create())
    entry = fill(person, lan)["identity"]
    made = propose(wish_phone(running(lan).pk, entry), by=account_of(person), on=today())
    outcomes: list[str] = []

    def decide() -> None:
        try:
            confirm(made.id, revision=1, by=lan, reach=ALL)
            outcomes.append("confirmed")
        except refusals.NotProposed:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=decide) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["confirmed", "told"]
    assert Proposal.objects.get().state == "confirmed"
    assert Amendment.objects.filter(act="changed").count() == 1


def test_a_guarded_field_beside_what_changes_is_not_shown_to_who_may_not_read_it(
    identity: Entry, binh: User, lan: User
) -> None:
    held = {"phone": "0292 3 123 456", "national_id": NUMBER, "ethnic_group": "Khmer"}
    mend(identity.id, held, revision=1, by=lan, reach=ALL)
    campaign = running(lan, "identity.phone", "identity.ethnic_group")
    propose(wish_phone(campaign.pk, identity), by=binh, on=today())
    clerk = reach(PERSONAL, role="clerk")
    (seen,) = campaigns.weigh(campaigns.waiting(campaign, clerk), clerk)
    assert seen.within
    assert ([line.field.code for line in seen.lines], seen.highest) == (["phone"], PERSONAL)
    (seen,) = campaigns.weigh(campaigns.waiting(campaign, ALL), ALL)
    assert [line.after for line in seen.lines] == [PHONE, "Khmer"]
    assert seen.highest == SENSITIVE


def test_nobody_writes_his_own_file_past_a_campaign(identity: Entry, person: Person, binh: User) -> None:
    own = Reach(ALL.allowed, person.id)
    with pytest.raises(refusals.OwnFile):
        mend(identity.id, {"phone": PHONE}, revision=1, by=binh, reach=own)
    with pytest.raises(refusals.OwnFile):
        enter(Item(person=person.id, section="award", values={"title": "x"}), by=binh, reach=own)
    with pytest.raises(refusals.OwnFile):
        remove(identity.id, revision=1, by=binh, reach=own)
    with pytest.raises(refusals.OwnFile):
        rename(person.id, name="X", sex="", born=None, revision=person.revision, by=binh, reach=own)
