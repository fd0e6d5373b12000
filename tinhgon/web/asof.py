"""The as-of bar: where days stand on its slider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

MOST_MOMENTS = 60  # choices that a list can offer; when there may be more, the moment can be written too
MOST_YEARS = 12  # labels that fit below the slider
CROWDED = 2.4  # per cent of the slider: nearer dots would cover each other and become one


class PointInTime(Protocol):
    """What a page tells the bar. `marks`: day, label, whether it is the change now in view; oldest first."""

    day: date
    known: datetime | None
    today: date
    first: date
    last: date
    marks: Sequence[tuple[date, str, bool]]
    previous: date | None
    next: date | None
    moments: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Dot:
    """A change day above the slider."""

    on: date
    x: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A year below the slider."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A choice of "as known at"."""

    value: str
    label: str
    is_chosen: bool

    @property
    def written(self) -> str:
        """Write it as a person does."""
        return f"{datetime.fromisoformat(self.value):%d/%m/%Y %H:%M}"


@dataclass(frozen=True, slots=True)
class AsOfView:
    """The bar as the template draws it."""

    length: int
    position: int
    is_past: bool
    is_future: bool
    dots: tuple[Dot, ...]
    years: tuple[Year, ...]
    moments: tuple[Moment, ...]
    is_long: bool

    @property
    def chosen(self) -> Moment | None:
        """Give the moment in view, if it is not the latest."""
        return next((moment for moment in self.moments if moment.is_chosen), None)


def asof_view(asof: PointInTime) -> AsOfView:
    """Place the days of a page's point in time."""
    length = max((asof.last - asof.first).days, 1)
    return AsOfView(
        length=length,
        position=min(max((asof.day - asof.first).days, 0), length),
        is_past=asof.day < asof.today,
        is_future=asof.day > asof.today,
        dots=_dots(asof),
        years=_years(asof.first, asof.last),
        moments=_moments(asof),
        is_long=len(asof.moments) >= MOST_MOMENTS,
    )


def _share(day: date, first: date, last: date) -> float:
    return 100 * (day - first).days / max((last - first).days, 1)


def _dots(asof: PointInTime) -> tuple[Dot, ...]:
    dots: list[Dot] = []
    reached = -100.0
    for on, label, is_current in asof.marks:
        at = _share(on, asof.first, asof.last)
        if not 0 <= at <= 100:
            continue
        if at - reached < CROWDED and not is_current:
            dots[-1] = replace(dots[-1], label=f"{dots[-1].label}; {on:%d/%m/%Y} {label}")
            continue
        reached = at
        dots.append(Dot(on, f"{at:.2f}%", label, is_current))
    return tuple(dots)


def _years(first: date, last: date) -> tuple[Year, ...]:
    starts = [year for year in range(first.year, last.year + 1) if first <= date(year, 1, 1) <= last]
    step = -(-len(starts) // MOST_YEARS) or 1
    return tuple(Year(f"{_share(date(year, 1, 1), first, last):.2f}%", str(year)) for year in starts[::step])


def _moments(asof: PointInTime) -> tuple[Moment, ...]:
    choices = dict(asof.moments)
    chosen = next((iso for iso in choices if _knows_all(asof.known, datetime.fromisoformat(iso))), None)
    if asof.known and chosen is None:
        chosen = asof.known.isoformat()
        choices[chosen] = f"{asof.known:%d/%m/%Y %H:%M}"
    return tuple(Moment(iso, label, iso == chosen) for iso, label in sorted(choices.items(), reverse=True))


def _knows_all(known: datetime | None, last: datetime) -> bool:
    """Tell whether a moment lies in the minute of an offered one, and not before it."""
    return known is not None and last <= known < last.replace(second=0, microsecond=0) + timedelta(minutes=1)
