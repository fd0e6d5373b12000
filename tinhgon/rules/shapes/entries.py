"""Entries of the library: a line of the list, and one with its figures and facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tinhgon.core.rulebook import Book, Worded
from tinhgon.rules.facts import Fact, facts_of
from tinhgon.rules.pages.entries import Entry, Kind
from tinhgon.rules.shapes.values import figure, worded


def listed(some: Iterable[Entry], on: date) -> list[dict[str, Any]]:
    """Give entries in short, as they are on a day."""
    return [_short(one, on) for one in some]


def described(one: Entry, on: date, book: Book) -> dict[str, Any]:
    """Give an entry with its figures on a day, and the facts that it asks for."""
    return {
        **_short(one, on),
        "on": on,
        "text": worded(one.text),
        "about": one.about,
        "figures": [figure(of, on, book) for of in one.figures],
        "facts": [] if one.kind is Kind.FIGURE else facts(one.id, book),
    }


def facts(of: str, book: Book) -> list[dict[str, Any]]:
    """Give the facts that a rule or a calculation asks for."""
    asking = book.rules.get(of) or book.calculations[of]
    names = book.names(of)
    return [_fact(fact, names.get(fact.name)) for fact in facts_of(asking.facts)]


def _fact(fact: Fact, name: Worded | None) -> dict[str, Any]:
    return {
        "name": fact.name,
        "title": worded(name),
        "kind": fact.kind.value,
        "choices": list(fact.choices),
        "required": fact.required,
    }


def _short(one: Entry, on: date) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "topic": one.topic,
        "title": worded(one.title),
        "in_force": one.in_force(on),
        "provisional": one.is_provisional(on),
    }
