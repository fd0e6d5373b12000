"""Dossiers opened, and what lists show of a person mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from tinhgon.access.models import User
from tinhgon.core.names import fold, nfc, person_key
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import EDIT, INTERNAL, Reach
from tinhgon.people import refusals
from tinhgon.people.actions.amending import BATCH, changed, held, note
from tinhgon.people.models import Amendment
from tinhgon.register.models import Person
from tinhgon.temporal.naming import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What a dossier is opened with."""

    name: str
    home: UUID
    sex: str = ""
    born: PartialDay | None = None
    illustrative: bool = False
    id: UUID = field(default_factory=uuid4)


def open_dossiers(people: Sequence[NewPerson], *, by: User | None) -> list[Person]:
    """Open dossiers, all or none."""
    made = [_person(one) for one in people]
    with whole(refusals.CONSTRAINTS):
        Person.objects.bulk_create(made, batch_size=BATCH)
        note([(Amendment.Act.OPENED, one.id, "identity", None, (), None) for one in made], by)
    return made


def precision(day: PartialDay | None) -> str:
    """Tell how much of a day was written."""
    if day is None:
        return ""
    return "day" if day.day else "month" if day.month else "year"


def rename(
    person: UUID, *, name: str, sex: str, born: PartialDay | None, revision: int, by: User, reach: Reach
) -> Person:
    """Mend what lists show of a person.

    :raises NoSuchPerson, OutOfReach, OwnFile, Erased, ChangedMeanwhile: as for mending an entry.
    """
    with whole(refusals.CONSTRAINTS):
        found = held(person)
        if reach.person == found.id:
            raise refusals.OwnFile
        if not reach.may(EDIT, found.home_id, INTERNAL):
            raise refusals.OutOfReach
        if found.revision != revision:
            raise refusals.ChangedMeanwhile
        before = {"name": found.name, "sex": found.sex, "born": str(found.born or "")}
        for column, value in _lists(name, sex, born).items():
            setattr(found, column, value)
        found.revision += 1
        found.save()
        after = {"name": found.name, "sex": found.sex, "born": str(found.born or "")}
        change = {"before": before, "after": after}
        note([(Amendment.Act.CHANGED, found.id, "person", None, changed(before, after), change)], by)
    return found


def _person(one: NewPerson) -> Person:
    return Person(
        id=one.id, home_id=one.home, illustrative=one.illustrative, **_lists(one.name, one.sex, one.born)
    )


def _lists(name: str, sex: str, born: PartialDay | None) -> dict[str, Any]:
    """Give the columns that lists are made of."""
    name = nfc(name)
    return {
        "name": name,
        "name_key": person_key(name),
        "name_folded": fold(name),
        "sex": sex,
        "born": born and born.earliest,
        "born_precision": precision(born),
    }
