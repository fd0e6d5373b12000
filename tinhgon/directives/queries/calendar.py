"""How many obligations are due on each day of a month, by status; those of one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.board import shown
from tinhgon.directives.queries.statuses import with_status
from tinhgon.directives.statuses import Status


def due_by_day(
    found: QuerySet[Obligation], *, since: date, until: date, today: date
) -> dict[date, Mapping[Status, int]]:
    """Count what is due from one day to another: one statement."""
    within: Any = with_status(found.filter(due_on__gte=since, due_on__lte=until), today)
    days: dict[date, dict[Status, int]] = {}
    for one in within.order_by().values("due_on", "status").annotate(count=Count("pk")):
        days.setdefault(one["due_on"], {})[Status(one["status"])] = one["count"]
    return {day: {one: held[one] for one in ORDER if one in held} for day, held in days.items()}


def due_on(found: QuerySet[Obligation], day: date, *, today: date, most: int) -> list[Obligation]:
    """Give what is due on a day, what is still to be done first."""
    due: Any = shown(found.filter(due_on=day), today=today)
    return list(due.order_by("-late_by", "state", "pk")[:most])


# What is worst first.
ORDER = (
    Status.OVERDUE, Status.RETURNED, Status.DUE_SOON, Status.NOT_DUE, Status.WAITING, Status.DONE_LATE,
    Status.DONE_ON_TIME, Status.CANCELLED,
)  # fmt: skip
