"""How a dossier was changed, and by when the national database must be told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from tinhgon import vault
from tinhgon.core.reach import SENSITIVE, Reach
from tinhgon.people.models import Amendment
from tinhgon.people.sealing import of_amendment
from tinhgon.register.models import Person
from tinhgon.register.queries.people import visible

SHOWN = 30


@dataclass(frozen=True, slots=True)
class Told:
    """One change: who, when, which fields; what was before and after only where it may be opened."""

    at: datetime
    by: str
    act: str
    section: str
    entry: UUID | None
    fields: tuple[str, ...]
    due_on: date
    waits: bool
    has_contents: bool
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def amendments(person: Person, field_class: int, *, opened: bool) -> list[Told]:
    """Give the latest changes; `opened` asks for what they say, which class sensitive alone may read."""
    rows = Amendment.objects.filter(person=person).select_related("by").order_by("-id")[:SHOWN]
    found = list(rows)
    change = _opened(found) if opened and field_class >= SENSITIVE else {}
    return [_told(row, change.get(row.pk, {})) for row in found]


def overdue(reach: Reach, *, on: date) -> tuple[int, int]:
    """Count the changes within reach that wait, and those of them that should have been told before a day."""
    waiting = Amendment.objects.filter(synchronised_at__isnull=True)
    if reach.units() is not None:
        waiting = waiting.filter(person__in=visible(reach))
    found = waiting.aggregate(all=Count("pk"), late=Count("pk", filter=Q(due_on__lt=on)))
    return found["all"], found["late"]


def _told(row: Amendment, change: dict[str, Any]) -> Told:
    return Told(
        row.at, row.by.get_full_name() if row.by else "", row.act, row.section, row.entry, tuple(row.fields),
        row.due_on, row.synchronised_at is None, row.sealed is not None,
        change.get("before"), change.get("after"),
    )  # fmt: skip


def _opened(rows: list[Amendment]) -> dict[int, dict[str, Any]]:
    sealed = [row for row in rows if row.sealed]
    values = vault.open_many([
        (row.person_id, of_amendment(row.person_id), row.sealed) for row in sealed if row.sealed
    ])  # fmt: skip
    return {row.pk: value for row, value in zip(sealed, values, strict=True)}
