"""What becomes otherwise within a year of the day in view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tinhgon.core.rulebook import Book, Dated, Figure
from tinhgon.rules.pages.years import year_after
from tinhgon.rules.words import Citation, sources


@dataclass(frozen=True, slots=True)
class Change:
    """A value that comes, and what it takes the place of."""

    figure: Figure
    value: Dated
    before: Dated | None
    citation: Citation

    @property
    def repeals(self) -> bool:
        """Tell whether the figure ends by it."""
        return self.value.amount is None


def upcoming(book: Book, figures: Iterable[Figure], day: date, language: str) -> list[Change]:
    """Give the values whose first day lies within a year after a day, the earliest first; repeals too."""
    found = [change for figure in figures for change in _changes(book, figure, day, language)]
    return sorted(found, key=lambda one: (one.value.since, one.figure.id))


def _changes(book: Book, figure: Figure, day: date, language: str) -> Iterator[Change]:
    for place, value in enumerate(figure.values):
        if day < value.since <= year_after(day):
            before = next(
                (one for one in figure.values[place + 1 : place + 2] if one.amount is not None), None
            )
            yield Change(figure, value, before, sources([value], language, book)[0])
