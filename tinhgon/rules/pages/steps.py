"""The history of a figure as steps, for a drawing without scripts: per cent across, pixels down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from tinhgon.core.rulebook import Dated, Figure
from tinhgon.rules.words import day as written_day
from tinhgon.rules.words import number
from tinhgon.rules.words.amounts import Names, named

TOP, BOTTOM, LABELS, HEIGHT = 22, 112, 132, 140
MOST_SERIES = 4
DWARF = 20  # a number so many times smaller would lie on the ground
ROOM = 18.0  # per cent that a label of a day takes on a phone
BEYOND = 365  # days drawn after the last turn
LEFT, RIGHT = 2.0, 98.0

Leaf: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one value, or the rise to the next."""

    x1: str
    y1: str
    x2: str
    y2: str
    tone: int
    planned: bool


@dataclass(frozen=True, slots=True)
class Label:
    """A number or a day beside the lines."""

    x: str
    y: str
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a drawing of steps needs."""

    height: int
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    days: tuple[Label, ...]
    names: tuple[tuple[int, str], ...]  # tone and name of each series, when there are several
    here: str  # where the day in view is


def chart(figure: Figure, on: date, language: str, names: Names) -> Chart:
    """Draw the numbers of a figure that change; what is no number is drawn by when it is in force."""
    values = tuple(reversed(figure.values))
    across = _Across(min(values[0].since, on), max(values[-1].since, on))
    leaves = _leaves(values)
    series = [_series(values, leaf) for leaf in leaves] or [[_held(value) for value in values]]
    scale = _Down([one for points in series for one in points if one is not None])
    lines = tuple(
        line for tone, points in enumerate(series, 1) for line in _lines(values, points, across, scale, tone)
    )
    single = leaves and len(series) == 1
    return Chart(
        height=HEIGHT,
        lines=lines,
        labels=tuple(_labels(values, series[0], across, scale, language)) if single else (),
        days=tuple(_days(values, across)),
        names=tuple((tone, _name(leaf, language, names)) for tone, leaf in enumerate(leaves, 1) if leaf),
        here=across.at(on),
    )


class _Across:
    """Days to per cent of the width."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.last = last + timedelta(days=BEYOND) if last.year < date.max.year - 1 else date.max
        self.length = max((self.last - first).days, 1)

    def share(self, day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / self.length

    def at(self, day: date) -> str:
        return f"{self.share(day):.2f}%"


class _Down:
    """Numbers to pixels from the top; nought is always shown, so that a step is not made to look larger."""

    def __init__(self, numbers: list[Decimal]) -> None:
        self.least, self.most = min([Decimal(0), *numbers]), max([Decimal(0), *numbers])

    def at(self, value: Decimal) -> float:
        span = self.most - self.least
        return float(BOTTOM - (BOTTOM - TOP) * (value - self.least) / span) if span else float(BOTTOM)


def _lines(
    values: tuple[Dated, ...], points: list[Decimal | None], across: _Across, down: _Down, tone: int
) -> Iterator[Line]:
    ends = [value.since for value in values[1:]] + [across.last]
    for place, (value, point) in enumerate(zip(values, points, strict=True)):
        if point is None:
            continue
        y, x = f"{down.at(point):.1f}", across.at(value.since)
        if place and (before := points[place - 1]) is not None and before != point:
            yield Line(x, f"{down.at(before):.1f}", x, y, tone, value.expected)
        yield Line(x, y, across.at(ends[place]), y, tone, value.expected)


def _labels(
    values: tuple[Dated, ...], points: list[Decimal | None], across: _Across, down: _Down, language: str
) -> Iterator[Label]:
    reached = -ROOM
    for value, point in zip(values, points, strict=True):
        at = across.share(value.since)
        if point is not None and at - reached >= ROOM / 2:
            reached = at
            yield Label(f"{at:.2f}%", f"{down.at(point) - 6:.1f}", number(point, language))


def _days(values: tuple[Dated, ...], across: _Across) -> Iterator[Label]:
    reached = -ROOM
    for value in values:
        at = across.share(value.since)
        if at - reached >= ROOM:
            reached = at
            anchor = "end" if at > 100 - ROOM else "start"
            yield Label(f"{at:.2f}%", str(LABELS), written_day(value.since), anchor)


def _leaves(values: tuple[Dated, ...]) -> list[Leaf]:
    """Choose the numbers to draw: those that change and are not dwarfed by others, or the only one."""
    paths = list(dict.fromkeys(path for value in values for path in _paths(value.amount)))
    if len(paths) == 1:
        return paths
    moving = [path for path in paths if len({_at(one.amount, path) for one in values if one.amount}) > 1]
    tallest = max(map(partial(_height, values), moving), default=Decimal(0))
    return [path for path in moving if _height(values, path) >= tallest / DWARF][:MOST_SERIES]


def _height(values: tuple[Dated, ...], path: Leaf) -> Decimal:
    return max(abs(_at(value.amount, path) or Decimal(0)) for value in values)


def _paths(amount: Any, path: Leaf = ()) -> Iterator[Leaf]:
    if isinstance(amount, int | Decimal) and not isinstance(amount, bool):
        yield path
    elif isinstance(amount, Mapping):
        for key, inner in amount.items():
            yield from _paths(inner, (*path, key))


def _at(amount: Any, path: Leaf) -> Decimal | None:
    for key in path:
        amount = amount.get(key) if isinstance(amount, Mapping) else None
    is_number = isinstance(amount, int | Decimal) and not isinstance(amount, bool)
    return Decimal(amount) if is_number else None


def _series(values: tuple[Dated, ...], path: Leaf) -> list[Decimal | None]:
    return [_at(value.amount, path) for value in values]


def _held(value: Dated) -> Decimal | None:
    return None if value.amount is None else Decimal(1)


def _name(leaf: Leaf, language: str, names: Names) -> str:
    return ", ".join(named(key, language, names) for key in leaf)
