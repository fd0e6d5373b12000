"""Rules, calculations and figures as entries of one library: found by id, by words, by what changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.core.names import fold
from tinhgon.core.rulebook import Book, Calculation, Dated, Figure, Rule, UnknownRule, Worded
from tinhgon.rules.pages.years import year_before


class Kind(StrEnum):
    """What an entry is."""

    RULE = "rule"
    CALCULATION = "calculation"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A rule, a calculation or a figure, with the figures that it uses; a figure is its own."""

    id: str
    kind: Kind
    title: Worded
    text: Worded | None
    about: str
    figures: tuple[Figure, ...]

    @property
    def route(self) -> str:
        """The name of its address: a figure may be called as the rule that uses it."""
        return "rules:figure" if self.kind is Kind.FIGURE else "rules:entry"

    @property
    def topic(self) -> str:
        """The first part of its id."""
        return self.id.partition(".")[0]

    def on(self, day: date) -> list[Dated]:
        """Give the values of its figures that are in force on a day."""
        return [one.on(day) for one in self.figures if one.in_force(day)]

    def in_force(self, day: date) -> bool:
        """Tell whether any of its figures is in force; a rule without figures always is."""
        return not self.figures or any(one.in_force(day) for one in self.figures)

    def is_provisional(self, day: date) -> bool:
        """Tell whether it leans, on that day, on a value that is only provisional."""
        return any(value.provisional for value in self.on(day))

    def changes(self, after: date, until: date) -> list[Dated]:
        """Give the values whose first day lies after one day and not after another, the earliest first."""
        values = (value for figure in self.figures for value in figure.values)
        found = [value for value in values if after < value.since <= until]
        return sorted(found, key=lambda value: (value.since, value.figure))


def entries(book: Book) -> Iterator[Entry]:
    """Give all entries: of each kind in the order of the packs."""
    yield from (_of(book, Kind.RULE, one) for one in book.rules.values())
    yield from (_of(book, Kind.CALCULATION, one) for one in book.calculations.values())
    yield from (_figure(one) for one in book.figures.values())


def entry(book: Book, name: str) -> Entry:
    """Give one entry; of a rule and a figure of the same name, the rule.

    :raises UnknownRule: there is none of that name.
    """
    if name in book.rules:
        return _of(book, Kind.RULE, book.rules[name])
    if name in book.calculations:
        return _of(book, Kind.CALCULATION, book.calculations[name])
    return figure_entry(book, name)


def figure_entry(book: Book, name: str) -> Entry:
    """Give a figure as an entry.

    :raises UnknownRule: there is none of that name.
    """
    if name not in book.figures:
        raise UnknownRule(rule=name)
    return _figure(book.figures[name])


PROVISIONAL, CHANGED, PLANNED = FILTERS = ("provisional", "changed", "planned")


def fits(one: Entry, shown: str, day: date) -> bool:
    """Tell whether an entry passes a filter; none passes all."""
    match shown:
        case "provisional":
            return one.is_provisional(day)
        case "changed":
            return bool(one.changes(year_before(day), day))
        case "planned":
            return bool(one.changes(day, date.max))
    return True


def found(book: Book, some: Iterable[Entry], text: str) -> list[Entry]:
    """Find entries by all the words of a text, with or without marks."""
    words = fold(text).split()
    return [one for one in some if all(word in _hay(book, one) for word in words)]


def _hay(book: Book, one: Entry) -> str:
    said = [one.id, *_both(one.title), *_both(one.text)]
    for figure in one.figures:
        said += [figure.id, *_both(figure.title)]
        said += [book.documents[value.source.document].number for value in figure.values]
    return " ".join(map(fold, said))


def _both(text: Worded | None) -> tuple[str, ...]:
    return (text.vi, text.en) if text else ()


def _of(book: Book, kind: Kind, one: Rule | Calculation) -> Entry:
    figures = tuple(book.figures[name] for name in one.figures)
    return Entry(id=one.id, kind=kind, title=one.title, text=one.text, about=one.about, figures=figures)


def _figure(one: Figure) -> Entry:
    return Entry(id=one.id, kind=Kind.FIGURE, title=one.title, text=one.note, about="", figures=(one,))
