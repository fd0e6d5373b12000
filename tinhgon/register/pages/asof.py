"""The bar above every page: the day in view, the days of change around it, the moments of knowledge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import ngettext

from tinhgon.register.queries import decisions
from tinhgon.temporal.middleware import AsOfRequest

Mark = tuple[date, str, bool]


@dataclass(frozen=True, slots=True)
class AsOfBar:
    """A point in time among all the days on which something changed."""

    day: date
    known: datetime | None
    today: date
    first: date
    last: date
    marks: Sequence[Mark]
    previous: date | None
    next: date | None
    moments: Sequence[tuple[str, str]]


def asof_bar(request: AsOfRequest) -> AsOfBar:
    """Read the days of change and the moments of knowledge: one statement."""
    as_of, today = request.as_of, request.today
    found, moments = decisions.turns(as_of)
    days = [day for day, _ in found]
    current = max((day for day in days if day <= as_of.valid), default=None)
    return AsOfBar(
        day=as_of.valid,
        known=as_of.known,
        today=today,
        first=min([*days, today]),
        last=max([*days, today]),
        marks=[(day, counted(count), day == current) for day, count in found],
        previous=max((day for day in days if day < as_of.valid), default=None),
        next=min((day for day in days if day > as_of.valid), default=None),
        moments=_moments(moments),
    )


def counted(count: int) -> str:
    """Say how many decisions."""
    return ngettext("%(count)d quyết định", "%(count)d quyết định", count) % {"count": count}


def _moments(found: Sequence[tuple[datetime, int]]) -> list[tuple[str, str]]:
    """Name the minutes in which something was signed; the last moment of each knows all of it."""
    local = [(timezone.localtime(moment), count) for moment, count in found]
    return [(at.isoformat(), f"{at:%d/%m/%Y %H:%M} · {counted(count)}") for at, count in local]
