"""Which obligations a figure counts: those that were there in a period, as they stood on a day of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from tinhgon.core.periods import Period
from tinhgon.core.reach import Reach
from tinhgon.directives import statuses
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.queries.statuses import with_status

UNIT, PERSON, DIRECTIVE = "unit", "person", "directive"
_TOP = Q(parent=None) | Q(parent__gathers=True)
COUNTED: Mapping[str, Q] = {
    UNIT: _TOP | ~Q(parent__unit=F("unit")), PERSON: Q(person__isnull=False), DIRECTIVE: _TOP,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A period with an end, seen on a day of it; of one kind alone, or (empty) of all.

    Days of doing and days due are as the register has them now: an extension given later counts.
    """

    since: date
    until: date  # the first day that is no more of it
    on: date
    kind: str = ""

    @classmethod
    def of_year(cls, year: int, *, today: date, kind: str = "") -> Asked:
        """Ask for a year: at its end, or today while it lasts."""
        since, until = date(year, 1, 1), date(year + 1, 1, 1)
        return cls(since=since, until=until, on=_within(since, until, today), kind=kind)

    @classmethod
    def of_period(cls, period: Period, *, today: date, kind: str = "") -> Asked:
        """Ask for a period: at its end, or today while it lasts."""
        until = period.until or today + timedelta(days=1)
        return cls(since=period.since, until=until, on=_within(period.since, until, today), kind=kind)


def of_period(asked: Asked, reach: Reach, *, by: str = UNIT) -> QuerySet[Any]:
    """Give what was given before the period's end and not done before its beginning, with its status then.

    What was given up is nobody's failing, and what gathers the parts of a group is nobody's to do. A unit has
    what it bears, without what it handed on to its own people; a person what bears his name; a directive what
    it gave itself, without what was handed on of that.
    """
    there = Q(assigned_on__lt=asked.until) & (Q(done_on=None) | Q(done_on__gte=asked.since))
    if asked.kind:
        there &= Q(kind=asked.kind)
    found = visible(reach).filter(there & COUNTED[by], gathers=False).exclude(state=statuses.CANCELLED)
    return with_status(found, asked.on)


def _within(since: date, until: date, today: date) -> date:
    return max(since, min(today, until - timedelta(days=1)))
