"""Campaigns as the person and the officer see them, each proposal as before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet

from tinhgon import vault
from tinhgon.core.reach import EDIT, INTERNAL, PERSONAL, Reach
from tinhgon.people.models import Campaign, Entry, Proposal
from tinhgon.people.queries.dossiers import Shown, dossier, partial
from tinhgon.people.sealing import of_entry, of_proposal
from tinhgon.people.sections import Field, Section, section, sections
from tinhgon.register.models import Person
from tinhgon.register.queries.people import kept_by

UNDER = "SELECT %s::uuid IN (SELECT access_units_under(%s, true, '', daterange(%s, %s)))"


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a proposal: what is held, and what is wanted."""

    field: Field
    before: Any
    after: Any

    @property
    def differs(self) -> bool:
        """Tell whether it would change."""
        return bool(self.before != self.after)

    @property
    def before_words(self) -> str:
        """What is held, in words."""
        return _words(self.field, self.before)

    @property
    def after_words(self) -> str:
        """What is wanted, in words."""
        return _words(self.field, self.after)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal before an officer, line by line; `revision` is the entry's of now, `moved`: it changed."""

    proposal: Proposal
    section: Section
    lines: tuple[Line, ...]
    before_days: str
    after_days: str
    revision: int | None
    moved: bool
    within: bool

    @property
    def highest(self) -> int:
        """The highest class of what is shown, as the record of reads says it."""
        return max((PERSONAL, *(line.field.field_class for line in self.lines)))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a campaign has come among the people whom its reader reaches."""

    invited: int
    answered: int
    proposed: int
    confirmed: int
    returned: int

    @property
    def waiting(self) -> int:
        """People who have proposed nothing yet."""
        return self.invited - self.answered


@dataclass(frozen=True, slots=True)
class OwnSection:
    """A section open to a person: the fields, what is held, what was proposed."""

    section: Section
    fields: tuple[Field, ...]
    held: tuple[Shown, ...]
    proposals: tuple[Proposal, ...]


def covers(campaign: Campaign, home: UUID | None, *, on: date) -> bool:
    """Tell whether the campaign is for people whose file a unit keeps."""
    if campaign.unit_id is None:
        return True
    with connection.cursor() as cursor:
        cursor.execute(UNDER, [home, campaign.unit_id, campaign.valid.since, campaign.valid.until])
        return bool(cursor.fetchone()[0])


def open_to(person: Person, *, on: date) -> list[Campaign]:
    """Give the campaigns open to a person on a day, the one that ends first in front."""
    running = Campaign.objects.filter(valid__contains=on).order_by("valid", "id")
    return [one for one in running if covers(one, person.home_id, on=on)]


def listed(reach: Reach) -> QuerySet[Campaign]:
    """Give the campaigns that concern an officer, the newest first."""
    found = Campaign.objects.select_related("unit", "opened_by").order_by("-opened_at")
    units = reach.units(PERSONAL, action=EDIT)
    return found if units is None else found.filter(Q(unit__isnull=True) | Q(unit__in=units))


def own_sections(campaign: Campaign, person: Person, reach: Reach) -> list[OwnSection]:
    """Give what a person may propose, beside what is held."""
    file = dossier(person.id, reach)
    sent = list(Proposal.objects.filter(campaign=campaign, person=person).order_by("-proposed_at"))
    opened = _by_section(campaign.fields)
    return [
        OwnSection(of, opened[of.code], tuple(file.of(of.code)),
                   tuple(one for one in sent if one.section == of.code))
        for of in sections().values() if of.code in opened
    ]  # fmt: skip


def waiting(campaign: Campaign, reach: Reach) -> QuerySet[Proposal]:
    """Give the proposals that wait for an officer, those of the first proposed in front."""
    found = Proposal.objects.filter(campaign=campaign, state=Proposal.State.PROPOSED).select_related("person")
    return _within(found, reach).order_by("proposed_at", "id")


def decided(campaign: Campaign, reach: Reach) -> QuerySet[Proposal]:
    """Give what was decided, the latest first."""
    found = Proposal.objects.filter(campaign=campaign, decided_at__isnull=False)
    return _within(found.select_related("person", "decided_by"), reach).order_by("-decided_at")


def weigh(proposals: Iterable[Proposal], reach: Reach) -> list[Weighed]:
    """Show proposals as before and after, opened for this read; those too guarded stay shut."""
    chosen = list(proposals)
    entries = Entry.objects.in_bulk([one.entry for one in chosen if one.entry])
    return [_weighed(one, entries.get(one.entry) if one.entry else None, reach) for one in chosen]


def progress(campaign: Campaign, reach: Reach) -> Progress:
    """Count people and proposals of a campaign, within reach."""
    units = reach.units(INTERNAL, action=EDIT)
    people = Person.objects.filter(erased_at__isnull=True)
    people = people if units is None else people.filter(kept_by(units))
    if campaign.unit_id:
        people = people.filter(kept_by(_under(campaign)))
    sent = Proposal.objects.filter(campaign=campaign, person__in=people).exclude(state="withdrawn")
    counted = sent.aggregate(
        answered=Count("person", distinct=True), **{state: Count("id", filter=Q(state=state))
                                                   for state in ("proposed", "confirmed", "returned")}
    )  # fmt: skip
    return Progress(invited=people.count(), **counted)


def _under(campaign: Campaign) -> frozenset[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_units_under(%s, true, '', daterange(%s, %s))",
            [campaign.unit_id, campaign.valid.since, campaign.valid.until],
        )
        return frozenset(unit for (unit,) in cursor.fetchall())


def _within(found: QuerySet[Proposal], reach: Reach) -> QuerySet[Proposal]:
    units = reach.units(PERSONAL, action=EDIT)
    return found if units is None else found.filter(person__home__in=units)


def _by_section(names: Iterable[str]) -> dict[str, tuple[Field, ...]]:
    opened: dict[str, tuple[Field, ...]] = {}
    for name in names:
        of, _, code = name.partition(".")
        if of in sections():
            fields = [field for field in section(of).fields if field.code == code and field.own]
            opened[of] = (*opened.get(of, ()), *fields)
    return {code: fields for code, fields in opened.items() if fields}


def _weighed(proposal: Proposal, entry: Entry | None, reach: Reach) -> Weighed:
    of = section(proposal.section)
    wanted = vault.open_sealed(proposal.person_id, of_proposal(proposal.id), proposal.sealed)
    before = _held(entry) if entry else {}
    lines = tuple(
        Line(field, before.get(field.code), wanted["values"].get(field.code))
        for field in of.fields if field.code in wanted["values"]
    )  # fmt: skip
    home = proposal.person.home_id
    guarded = max((line.field.field_class for line in lines if line.differs), default=of.field_class)
    within = reach.may(EDIT, home, guarded)
    # A guarded field that stays as it is stops nobody, and is shown to nobody who may not read it.
    shown = tuple(line for line in lines if within and reach.may(EDIT, home, line.field.field_class))
    return Weighed(
        proposal, of, shown, _days(entry), _said(wanted.get("since"), wanted.get("until")),
        entry.revision if entry else None, bool(entry and entry.revision != proposal.revision), within,
    )  # fmt: skip


def _held(entry: Entry) -> dict[str, Any]:
    values = dict(entry.data)
    if entry.sealed:
        values |= vault.open_sealed(entry.person_id, of_entry(entry.id, entry.section), entry.sealed)
    return values


def _days(entry: Entry | None) -> str:
    if entry is None:
        return ""
    since, until = partial(entry.since, entry.since_precision), partial(entry.until, entry.until_precision)
    return _said(since, until)


def _said(since: Any, until: Any) -> str:
    return f"{since or '…'} – {until or '…'}" if since or until else ""


def _words(field: Field, value: Any) -> str:
    if value in (None, ""):
        return "–"
    if field.type == "day":
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return str(field.choice(value) or value) if field.type == "choice" else str(value)
