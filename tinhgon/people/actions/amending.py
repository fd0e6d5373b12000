"""The amendments that every write of a dossier leaves, and whether a dossier is somebody's to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.core.reach import CLASSES, EDIT, NOTHING, Reach
from tinhgon.people import refusals
from tinhgon.people.clock import SYNCHRONISE_WITHIN, working_days_after
from tinhgon.people.models import Amendment
from tinhgon.people.sealing import of_amendment
from tinhgon.people.sections import Section
from tinhgon.register.models import Person

BATCH = 2000


def held(person: UUID) -> Person:
    """Give a person's row, locked to the end of the transaction.

    :raises NoSuchPerson, Erased: there is none, or nothing can be added any more.
    """
    found = Person.objects.select_for_update().filter(pk=person).first()
    if found is None:
        raise refusals.NoSuchPerson
    if found.erased_at:
        raise refusals.Erased
    return found


def allowed_to(person: Person, of: Section, reach: Reach) -> int:
    """Give the highest class of fields that the user may change there.

    :raises OwnFile: it is the user's own, which somebody else keeps.
    :raises OutOfReach: not even the least guarded field of the section.
    """
    if reach.person == person.id:
        raise refusals.OwnFile
    allowed = max((one for one in CLASSES if reach.may(EDIT, person.home_id, one)), default=NOTHING)
    if allowed < of.field_class:
        raise refusals.OutOfReach
    return allowed


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the fields in which two sets of values differ."""
    return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def note(changes: Sequence[tuple[str, UUID, str, UUID | None, Sequence[str], Any]], by: User | None) -> None:
    """Write the amendments, sealing what each says of before and after."""
    due = working_days_after(timezone.localdate(), SYNCHRONISE_WITHIN)
    rows = [
        Amendment(person_id=person, act=act, section=of, entry=entry, fields=list(names), by=by, due_on=due)
        for act, person, of, entry, names, _ in changes
    ]
    told = [(row, change) for row, (*_, change) in zip(rows, changes, strict=True) if change]
    sealed = vault.seal_many([
        (row.person_id, of_amendment(row.person_id), change) for row, change in told
    ])  # fmt: skip
    for (row, _), value in zip(told, sealed, strict=True):
        row.sealed = value
    Amendment.objects.bulk_create(rows, batch_size=BATCH)
