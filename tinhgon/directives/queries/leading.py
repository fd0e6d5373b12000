"""What a leader looks at: what is overdue and whose, what falls due, what waits for him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet

from tinhgon.core.reach import INTERNAL, SIGN, Reach
from tinhgon.directives import statuses
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.board import shown

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Numbers:
    """The day's numbers; of what was due this month, how much is done in time."""

    running: int
    overdue: int
    week: int
    waiting: int
    due: int
    in_time: int

    @property
    def percent(self) -> float | None:
        """What per cent of what was due this month was done in time."""
        return 100 * self.in_time / self.due if self.due else None


def end_of_week(day: date) -> date:
    """Give the Sunday of a day's week."""
    return day + timedelta(days=SUNDAY - day.weekday())


def numbers(found: QuerySet[Obligation], reach: Reach, *, today: date) -> Numbers:
    """Count: one statement."""
    running = Q(state=statuses.OPEN)
    month = Q(due_on__gte=today.replace(day=1), due_on__lte=today) & ~Q(state=statuses.CANCELLED)
    counted = found.aggregate(
        running=Count("pk", filter=running),
        overdue=Count("pk", filter=running & Q(due_on__lt=today)),
        week=Count("pk", filter=running & Q(due_on__gte=today, due_on__lte=end_of_week(today))),
        waiting=Count("pk", filter=awaiting(reach)),
        due=Count("pk", filter=month),
        in_time=Count("pk", filter=month & late_never()),
    )
    return Numbers(**counted)


def late_never() -> Q:
    """Ask for what was done, or is reported done, in time."""
    return Q(state__in=[statuses.DONE, statuses.REPORTED], done_on__lte=F("due_on"))


def awaiting(reach: Reach) -> Q:
    """Ask for what is reported done to the units that somebody signs for."""
    units = reach.units(INTERNAL, action=SIGN)
    reported = Q(state=statuses.REPORTED)
    return reported if units is None else reported & Q(assigner__in=units)


def overdue(found: QuerySet[Obligation], *, today: date) -> QuerySet[Obligation]:
    """Give what is overdue."""
    return found.filter(state=statuses.OPEN, due_on__lt=today)


def overdue_by(found: QuerySet[Obligation], by: str, *, today: date) -> list[tuple[UUID, int, int]]:
    """Count what is overdue by unit or directive, the most first, with the most days: one statement."""
    counted = overdue(found, today=today).order_by().values(by).annotate(count=Count("pk"))
    worst = counted.annotate(first=Min("due_on")).order_by("-count", by)
    return [(one[by], one["count"], (today - one["first"]).days) for one in worst]


def some(found: QuerySet[Obligation], *, today: date, most: int) -> list[Obligation]:
    """Read the first of a list, what is due first."""
    return list(shown(found, today=today).order_by("due_on", "pk")[:most])
