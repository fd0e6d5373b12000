"""Who must not serve in one unit: family relations that people declared for this purpose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from tinhgon import vault
from tinhgon.core.names import fold
from tinhgon.people.models import Entry
from tinhgon.people.sealing import of_entry
from tinhgon.register.models import Person


@dataclass(frozen=True, slots=True)
class Relatives:
    """Pairs of people among those placed; `unmatched` declared names are nobody's or more than one's."""

    pairs: tuple[tuple[UUID, UUID], ...] = ()
    unmatched: int = 0


def relatives_of(people: Collection[UUID]) -> Relatives:
    """Match declared relations with those placed: by the full name, where one alone has it."""
    named: dict[str, list[UUID]] = {}
    for pk, name in Person.objects.filter(pk__in=list(people)).values_list("pk", "name"):
        named.setdefault(fold(name), []).append(pk)
    pairs, unmatched = set[tuple[UUID, UUID]](), 0
    for person, name in _declared(people):
        found = [one for one in named.get(fold(name), []) if one != person]
        if len(found) == 1:
            pairs.add((min(person, found[0]), max(person, found[0])))
        else:
            unmatched += 1
    return Relatives(tuple(sorted(pairs)), unmatched)


def _declared(people: Collection[UUID]) -> list[tuple[UUID, str]]:
    rows = Entry.objects.filter(section="relation", person__in=list(people)).order_by("id")
    sealed = [(row, row.sealed) for row in rows if row.sealed]
    opened = vault.open_many((row.person_id, of_entry(row.id, row.section), value) for row, value in sealed)
    return [
        (row.person_id, values["name"])
        for (row, _), values in zip(sealed, opened, strict=True)
        if values.get("name")
    ]
