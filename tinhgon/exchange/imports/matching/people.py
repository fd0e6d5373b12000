"""Finds the people that rows name: by identity number, or by name and day of birth; within reach only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from tinhgon import vault
from tinhgon.core.names import fold, nfc
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import EDIT, INTERNAL, SENSITIVE, Reach
from tinhgon.exchange.imports import refusals
from tinhgon.office.sheets.reading import Row
from tinhgon.people.queries.dossiers import partial
from tinhgon.register.models import Person
from tinhgon.register.queries.people import kept_by

NUMBER = "national_id"  # the purpose of the blind index of identity numbers


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who has a dossier, as lists show him."""

    id: UUID
    name: str
    sex: str
    born: PartialDay | None
    home: UUID | None
    revision: int


class People:
    """The people that some rows may name."""

    def __init__(self, rows: Sequence[Row], reach: Reach) -> None:
        # Whether a number is somebody's is as guarded as the number: guesses by the thousand would find it.
        editable, numbered = writable(reach), writable(reach, SENSITIVE)
        self._reads_numbers = reach.units(SENSITIVE, action=EDIT) != frozenset()
        numbers = sorted({row.values["number"] for row in rows if self._states_number(row)})
        self.index = dict(zip(numbers, vault.blind_indexes(numbers, NUMBER), strict=True)) if numbers else {}
        self._by_index = {
            bytes(row.number_index): _known(row)
            for row in _among(numbered, "number_index = ANY(%s::bytea[])", list(self.index.values()))
            if row.number_index
        }
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        nameless = {fold(name_of(row) or "") for row in rows if not self._states_number(row)}
        for row in _among(editable, "name_folded = ANY(%s::text[])", sorted(nameless - {""})):
            self._by_name[row.name_folded].append(_known(row))

    def numbered(self, number: str) -> Known | None:
        """Give who bears an identity number."""
        return self._by_index.get(self.index[number])

    def find(self, row: Row) -> Known:
        """Give whom a row names.

        :raises UnknownPerson, SeveralPeople, OtherName, NotIdentified: nobody, or not surely one.
        """
        name, born = name_of(row), row.values.get("born")
        if self._states_number(row):
            found = self.numbered(row.values["number"])
            if found is None:
                raise refusals.UnknownPerson
            if name and fold(name) != fold(found.name):
                raise refusals.OtherName
            return found
        if not name or born is None:
            raise refusals.NotIdentified
        return self._by_name_and_birth(name, born)

    def _states_number(self, row: Row) -> bool:
        """Tell whether a row states a number that the user may read; another is left out of account."""
        return self._reads_numbers and bool(row.values.get("number"))

    def _by_name_and_birth(self, name: str, born: PartialDay) -> Known:
        namesakes = self._by_name.get(fold(name), [])
        same = [one for one in namesakes if one.born and may_be(one.born, born)]
        exact = [one for one in same if nfc(one.name).casefold() == nfc(name).casefold()]
        if len(exact or same) == 1:
            return (exact or same)[0]
        if same:
            raise refusals.SeveralPeople(count=len(same))
        raise refusals.UnknownPerson(suggested=tuple(f"{one.name}, {one.born}" for one in namesakes[:3]))


def name_of(row: Row) -> str | None:
    """Give the name that a row states, in one cell or in two."""
    whole: Any = row.values.get("name")
    family, given = row.values.get("family"), row.values.get("given")
    return whole or (f"{family} {given}" if family and given else None)


def may_be(known: PartialDay, written: PartialDay) -> bool:
    """Tell whether two days, each as far as it is known, can be one."""
    return known.earliest <= written.latest and written.earliest <= known.latest


def writable(reach: Reach, field_class: int = INTERNAL) -> QuerySet[Person]:
    """Give the people whose dossiers a user may write, up to a class; those erased are no more."""
    units = reach.units(field_class, action=EDIT)
    people = Person.objects.filter(erased_at=None)
    return people if units is None else people.filter(kept_by(units))


def _among(people: QuerySet[Person], condition: str, values: Sequence[Any]) -> QuerySet[Person]:
    """Narrow to values of a column: one array, however many there are."""
    return people.extra(where=[f"register_person.{condition}"], params=[list(values)])  # noqa: S610


def _known(row: Person) -> Known:
    return Known(row.id, row.name, row.sex, partial(row.born, row.born_precision), row.home_id, row.revision)
