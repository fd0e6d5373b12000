"""Campaigns opened, and what people propose in them: written down sealed, withdrawn again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.audit.codes import Act
from tinhgon.core.names import nfc
from tinhgon.core.periods import Period
from tinhgon.core.reach import EDIT, PERSONAL, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.amending import changed
from tinhgon.people.actions.entries import contents
from tinhgon.people.actions.recording import told
from tinhgon.people.models import Campaign, Entry, Proposal
from tinhgon.people.queries.campaigns import covers
from tinhgon.people.queries.dossiers import partial
from tinhgon.people.sealing import of_proposal
from tinhgon.people.sections import Section, section, sections
from tinhgon.people.values import Days, read_days, read_values
from tinhgon.register.models import Person
from tinhgon.temporal.naming import whole

NO_DAYS = Days()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCampaign:
    """What a campaign opens, where and when; `fields` are written section.field."""

    title: str
    fields: Sequence[str]
    unit: UUID | None
    valid: Period
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants one entry to say; without `entry` a new one. Closed fields are not looked at."""

    campaign: int
    section: str
    values: Mapping[str, Any]
    entry: UUID | None = None
    days: Days = NO_DAYS


def open_campaign(new: NewCampaign, *, by: User, reach: Reach) -> Campaign:
    """Open a campaign in the units that the user keeps files of.

    :raises OutOfReach: they reach farther than the user may change.
    :raises NotOwn, NothingOpened, NoEnd: what it opens, or for how long, will not do.
    """
    if not reach.may(EDIT, new.unit, PERSONAL):
        raise refusals.OutOfReach
    for name in new.fields:
        _own(name)
    with whole(refusals.CONSTRAINTS):
        return Campaign.objects.create(
            title=nfc(new.title), fields=list(new.fields), unit_id=new.unit, valid=new.valid,
            note=nfc(new.note), opened_by=by,
        )  # fmt: skip


def propose(wish: Wish, *, by: User, on: date) -> Proposal:
    """Write down what a person wants an entry of the own file to say; one entry has one open proposal.

    :raises NotOpen: no campaign of the person's opens this on the day.
    :raises NoSuchPerson, Erased: the account has no file, or it was erased.
    :raises NoSuchEntry: the entry is gone.
    :raises MalformedEntry, NothingProposed: what is wanted cannot be, or is so already.
    """
    with whole(refusals.CONSTRAINTS):
        person = _own_file(by)
        of, opened = _opened(wish, person, on)
        old = _entry_of(person, wish, wish.entry) if wish.entry else None
        before = contents(old)["values"] if old else {}
        wanted = {name: value for name, value in wish.values.items() if name in opened}
        after = read_values(of, {**before, **wanted})
        days = read_days(wish.days) if of.period else NO_DAYS
        fields = changed(before, after)
        if not fields and old and days == days_of(old):
            raise refusals.NothingProposed
        _replace(wish, person)
        made = _written(
            wish, person, old, {"values": {name: after.get(name) for name in opened}, **_days(days)}
        )
        told(Act.PROPOSE, by, subject=person.id, unit=person.home_id, classes=_highest(of, fields),
             what=[of.code], purpose="own")  # fmt: skip
    return made


@transaction.atomic
def withdraw(proposal: UUID, *, by: User) -> None:
    """Take an own proposal back that nobody decided yet.

    :raises NotProposed: it was decided, or is not one's own.
    """
    waiting = Proposal.objects.filter(
        pk=proposal, person=by.person_id, state=Proposal.State.PROPOSED, person__isnull=False
    )
    if not waiting.update(state=Proposal.State.WITHDRAWN):
        raise refusals.NotProposed


def days_of(entry: Entry) -> Days:
    """Give the days of an entry as they were written."""
    return Days(
        partial(entry.since, entry.since_precision), partial(entry.until, entry.until_precision)
    )  # fmt: skip


def _own(name: str) -> None:
    of, _, code = name.partition(".")
    found = (
        next((one for one in sections()[of].fields if one.code == code), None) if of in sections() else None
    )
    if found is None or not found.own:
        raise refusals.NotOwn(field=str(found or name))


def _own_file(by: User) -> Person:
    person = Person.objects.filter(pk=by.person_id).first() if by.person_id else None
    if person is None:
        raise refusals.NoSuchPerson
    if person.erased_at:
        raise refusals.Erased
    return person


def _opened(wish: Wish, person: Person, on: date) -> tuple[Section, frozenset[str]]:
    """Give the section and the fields of it that are open to the person on the day."""
    campaign = Campaign.objects.filter(pk=wish.campaign, valid__contains=on).first()
    if campaign is None or wish.section not in sections() or not covers(campaign, person.home_id, on=on):
        raise refusals.NotOpen(day=on)
    named = {name.partition(".")[2] for name in campaign.fields if name.startswith(f"{wish.section}.")}
    of = section(wish.section)
    opened = frozenset(field.code for field in of.fields if field.own and field.code in named)
    if not opened:
        raise refusals.NotOpen(day=on)
    return of, opened


def _entry_of(person: Person, wish: Wish, entry: UUID) -> Entry:
    found = Entry.objects.filter(pk=entry, person=person, section=wish.section).first()
    if found is None:
        raise refusals.NoSuchEntry
    return found


def _replace(wish: Wish, person: Person) -> None:
    """Withdraw what the person proposed before of the same entry; of new ones only where there is but one."""
    if wish.entry or not section(wish.section).many:
        Proposal.objects.filter(
            person=person, section=wish.section, entry=wish.entry, state=Proposal.State.PROPOSED
        ).update(state=Proposal.State.WITHDRAWN)


def _written(wish: Wish, person: Person, old: Entry | None, wanted: Mapping[str, Any]) -> Proposal:
    made = Proposal(
        campaign_id=wish.campaign, person=person, section=wish.section, entry=wish.entry,
        revision=old.revision if old else None,
    )  # fmt: skip
    made.sealed = vault.seal(person.id, of_proposal(made.id), wanted)
    made.save(force_insert=True)
    return made


def _days(days: Days) -> dict[str, str | None]:
    return {
        "since": str(days.since) if days.since else None,
        "until": str(days.until) if days.until else None,
    }


def _highest(of: Section, fields: Sequence[str]) -> int:
    return max((of.field(name).field_class for name in fields), default=of.field_class)
