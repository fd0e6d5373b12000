"""The board: how many obligations stand how, and the first of each; a list in order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from tinhgon.directives import statuses
from tinhgon.directives.models import Obligation
from tinhgon.directives.nearness import soon
from tinhgon.directives.queries.columns import COLUMN_OF, COLUMNS, DONE, RUNNING, column
from tinhgon.directives.queries.statuses import with_status
from tinhgon.directives.statuses import Status

# What a card or a row says of an obligation and of the document it is in.
SHOWN = (
    "kind", "matter", "place", "gathers", "unit", "person", "person__name", "weight", "assigned_on",
    "assigner", "due_on", "first_due_on", "due_words", "every", "state", "done_on", "parent", "figure",
    "measure", "bound", "reached", "directive__number", "directive__abstract", "directive__issued_on",
)  # fmt: skip
ORDERS = {
    "due": "due_on", "assigned": "assigned_on", "done": "done_on", "weight": "weight", "kind": "kind",
    "matter": "matter", "directive": "directive__number", "late": "late_by",
}  # fmt: skip


def counts(found: QuerySet[Obligation], *, today: date) -> dict[str, int]:
    """Count how many stand how: one statement, which gives all statuses."""
    with_it: Any = with_status(found, today)
    held = dict(with_it.order_by().values_list("status").annotate(Count("pk")))
    return {one: held.get(one, 0) for one in Status.values}


def first_of_each(
    found: QuerySet[Obligation], *, today: date, size: int, only: Iterable[str] = COLUMNS
) -> dict[str, list[Obligation]]:
    """Give the first of each column: what is due first, and of what is done the last: two statements."""
    columns: dict[str, list[Obligation]] = {one: [] for one in only}
    parts = [keys[:size] for one in columns for keys in _in_turn(found, one, today=today)]
    keys = list(parts[0].union(*parts[1:], all=True))
    by_key = rows(keys, today=today)
    for key in keys:
        if one := by_key.get(key):
            columns[COLUMN_OF[Status(one.status)]].append(one)  # type: ignore[attr-defined]
    return {name: held[:size] for name, held in columns.items()}


def some_of(
    found: QuerySet[Obligation], name: str, *, today: date, first: int, size: int
) -> list[Obligation]:
    """Give some more of a column: two statements, of what runs three at most."""
    keys: list[UUID] = []
    for part in _in_turn(found, name, today=today):
        if len(keys) < first + size:
            keys.extend(part[: first + size - len(keys)])
    wanted = keys[first : first + size]
    by_key = rows(wanted, today=today)
    return [by_key[key] for key in wanted if key in by_key]


def _in_turn(found: QuerySet[Obligation], name: str, *, today: date) -> list[Any]:
    """Give the keys of a column in order; what has no day comes last, in a part of its own.

    In one part the database would read all that is overdue on the way from one end of the index to the other.
    """
    held = found.filter(column(name, today=today)).values_list("pk", flat=True)
    if name == DONE:
        return [held.order_by("-done_on", "pk")]
    if name != RUNNING:
        return [held.order_by("due_on", "pk")]
    near = found.filter(state=statuses.OPEN, due_on__gt=soon(today)).values_list("pk", flat=True)
    return [near.order_by("due_on", "pk"), held.filter(due_on=None).order_by("pk")]


def shown(found: QuerySet[Obligation], *, today: date) -> QuerySet[Obligation]:
    """Read of obligations what cards and rows show."""
    return with_status(found.select_related("directive", "person").only(*SHOWN), today)


def rows(keys: Iterable[UUID], *, today: date) -> dict[UUID, Obligation]:
    """Read some obligations by their keys."""
    return {one.pk: one for one in shown(Obligation.objects.filter(pk__in=list(keys)), today=today)}


def listed(found: QuerySet[Obligation], order: str, *, down: bool, today: date) -> QuerySet[Obligation]:
    """Put a list in order; what has no day comes last either way."""
    by = F(ORDERS.get(order, ORDERS["due"]))
    turned = by.desc(nulls_last=True) if down else by.asc(nulls_last=True)
    return shown(found, today=today).order_by(turned, "pk")


def parts_of(keys: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """Count the parts of some obligations, those that are done first: one statement."""
    found = Obligation.objects.filter(parent__in=list(keys)).exclude(state=statuses.CANCELLED).order_by()
    done = Count("pk", filter=Q(state=statuses.DONE))
    counted = found.values_list("parent").annotate(done=done, of=Count("pk"))
    return {parent: (finished, of) for parent, finished, of in counted if parent}
