"""Writes of entries: entered, mended, removed; each leaves an amendment with what was before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.core.reach import Reach
from tinhgon.people import refusals
from tinhgon.people.actions.amending import BATCH, allowed_to, changed, held, note
from tinhgon.people.actions.opening import NewPerson, open_dossiers, precision, rename
from tinhgon.people.models import Amendment, Entry
from tinhgon.people.sealing import of_entry
from tinhgon.people.sections import section
from tinhgon.people.values import Days, read_days, read_values
from tinhgon.register.models import Person
from tinhgon.temporal.naming import whole

__all__ = [
    "Item",
    "NewPerson",
    "contents",
    "enter",
    "enter_many",
    "mend",
    "open_dossiers",
    "remove",
    "rename",
]

NUMBER = "national_id"
NO_DAYS = Days()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry as it is to be: its values by field, its days."""

    person: UUID
    section: str
    values: Mapping[str, Any]
    days: Days = NO_DAYS
    id: UUID = field(default_factory=uuid4)


def enter(item: Item, *, by: User, reach: Reach) -> Entry:
    """Add an entry to a dossier.

    :raises OwnFile: nobody writes his own.
    :raises NoSuchPerson, OutOfReach, Erased: the dossier, or so guarded a field, is not the user's to change.
    :raises MalformedEntry: with the fault of each field.
    :raises AlreadyThere: the section has one entry only, and it is there.
    :raises NumberTaken: another file bears the identity number.
    """
    with whole(refusals.CONSTRAINTS):
        person, of = held(item.person), section(item.section)
        allowed = allowed_to(person, of, reach)
        if not of.many and Entry.objects.filter(person=person, section=of.code).exists():
            raise refusals.AlreadyThere(section=str(of))
        values = {name: value for name, value in item.values.items() if of.field(name).field_class <= allowed}
        return enter_many([_read(replace(item, values=values))], by=by)[0]


def enter_many(items: Sequence[Item], *, by: User | None) -> list[Entry]:
    """Add entries whose values were read already: for imports, with one sealing for all."""
    made = [_entry(item, by) for item in items]
    sensitive = [_split(item)[1] for item in items]
    _seal_all(made, sensitive)
    with whole(refusals.CONSTRAINTS):
        Entry.objects.bulk_create(made, batch_size=BATCH)
        _index_numbers(zip(made, sensitive, strict=True))
        changed = zip(made, items, strict=True)
        note([
            (Amendment.Act.ADDED, entry.person_id, entry.section, entry.id, tuple(item.values), None)
            for entry, item in changed
        ], by)  # fmt: skip
    return made


def mend(
    entry: UUID, values: Mapping[str, Any], *, days: Days = NO_DAYS, revision: int, by: User, reach: Reach
) -> Entry:
    """Change an entry that nobody changed since the user read it; what was before is kept, sealed.

    :raises NoSuchEntry, ChangedMeanwhile: it is gone, or somebody was faster.
    :raises NoSuchPerson, OutOfReach, Erased, MalformedEntry, NumberTaken: as for a new one.
    """
    with whole(refusals.CONSTRAINTS):
        old = _entry_held(entry, revision)
        person, of = held(old.person_id), section(old.section)
        allowed = allowed_to(person, of, reach)
        before = contents(old)
        stated = {
            field.code: (values if field.field_class <= allowed else before["values"]).get(field.code)
            for field in of.fields
        }  # what the user may not read stays as it is
        item = _read(Item(person=person.id, section=of.code, values=stated, days=days, id=old.id))
        new = _entry(item, by)
        new.revision = old.revision + 1
        sensitive = _split(item)[1]
        _seal_all([new], [sensitive])
        new.save(force_update=True)
        _index_numbers([(new, sensitive)])
        fields = changed(before["values"], item.values)
        change = {"before": before, "after": _contents_of(item)}
        note([(Amendment.Act.CHANGED, person.id, of.code, new.id, fields, change)], by)
    return new


def remove(entry: UUID, *, revision: int, by: User, reach: Reach) -> None:
    """Take an entry out of a dossier; the amendment keeps what it said, sealed.

    :raises NoSuchEntry, ChangedMeanwhile, NoSuchPerson, OutOfReach, Erased: as for mending.
    """
    with whole(refusals.CONSTRAINTS):
        old = _entry_held(entry, revision)
        person, of = held(old.person_id), section(old.section)
        before = contents(old)
        if any(of.field(name).field_class > allowed_to(person, of, reach) for name in before["values"]):
            raise refusals.OutOfReach
        old.delete()
        if of.code == "identity":
            Person.objects.filter(pk=person.pk).update(number_index=None)
        fields = tuple(before["values"])
        note([(Amendment.Act.REMOVED, person.id, of.code, entry, fields, {"before": before})], by)


def _entry_held(entry: UUID, revision: int) -> Entry:
    found = Entry.objects.select_for_update().filter(pk=entry).first()
    if found is None:
        raise refusals.NoSuchEntry
    if found.revision != revision:
        raise refusals.ChangedMeanwhile
    return found


def _read(item: Item) -> Item:
    return replace(item, values=read_values(section(item.section), item.values), days=read_days(item.days))


def _entry(item: Item, by: User | None) -> Entry:
    of, (plain, _) = section(item.section), _split(item)
    return Entry(
        id=item.id, person_id=item.person, section=of.code, field_class=of.field_class, data=plain,
        since=item.days.since.earliest if item.days.since else None,
        since_precision=precision(item.days.since),
        until=item.days.until.latest if item.days.until else None,
        until_precision=precision(item.days.until),
        recorded_by=by,
    )  # fmt: skip


def _split(item: Item) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the values that lie open from those that are sealed."""
    of = section(item.section)
    sealed = {one.code for one in of.fields if one.sealed}
    plain = {name: value for name, value in item.values.items() if name not in sealed}
    return plain, {name: value for name, value in item.values.items() if name in sealed}


def _seal_all(entries: Sequence[Entry], sensitive: Sequence[dict[str, Any]]) -> None:
    chosen = [(entry, values) for entry, values in zip(entries, sensitive, strict=True) if values]
    sealed = vault.seal_many([
        (entry.person_id, of_entry(entry.id, entry.section), values) for entry, values in chosen
    ])  # fmt: skip
    for (entry, _), value in zip(chosen, sealed, strict=True):
        entry.sealed = value


def _index_numbers(entries: Iterable[tuple[Entry, dict[str, Any]]]) -> None:
    """Let each file be found by its person's number, without the number."""
    found = [
        (entry.person_id, values.get(NUMBER)) for entry, values in entries if entry.section == "identity"
    ]
    numbered = [(person, number) for person, number in found if number]
    indexes = vault.blind_indexes([number for _, number in numbered], NUMBER)
    rows: list[tuple[UUID, bytes | None]] = [
        (person, index) for (person, _), index in zip(numbered, indexes, strict=True)
    ]
    rows += [(person, None) for person, number in found if not number]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE register_person p SET number_index = found.index"
                " FROM unnest(%s::uuid[], %s::bytea[]) AS found(id, index)"
                " WHERE p.id = found.id AND p.number_index IS DISTINCT FROM found.index",
                [[person for person, _ in rows], [index for _, index in rows]],
            )


def contents(entry: Entry) -> dict[str, Any]:
    """Give the values and days of an entry, opened."""
    values = dict(entry.data)
    if entry.sealed:
        values |= vault.open_sealed(entry.person_id, of_entry(entry.id, entry.section), entry.sealed)
    return {
        "values": values,
        "since": entry.since and entry.since.isoformat(),
        "until": entry.until and entry.until.isoformat(),
    }


def _contents_of(item: Item) -> dict[str, Any]:
    since, until = item.days.since, item.days.until
    return {"values": dict(item.values), "since": since and str(since), "until": until and str(until)}
