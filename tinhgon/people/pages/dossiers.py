"""The dossier of a person as one reader may see it: head, career, sections, changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import CLASSES, EDIT, EXPORT, INTERNAL, NOTHING, PERSONAL, SENSITIVE, Reach
from tinhgon.people.pages import purposes
from tinhgon.people.pages.arrangement import SEXES
from tinhgon.people.pages.careers import Telling, decisions_in, now, steps
from tinhgon.people.pages.changes import changes_of
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import grade, place
from tinhgon.people.queries.amendments import Told, amendments
from tinhgon.people.queries.careers import Career, career, documents
from tinhgon.people.queries.dossiers import Dossier, Shown, dossier, partial
from tinhgon.people.sections import Section, sections
from tinhgon.register.models import Person
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.staff_words import WAYS, in_words, initials, tone
from tinhgon.register.queries import units

LEARNT = frozenset({"education", "training"})


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry with its fields in words; `due` is the day by which its change must be told."""

    shown: Shown
    url: str
    remove_url: str
    due: date | None


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with what holds on the day, and all else folded."""

    section: Section
    entries: Sequence[EntryView]
    others: Sequence[EntryView]
    add_url: str
    hides: bool
    due: date | None


def dossier_page(request: ReachRequest, person: UUID, *, opened: bool = False) -> dict[str, Any]:
    """Gather a dossier, and put on record that it was read.

    :raises NoSuchPerson: there is none, or out of reach.
    """
    reach, links = request.reach, PeopleLinks.of(request)
    purpose = purposes.purpose_of(request, person)
    found = dossier(person, reach, up_to=SENSITIVE if purpose else INTERNAL)
    told = _changes(found, opened=opened)
    life = career(person, request.as_of)
    telling = Telling(documents(decisions_in(life), reach, request.user.pk), links, request.as_of.valid)
    edits = edit_class(found.person, reach) if purpose else NOTHING
    guarded = SENSITIVE if opened and found.field_class >= SENSITIVE else INTERNAL
    purposes.record(request, found, route="people:person", classes=guarded)
    views = _sections(found, told, links, edits, day=request.as_of.valid)
    return head(request, found.person, life, links) | {
        "asof": asof_bar(request),
        "dossier": found,
        "steps": steps(life, found.shown, telling),
        "sections": [one for one in views if one.entries or one.others],
        "empty": [one for one in views if not one.entries and not one.others],
        "asks_purpose": not purpose and reach.class_at(found.person.home_id) >= PERSONAL,
        "purposes": purposes.ASKED,
        "changes": changes_of(told, found.field_class),
        "opened": opened,
        "may_open": found.field_class >= SENSITIVE and any(one.has_contents for one in told),
        "due": min((one.due_on for one in told if one.waits), default=None),
        "may_edit": edits >= PERSONAL,
        "may_take": found.own or (bool(purpose) and reach.may(EXPORT, found.person.home_id, PERSONAL)),
        "links": links,
    }


def head(request: ReachRequest, person: Person, life: Career, links: PeopleLinks) -> dict[str, Any]:
    """Say who it is, and what on the day."""
    day = request.as_of.valid
    graded = next((one for one in life.gradings if one.holds_on(day)), None)
    held = [
        {"title": in_words(one.title), "url": links.register.post(one.post), "unit": place(one),
         "unit_url": links.register.unit(one.unit), "how": "" if one.how == "regular" else WAYS[one.how]}
        for one in now(life, day)
    ]  # fmt: skip
    return {
        "person": person,
        "initials": initials(person.name),
        "tone": tone(person.name),
        "born": partial(person.born, person.born_precision),
        "sex": SEXES.get(person.sex, ""),
        "held": held,
        "grade": grade(graded) if graded else "",
        "home": _home(request, person, life),
        "home_url": links.register.unit(person.home_id) if person.home_id else "",
        "own": request.reach.person == person.pk,
        "illustrative": person.illustrative,
        "url": links.page("person", person.pk),
        "rename_url": links.page("rename", person.pk),
    }


def edit_class(person: Person, reach: Reach) -> int:
    """Give the highest class of fields that the reader may change; below personal there is nothing."""
    found = max((one for one in CLASSES if reach.may(EDIT, person.home_id, one)), default=NOTHING)
    return found if found >= PERSONAL else NOTHING


def find(found: Dossier, entry: UUID) -> Shown | None:
    """Find an entry among those shown."""
    return next((one for one in found.shown if one.entry.pk == entry), None)


def _home(request: ReachRequest, person: Person, life: Career) -> str:
    """Name the unit that keeps the file, as its last name in the career or in the register."""
    if person.home_id is None:
        return ""
    known = {one.unit: one.unit_name for one in life.stretches}
    if person.home_id in known:
        return known[person.home_id]
    named = units.names([person.home_id], on=request.as_of.valid, as_of=request.as_of)
    return named.get(person.home_id, "")


def _changes(found: Dossier, *, opened: bool) -> list[Told]:
    if found.field_class < PERSONAL:
        return []
    return amendments(found.person, found.field_class, opened=opened)


def _sections(
    found: Dossier, told: Sequence[Told], links: PeopleLinks, edits: int, *, day: date
) -> list[SectionView]:
    """Give the sections that the reader may see; an empty one only to whom may fill it."""
    due = _due(told)
    made = [_section(of, found, due, links, edits, day) for of in sections().values()]
    return [one for one in made if one.entries or one.others or one.add_url]


def _section(
    of: Section, found: Dossier, due: Mapping[UUID, date], links: PeopleLinks, edits: int, day: date
) -> SectionView:
    shown = [one for one in found.of(of.code) if one.values or one.hidden]
    views = [_entry(one, found.person, due, links, edits) for one in shown]
    holding = [one for one in views if not of.period or _holds(one.shown, day)]
    addable = edits >= of.field_class and (of.many or not shown)
    return SectionView(
        section=of, entries=holding, others=[one for one in views if one not in holding],
        add_url=links.page("entry_new", found.person.pk, of.code) if addable else "",
        hides=any(one.hidden for one in shown) and found.withheld,
        due=min((one.due for one in views if one.due), default=None),
    )  # fmt: skip


def _holds(one: Shown, day: date) -> bool:
    """Tell whether an entry holds on a day: what was learnt goes on after the learning."""
    begun = one.entry.since is None or one.entry.since <= day
    return begun if one.section.code in LEARNT else one.holds_on(day)


def _entry(one: Shown, person: Person, due: Mapping[UUID, date], links: PeopleLinks, edits: int) -> EntryView:
    may = edits >= one.section.field_class
    return EntryView(
        one,
        links.page("entry", person.pk, one.entry.pk) if may else "",
        links.page("entry_remove", person.pk, one.entry.pk) if may else "",
        due.get(one.entry.pk),
    )


def _due(told: Iterable[Told]) -> dict[UUID, date]:
    """Give the first day by which a waiting change of each entry must be told."""
    waiting = sorted(
        (one for one in told if one.waits and one.entry), key=lambda one: one.due_on, reverse=True
    )
    return {one.entry: one.due_on for one in waiting if one.entry}
