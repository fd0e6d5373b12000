"""Calculators: which there are, and what one comes to, with each step and its article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Book, Worded, Working
from tinhgon.core.rules.needed import MissingFact
from tinhgon.rules.deciding import facts_for
from tinhgon.rules.facts import facts_of
from tinhgon.rules.forms import FactsForm
from tinhgon.rules.pages.entries import Entry, entry
from tinhgon.rules.refusals import BadFacts
from tinhgon.rules.words import Citation, gives, sources, step_sentence
from tinhgon.rules.words.sentences import told

# What a calculation is made for, where it gives more than one result.
HEADLINES = ("class", "verdict", "total")


@dataclass(frozen=True, slots=True)
class Topic:
    """The calculators of a topic."""

    id: str
    title: Worded
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A step as a sentence, with the places where it is written."""

    sentence: str
    cited: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a calculation comes to: the headline large, the rest, the steps, and the facts it began with."""

    headline: tuple[str, str]
    others: tuple[tuple[str, str], ...]
    steps: tuple[Line, ...]
    given: tuple[tuple[str, str], ...]
    provisional: bool


def calculators(book: Book) -> list[Topic]:
    """Give the calculations by topic."""
    by_topic: dict[str, list[Entry]] = {}
    for name in book.calculations:
        by_topic.setdefault(name.partition(".")[0], []).append(entry(book, name))
    return [Topic(name, book.topics[name], tuple(by_topic[name])) for name in book.topics if name in by_topic]


def calculated(form: FactsForm, book: Book, on: date) -> Result | None:
    """Calculate with what a form holds; what stands against it is told at its fields."""
    if not form.is_valid():
        return None
    of = form.calculation
    try:
        made = book.compute(of.id, facts_for(of, form.facts()), on=on)
    except MissingFact as refused:
        _tell(form, str(refused.facts["fact"]), gettext("Cần dữ kiện này để tính; không đoán thay."))
    except BadFacts as refused:
        for fault in refused.facts["faults"]:
            name, _, said = getattr(fault, form.language).removeprefix("facts.").partition(": ")
            _tell(form, name, said)
    except Refused as refused:
        form.add_error(None, refused.message(form.language))
    else:
        return _result(made, form, book)
    return None


def _tell(form: FactsForm, name: str, said: str) -> None:
    form.add_error(name if name in form.fields else None, said)


def _result(made: Working, form: FactsForm, book: Book) -> Result:
    results = dict(zip(made.gives, gives(made, form.language, book), strict=True))
    known = {name: pair for name, pair in results.items() if made.gives[name] is not None}
    first = next((name for name in HEADLINES if name in known), next(iter(known or results)))
    steps = (
        Line(step_sentence(made, step, form.language, book), tuple(sources(step.cited, form.language, book)))
        for step in made.steps
    )
    return Result(
        headline=results[first],
        others=tuple(pair for name, pair in known.items() if name != first),
        steps=tuple(steps),
        given=_given(form, book),
        provisional=made.provisional,
    )


def _given(form: FactsForm, book: Book) -> tuple[tuple[str, str], ...]:
    """Word the facts that were used, those included that are so where nobody says otherwise."""
    supposed = {fact.name: fact.default for fact in facts_of(form.calculation.facts) if fact.default}
    facts = {**supposed, **form.facts()}
    words = told(facts, form.language, book.names(form.calculation.id))
    return tuple((str(form.fields[name].label), words[name]) for name in form.fields if name in facts)
