"""Chance that falls alike on every run: each part of the story draws from a source of its own name."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import TypeVar
from uuid import UUID, uuid5

from tinhgon.core.identity import NAMESPACE

Thing = TypeVar("Thing")


class Chance:
    """Numbers drawn from a name; of the library only `random()` is used: it alone is promised for ever."""

    def __init__(self, name: str) -> None:
        self._source = Random(f"tinhgon:{name}")  # noqa: S311  (a story, not a secret)

    def one(self, things: Sequence[Thing]) -> Thing:
        """Draw one of the things."""
        return things[int(self._source.random() * len(things))]

    def some(self, things: Sequence[Thing], share: float) -> list[Thing]:
        """Draw a share of the things."""
        return [thing for thing in things if self._source.random() < share]

    def happens(self, share: float) -> bool:
        """Tell whether something that happens so often happens now."""
        return self._source.random() < share

    def number(self, low: int, high: int) -> int:
        """Draw a number, both ends included."""
        return low + int(self._source.random() * (high - low + 1))

    def day(self, first: date, last: date) -> date:
        """Draw a day, both ends included."""
        return first + timedelta(days=self.number(0, (last - first).days))

    def mixed(self, things: Sequence[Thing]) -> list[Thing]:
        """Put the things into another order."""
        drawn = [(self._source.random(), number) for number in range(len(things))]
        return [things[number] for _, number in sorted(drawn)]

    def weighed(self, urn: Urn) -> str:
        """Draw a word by its weight."""
        return urn.words[min(bisect(urn.sums, self._source.random() * urn.sums[-1]), len(urn.words) - 1)]


class Urn:
    """Words with their weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.words = tuple(weights)
        self.sums = tuple(accumulate(weights.values()))


def identity(*parts: object) -> UUID:
    """Name something of the story: alike on every run, in no order."""
    return uuid5(NAMESPACE, ":".join(map(str, ("demo", *parts))))
