"""A figure on a day: its value, where that is written, what other sources say, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from tinhgon.core.rulebook import Book, Dated, Figure
from tinhgon.core.rulebook.figures import Rival
from tinhgon.rules.pages.steps import Chart, chart
from tinhgon.rules.pages.tables import Readable, readable
from tinhgon.rules.words import Citation, article, day, sources


@dataclass(frozen=True, slots=True)
class Other:
    """What another source says; shown, not used."""

    rival: Rival
    readable: Readable
    number: str
    article: str


@dataclass(frozen=True, slots=True)
class Version:
    """A value of a figure, its last day if it has one, and what took its place."""

    value: Dated
    until: date | None
    readable: Readable
    citation: Citation
    others: tuple[Other, ...]
    replaced_by: Citation | None
    is_current: bool

    @property
    def repeals(self) -> bool:
        """Tell whether the figure ends by it."""
        return self.value.amount is None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as a page shows it on a day."""

    figure: Figure
    current: Version | None  # None: it is not in force
    history: tuple[Version, ...]  # newest first
    periods: str
    chart: Chart


def figure_view(book: Book, figure: Figure, on: date, language: str) -> FigureView:
    """Look at a figure on a day."""
    history = _history(book, figure, on, language)
    current = next((one for one in history if one.is_current and not one.repeals), None)
    return FigureView(
        figure, current, history, periods([figure]), chart(figure, on, language, book.names(figure.id))
    )


def periods(figures: Sequence[Figure]) -> str:
    """Say in which days any of some figures is in force."""
    turns = sorted({value.since for figure in figures for value in figure.values})
    said, since = [], None
    for turn in turns:
        holds = any(figure.in_force(turn) for figure in figures)
        if holds and since is None:
            since = turn
        elif not holds and since is not None:
            said.append(_between(since, turn))
            since = None
    return "; ".join([*said, *([gettext("từ %(day)s") % {"day": day(since)}] if since else [])])


def _between(since: date, until: date) -> str:
    days = {"since": day(since), "until": day(until - timedelta(days=1))}
    return gettext("từ %(since)s đến hết %(until)s") % days


def _history(book: Book, figure: Figure, on: date, language: str) -> tuple[Version, ...]:
    current = next((one for one in figure.values if one.since <= on), None)
    after = (None, *figure.values)  # newest first: before each stands what took its place
    return tuple(
        _version(book, value, next_one, language, is_current=value is current)
        for value, next_one in zip(figure.values, after, strict=False)
    )


def _version(book: Book, value: Dated, after: Dated | None, language: str, *, is_current: bool) -> Version:
    return Version(
        value=value,
        until=after.since - timedelta(days=1) if after else None,
        readable=readable(value.amount, language, book.names(value.figure)),
        citation=sources([value], language, book)[0],
        others=tuple(_other(book, value.figure, rival, language) for rival in value.rivals),
        replaced_by=sources([after], language, book)[0] if after else None,
        is_current=is_current,
    )


def _other(book: Book, of: str, rival: Rival, language: str) -> Other:
    source = rival.source
    number = book.documents[source.document].number
    return Other(
        rival, readable(rival.amount, language, book.names(of)), number, article(source.article, language)
    )
