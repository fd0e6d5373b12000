"""How much of what was due in a month, or came of a directive, is or was late, unit by unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.columns import GROUPS
from tinhgon.directives.queries.statuses import with_status

BY = {"month": "month", "directive": "directive"}


@dataclass(frozen=True, slots=True)
class Cell:
    """What was due, and what of it is late."""

    due: int = 0
    late: int = 0

    def __add__(self, other: Cell) -> Cell:
        return Cell(self.due + other.due, self.late + other.late)

    @property
    def percent(self) -> float:
        """What per cent of it is late."""
        return 100 * self.late / self.due if self.due else 0


def heat(
    found: QuerySet[Obligation], *, by: str, since: date, until: date, today: date
) -> dict[tuple[UUID, Any], Cell]:
    """Count what was due between two days and no later than today, by unit and month or directive.

    What is not due yet can't be late, so it is not counted; neither is what was given up. One statement.
    """
    within = found.filter(due_on__gte=since, due_on__lte=min(until, today)).exclude(state="cancelled")
    counted = (
        with_status(within, today)
        .annotate(month=TruncMonth("due_on"))
        .order_by()
        .values("unit", BY[by])
        .annotate(due=Count("pk"), late=Count("pk", filter=GROUPS["late"]))
    )
    return {(one["unit"], one[BY[by]]): Cell(one["due"], one["late"]) for one in counted}
