"""The bar of the day above a page of rules: its marks are the days on which figures change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tinhgon.core.rulebook import Figure
from tinhgon.temporal.middleware import AsOfRequest


@dataclass(frozen=True, slots=True)
class DayBar:
    """What the bar shows. The law is read as the packs give it today: there is no moment of knowledge."""

    day: date
    today: date
    first: date
    last: date
    marks: tuple[tuple[date, str, bool], ...]
    previous: date | None
    next: date | None
    known: datetime | None = None
    moments: tuple[tuple[str, str], ...] = ()
    only_day: bool = True


def day_bar(request: AsOfRequest, figures: Iterable[Figure], language: str) -> DayBar:
    """Mark the days on which figures change."""
    on, today = request.as_of.valid, request.today
    turns: dict[date, list[str]] = {}
    for figure in figures:
        for value in figure.values:
            turns.setdefault(value.since, []).append(figure.title.told(language))
    days = sorted(turns)
    current = max((day for day in days if day <= on), default=None)
    return DayBar(
        day=on,
        today=today,
        first=min([*days, today]),
        last=max([*days, today]),
        marks=tuple((day, "; ".join(turns[day][:3]), day == current) for day in days),
        previous=max((day for day in days if day < on), default=None),
        next=min((day for day in days if day > on), default=None),
    )
