"""The columns of the board: obligations that stand alike, asked so that an index serves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.db.models import Q

from tinhgon.directives import statuses
from tinhgon.directives.nearness import soon
from tinhgon.directives.statuses import Status

RUNNING, DONE = "running", "done"
# The statuses of each column, the one to look at first first. What is given up stands in none.
COLUMNS: Final[Mapping[str, tuple[Status, ...]]] = {
    Status.OVERDUE.value: (Status.OVERDUE,),
    Status.DUE_SOON.value: (Status.DUE_SOON,),
    RUNNING: (Status.NOT_DUE, Status.NO_TERM),
    Status.WAITING.value: (Status.WAITING,),
    Status.RETURNED.value: (Status.RETURNED,),
    DONE: (Status.DONE_ON_TIME, Status.DONE_LATE),
}
# What figures count that no single status says.
GROUPS: Final[Mapping[str, Q]] = {
    "pending": Q(state=statuses.OPEN),
    "late": Q(late_by__gt=0) & ~Q(state__in=[statuses.CANCELLED, statuses.RETURNED]),
    "counted": ~Q(state=statuses.CANCELLED),
}
COLUMN_OF: Final = {status: column for column, held in COLUMNS.items() for status in held}


def column(name: str, *, today: date) -> Q:
    """Ask for what stands in a column; the same as its statuses say, which a test holds."""
    near, running = soon(today), Q(state=statuses.OPEN)
    return {
        Status.OVERDUE.value: running & Q(due_on__lt=today),
        Status.DUE_SOON.value: running & Q(due_on__gte=today, due_on__lte=near),
        RUNNING: running & (Q(due_on=None) | Q(due_on__gt=near)),
        Status.WAITING.value: Q(state=statuses.REPORTED),
        Status.RETURNED.value: Q(state=statuses.RETURNED),
        DONE: Q(state=statuses.DONE),
    }[name]


def standing(name: str, *, today: date) -> Q:
    """Ask for a column, a group or one status, of obligations that have their status with them."""
    if name in COLUMNS:
        return column(name, today=today)
    return GROUPS.get(name, Q(status=name))
