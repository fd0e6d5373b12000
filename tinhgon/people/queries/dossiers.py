"""A dossier as one user may read it: field by field, by class; what is sealed is opened for this read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon import vault
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import NOTHING, SENSITIVE, Reach
from tinhgon.people import refusals
from tinhgon.people.models import Entry
from tinhgon.people.sealing import of_entry
from tinhgon.people.sections import Field, Section, sections
from tinhgon.register.models import Person


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry with the fields that the reader may see; `hidden` counts the others that are filled in."""

    entry: Entry
    section: Section
    values: dict[str, Any]
    hidden: bool

    @property
    def lines(self) -> list[tuple[Field, Any]]:
        """The fields with their values, choices in words."""
        return [(field, self.words(field)) for field in self.section.fields if field.code in self.values]

    def words(self, field: Field) -> Any:
        """Give a value as people read it."""
        value = self.values[field.code]
        if field.type == "day":
            return date.fromisoformat(value)
        return field.choice(value) or value if field.type == "choice" else value

    @property
    def since(self) -> PartialDay | None:
        """The first day, as far as it was written."""
        return partial(self.entry.since, self.entry.since_precision)

    @property
    def until(self) -> PartialDay | None:
        """The last day, as far as it was written."""
        return partial(self.entry.until, self.entry.until_precision)

    def holds_on(self, day: date) -> bool:
        """Tell whether a day lies between its days; an open side reaches on."""
        since, until = self.entry.since, self.entry.until
        return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person and what one reader may see of the file."""

    person: Person
    field_class: int
    own: bool
    shown: tuple[Shown, ...]
    withheld: bool = False  # something is above the reader's class, not merely not asked for

    def of(self, section: str) -> list[Shown]:
        """Give the entries of a section."""
        return [one for one in self.shown if one.section.code == section]

    @property
    def highest(self) -> int:
        """The highest class of the fields that are shown: what the record of reads says."""
        classes = (one.section.field(name).field_class for one in self.shown for name in one.values)
        return max(classes, default=1)


def person_within(person: UUID, reach: Reach) -> Person:
    """Give a person within reach, or oneself.

    :raises NoSuchPerson: there is none, not any more, or out of reach.
    """
    found = Person.objects.select_related("home").filter(pk=person).first()
    if found is None or found.erased_at or not reach.sees(found.home_id, person=found.id):
        raise refusals.NoSuchPerson
    return found


def dossier(person: UUID, reach: Reach, *, up_to: int = SENSITIVE) -> Dossier:
    """Give a dossier: two statements, and the key store where a sensitive field is read.

    Of what may be read, `up_to` is the highest class that is wanted.

    :raises NoSuchPerson: there is none, or out of reach.
    """
    found = person_within(person, reach)
    own = reach.person == found.id
    most = SENSITIVE if own else reach.class_at(found.home_id)
    allowed = min(up_to, most)
    rows = Entry.objects.filter(person=found, field_class__lte=allowed).order_by("section", "since", "id")
    return Dossier(found, allowed, own, tuple(_show(rows, allowed)), most < SENSITIVE)


def partial(day: date | None, precision: str) -> PartialDay | None:
    """Give a day as far as it was written."""
    if day is None:
        return None
    month = day.month if precision in ("month", "day") else None
    return PartialDay(day.year, month, day.day if precision == "day" else None)


def _show(rows: Iterable[Entry], allowed: int) -> list[Shown]:
    rows = [row for row in rows if row.section in sections()]
    opened = _opened(rows) if allowed >= SENSITIVE else {}
    shown = [_one(row, opened.get(row.id, {}), allowed) for row in rows]
    order = list(sections())
    return sorted(shown, key=lambda one: order.index(one.section.code))


def _one(row: Entry, sensitive: dict[str, Any], allowed: int) -> Shown:
    of = sections()[row.section]
    known = {field.code: field for field in of.fields}
    values = {
        name: value for name, value in (row.data | sensitive).items()
        if name in known and known[name].field_class <= allowed
    }  # fmt: skip
    hidden = allowed > NOTHING and row.sealed is not None and allowed < SENSITIVE
    return Shown(row, of, values, hidden)


def _opened(rows: list[Entry]) -> dict[UUID, dict[str, Any]]:
    sealed = [(row, row.sealed) for row in rows if row.sealed]
    values = vault.open_many((row.person_id, of_entry(row.id, row.section), value) for row, value in sealed)
    return {row.id: value for (row, _), value in zip(sealed, values, strict=True)}
