"""The library: entries by topic, and the page of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from tinhgon.core.rulebook import Book, Calculation, Rule, Worded
from tinhgon.rules.applied import APPLIED, WORDS
from tinhgon.rules.pages import cases
from tinhgon.rules.pages.entries import Entry, Kind, entries, fits, found
from tinhgon.rules.pages.upcoming import upcoming
from tinhgon.rules.pages.values import figure_view, periods
from tinhgon.rules.words import shown

MOST_DOCUMENTS = 3
LONGEST_VALUE = 120  # letters of a value in a list


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in the list."""

    entry: Entry
    value: str
    in_force: bool
    provisional: bool
    next: date | None


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the entries that were asked for."""

    id: str
    title: Worded
    lines: tuple[Line, ...]


def topics(
    book: Book, day: date, language: str, *, text: str = "", kind: str = "", show: str = ""
) -> list[Topic]:
    """Give the topics that have an entry of the kind, the words and the filter asked for."""
    some = (one for one in entries(book) if kind in ("", one.kind) and fits(one, show, day))
    by_topic: dict[str, list[Line]] = {}
    for one in found(book, some, text):
        by_topic.setdefault(one.topic, []).append(_line(book, one, day, language))
    return [Topic(name, book.topics[name], tuple(by_topic[name])) for name in book.topics if name in by_topic]


def abouts() -> Mapping[str, str]:
    """Name what rules are about."""
    return {
        "territory": gettext("đơn vị hành chính"),
        "body": gettext("cơ quan, tổ chức"),
        "post": gettext("vị trí, chức vụ"),
        "person": gettext("cá nhân"),
        "appointment": gettext("việc bổ nhiệm"),
        "vote": gettext("việc lấy phiếu"),
        "organisation": gettext("tổ chức đảng"),
        "member": gettext("đảng viên"),
        "award": gettext("khen thưởng"),
        "document": gettext("thể thức văn bản"),
        "province": gettext("toàn tỉnh, thành phố"),
        "team": gettext("tổ, ấp, khu vực"),
    }


def entry_page(book: Book, one: Entry, day: date, language: str) -> dict[str, Any]:
    """Gather the page of one entry."""
    figures = [figure_view(book, figure, day, language) for figure in one.figures]
    return {
        "entry": one,
        "topic": book.topics.get(one.topic),
        "about": abouts().get(one.about, one.about),
        "day": day,
        "in_force": one.in_force(day),
        "periods": periods(one.figures),
        "figures": figures,
        "missing": [view for view in figures if view.current is None],
        "upcoming": upcoming(book, one.figures, day, language),
        "cases": cases.rows(book, one.id, language) if one.kind is not Kind.FIGURE else [],
        "users": users(book, one),
        "moments": [WORDS[moment] for moment in APPLIED.get(one.id, ())],
        "calculation": book.calculations.get(one.id),
        "calculator_url": calculator_url(one),
        "status": {"provisional": one.is_provisional(day)},
        "is_figure": one.kind is Kind.FIGURE,
    }


def users(book: Book, one: Entry) -> list[Rule | Calculation]:
    """Give the other rules and calculations that use a figure of this entry."""
    using = (user for figure in one.figures for user in book.users_of(figure.id) if user.id != one.id)
    return list({user.id: user for user in using}.values())


def calculator_url(one: Entry) -> str:
    """Give the address of a calculation's calculator, if there is one."""
    if one.kind is not Kind.CALCULATION:
        return ""
    try:
        return reverse("rules:calculator", args=[one.id])
    except NoReverseMatch:
        return ""


def _line(book: Book, one: Entry, day: date, language: str) -> Line:
    coming = one.changes(day, date.max)
    return Line(
        entry=one,
        value=_value(book, one, day, language) if one.kind is Kind.FIGURE else _documents(book, one, day),
        in_force=one.in_force(day),
        provisional=one.is_provisional(day),
        next=coming[0].since if coming else None,
    )


def _documents(book: Book, one: Entry, day: date) -> str:
    """Name the documents on which a rule rests."""
    numbers = dict.fromkeys(book.documents[value.source.document].number for value in one.on(day))
    return "; ".join(list(numbers)[:MOST_DOCUMENTS])


def _value(book: Book, one: Entry, day: date, language: str) -> str:
    values = one.on(day)
    if not values:
        return ""
    (figure,) = one.figures
    unit = figure.unit.told(language) if figure.unit and not isinstance(values[0].amount, dict | list) else ""
    text = f"{shown(values[0].amount, language, book.names(figure.id))} {unit}".strip()
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE].rstrip()}…"
