"""Whom a discipline decision in force keeps from a higher post: read only for whoever may read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, cast, get_args
from uuid import UUID

from tinhgon import vault
from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Book
from tinhgon.core.rules.discipline.facts import Disciplined, Form, Measure
from tinhgon.people.models import Entry
from tinhgon.people.sealing import of_entry

BAR = "discipline.bar"


def barred(people: Iterable[UUID], on: date, book: Book) -> frozenset[UUID]:
    """Give those for whom the rules of the day find a bar from higher posts that still runs.

    A measure that was annulled upon appeal counts no more; one whose house is not told is the state's.
    """
    rows = list(Entry.objects.filter(section="discipline", person__in=sorted(people)).order_by("id"))
    sealed = [(row, row.sealed) for row in rows if row.sealed]
    opened = vault.open_many((row.person_id, of_entry(row.id, row.section), value) for row, value in sealed)
    measures: dict[UUID, list[Measure]] = {}
    for (row, _), values in zip(sealed, opened, strict=True):
        if measure := _measure(row.since, values):
            measures.setdefault(row.person_id, []).append(measure)
    return frozenset(person for person, of in measures.items() if _runs(tuple(of), on, book))


def _measure(since: date | None, values: Mapping[str, Any]) -> Measure | None:
    form = values.get("form")
    if since is None or form not in get_args(Form) or values.get("appeal") == "annulled":
        return None
    return Measure(house="state", form=cast("Form", form), effective=since)


def _runs(measures: tuple[Measure, ...], on: date, book: Book) -> bool:
    asked = Disciplined(asks="higher_appointment", measures=measures)
    with suppress(Refused):
        found = book.check(BAR, asked, on=on)
        return any(one.severity in ("block", "warn") and one.says != "unknown" for one in found)
    return False
