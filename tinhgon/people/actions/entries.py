"""Writes of dossiers: opened, entered, mended; each leaves an amendment with what was before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.utils import timezone

from tinhgon import vault
from tinhgon.access.models import User
from tinhgon.core.names import fold, nfc, person_key
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import CLASSES, EDIT, INTERNAL, NOTHING, Reach
from tinhgon.people import refusals
from tinhgon.people.clock import SYNCHRONISE_WITHIN, working_days_after
from tinhgon.people.models import Amendment, Entry
from tinhgon.people.sealing import of_amendment, of_entry
from tinhgon.people.sections import Section, section
from tinhgon.people.values import Days, read_days, read_values
from tinhgon.register.models import Person
from tinhgon.temporal.naming import whole

NUMBER = "national_id"
BATCH = 2000
NO_DAYS = Days()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What a dossier is opened with."""

    name: str
    home: UUID
    sex: str = ""
    born: PartialDay | None = None
    illustrative: bool = False
    id: UUID = field(default_factory=uuid4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry as it is to be: its values by field, its days."""

    person: UUID
    section: str
    values: Mapping[str, Any]
    days: Days = NO_DAYS
    id: UUID = field(default_factory=uuid4)


def open_dossiers(people: Sequence[NewPerson], *, by: User | None) -> list[Person]:
    """Open dossiers, all or none."""
    made = [_person(one) for one in people]
    with whole(refusals.CONSTRAINTS):
        Person.objects.bulk_create(made, batch_size=BATCH)
        _note([(Amendment.Act.OPENED, one.id, "identity", None, (), None) for one in made], by)
    return made


def enter(item: Item, *, by: User, reach: Reach) -> Entry:
    """Add an entry to a dossier.

    :raises NoSuchPerson, OutOfReach, Erased: the dossier, or so guarded a field, is not the user's to change.
    :raises MalformedEntry: with the fault of each field.
    :raises AlreadyThere: the section has one entry only, and it is there.
    :raises NumberTaken: another file bears the identity number.
    """
    with whole(refusals.CONSTRAINTS):
        person, of = _held(item.person), section(item.section)
        allowed = _allowed(person, of, reach)
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
        _note([
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
        person, of = _held(old.person_id), section(old.section)
        allowed = _allowed(person, of, reach)
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
        fields = _changed(before["values"], item.values)
        change = {"before": before, "after": _contents_of(item)}
        _note([(Amendment.Act.CHANGED, person.id, of.code, new.id, fields, change)], by)
    return new


def remove(entry: UUID, *, revision: int, by: User, reach: Reach) -> None:
    """Take an entry out of a dossier; the amendment keeps what it said, sealed.

    :raises NoSuchEntry, ChangedMeanwhile, NoSuchPerson, OutOfReach, Erased: as for mending.
    """
    with whole(refusals.CONSTRAINTS):
        old = _entry_held(entry, revision)
        person, of = _held(old.person_id), section(old.section)
        before = contents(old)
        if any(of.field(name).field_class > _allowed(person, of, reach) for name in before["values"]):
            raise refusals.OutOfReach
        old.delete()
        if of.code == "identity":
            Person.objects.filter(pk=person.pk).update(number_index=None)
        fields = tuple(before["values"])
        _note([(Amendment.Act.REMOVED, person.id, of.code, entry, fields, {"before": before})], by)


def rename(
    person: UUID, *, name: str, sex: str, born: PartialDay | None, revision: int, by: User, reach: Reach
) -> Person:
    """Mend what lists show of a person.

    :raises NoSuchPerson, OutOfReach, Erased, ChangedMeanwhile: as for mending an entry.
    """
    with whole(refusals.CONSTRAINTS):
        held = _held(person)
        if not reach.may(EDIT, held.home_id, INTERNAL):
            raise refusals.OutOfReach
        if held.revision != revision:
            raise refusals.ChangedMeanwhile
        before = {"name": held.name, "sex": held.sex, "born": str(held.born or "")}
        for column, value in _lists(name, sex, born).items():
            setattr(held, column, value)
        held.revision += 1
        held.save()
        after = {"name": held.name, "sex": held.sex, "born": str(held.born or "")}
        change = {"before": before, "after": after}
        _note([(Amendment.Act.CHANGED, held.id, "person", None, _changed(before, after), change)], by)
    return held


def _person(one: NewPerson) -> Person:
    return Person(
        id=one.id, home_id=one.home, illustrative=one.illustrative, **_lists(one.name, one.sex, one.born)
    )


def _lists(name: str, sex: str, born: PartialDay | None) -> dict[str, Any]:
    """Give the columns that lists are made of."""
    name = nfc(name)
    precision = "" if born is None else "day" if born.day else "month" if born.month else "year"
    return {
        "name": name,
        "name_key": person_key(name),
        "name_folded": fold(name),
        "sex": sex,
        "born": born and born.earliest,
        "born_precision": precision,
    }


def _held(person: UUID) -> Person:
    found = Person.objects.select_for_update().filter(pk=person).first()
    if found is None:
        raise refusals.NoSuchPerson
    if found.erased_at:
        raise refusals.Erased
    return found


def _entry_held(entry: UUID, revision: int) -> Entry:
    found = Entry.objects.select_for_update().filter(pk=entry).first()
    if found is None:
        raise refusals.NoSuchEntry
    if found.revision != revision:
        raise refusals.ChangedMeanwhile
    return found


def _allowed(person: Person, of: Section, reach: Reach) -> int:
    """Give the highest class of fields that the user may change there.

    :raises OutOfReach: not even the least guarded field of the section.
    """
    allowed = max((one for one in CLASSES if reach.may(EDIT, person.home_id, one)), default=NOTHING)
    if allowed < of.field_class:
        raise refusals.OutOfReach
    return allowed


def _read(item: Item) -> Item:
    return replace(item, values=read_values(section(item.section), item.values), days=read_days(item.days))


def _entry(item: Item, by: User | None) -> Entry:
    of, (plain, _) = section(item.section), _split(item)
    return Entry(
        id=item.id, person_id=item.person, section=of.code, field_class=of.field_class, data=plain,
        since=item.days.since and item.days.since.earliest, since_precision=_precision(item.days.since),
        until=item.days.until and item.days.until.latest, until_precision=_precision(item.days.until),
        recorded_by=by,
    )  # fmt: skip


def _precision(day: PartialDay | None) -> str:
    if day is None:
        return ""
    return "day" if day.day else "month" if day.month else "year"


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
    rows = [(person, index) for (person, _), index in zip(numbered, indexes, strict=True)]
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


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in {**before, **after} if before.get(name) != after.get(name))


def _note(changes: Sequence[tuple[str, UUID, str, UUID | None, Sequence[str], Any]], by: User | None) -> None:
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
