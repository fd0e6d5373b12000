"""Findings and steps as sentences, with what they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from tinhgon.core.rulebook import Book, Dated, Document, Finding, Step, UnknownRule, Worded, Working
from tinhgon.core.rulebook.findings import NOT_JUDGED, UNKNOWN
from tinhgon.rules.words.amounts import Names, shown
from tinhgon.rules.words.articles import article

Kind = TypeVar("Kind")

_MISSING = Worded("Thiếu dữ kiện: {fact}.", "Missing fact: {fact}.")
_UNJUDGED = Worded("Chưa xét được, phải tự xem xét: {why}", "Not judged, look into it yourself: {why}")
_UNWORDED = Worded(
    "Quy tắc không còn lời cho điều này ({says}).", "The rule has no words for this now ({says})."
)
_UNTOLD = "–"  # what a sentence names and a finding does not bear


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a value is written, in words of one language."""

    value: Dated
    document: Document
    article: str

    @property
    def number(self) -> str:
        """The number that the document bears."""
        return self.document.number

    @property
    def provisional(self) -> bool:
        """Tell whether the value was read in a secondary source only, or is merely planned."""
        return self.value.provisional

    def __str__(self) -> str:
        return f"{self.number}, {self.article}" if self.article else self.number


def sentence(finding: Finding, language: str, book: Book) -> str:
    """Say what a rule found; what was told of a person who is erased by now is not there.

    :raises UnknownRule: the book has no such rule.
    """
    names = book.names(finding.rule)
    if finding.says == UNKNOWN:
        return _MISSING.told(language, told({"fact": finding.facts.get("fact")}, language, names))
    if finding.says == NOT_JUDGED:
        why = finding.facts.get("vi" if language.startswith("vi") else "en", _UNTOLD)
        return _UNJUDGED.told(language, {"why": why})
    says = _named(book.rules, finding.rule).says.get(finding.says)
    if says is None:
        return unworded(finding, language)
    facts = {**finding.facts, "found": finding.found, "allowed": finding.allowed}
    return says.told(language, told(facts, language, names))


def unworded(finding: Finding, language: str) -> str:
    """Say a finding of former packs, whose words are gone, by its name."""
    return _UNWORDED.told(language, {"says": finding.says})


def cited(finding: Finding, language: str, book: Book) -> list[Citation]:
    """Give the places that a finding leans on, each once."""
    return sources(finding.cited, language, book)


def sources(values: Iterable[Dated], language: str, book: Book) -> list[Citation]:
    """Give the places where values are written, each once.

    :raises UnknownDocument: the book has no such document.
    """
    found: dict[tuple[str, str], Citation] = {}
    for value in values:
        at = value.source
        made = Citation(value, book.documents[at.document], article(at.article, language))
        known = found.setdefault((at.document, at.article), made)
        if value.provisional and not known.provisional:
            found[at.document, at.article] = made
    return list(found.values())


def step_sentence(working: Working, step: Step, language: str, book: Book) -> str:
    """Say one step of a calculation.

    :raises UnknownRule: the book has no such calculation.
    """
    calculation = _named(book.calculations, working.calculation)
    return calculation.steps[step.says].told(
        language, told(step.facts, language, book.names(working.calculation))
    )


def gives(working: Working, language: str, book: Book) -> list[tuple[str, str]]:
    """Give what a calculation results in, by the name of each result."""
    of = _named(book.calculations, working.calculation).gives
    facts = told(working.gives, language, book.names(working.calculation))
    return [(of[name].told(language) if name in of else name, facts[name]) for name in working.gives]


def told(facts: Mapping[str, Any], language: str, names: Names) -> Mapping[str, str]:
    """Word facts for a sentence; a year is no quantity, and a month has no day."""
    return _Told({name: _fact(name, value, language, names) for name, value in facts.items()})


def _named(of: Mapping[str, Kind], name: str) -> Kind:
    if name not in of:
        raise UnknownRule(rule=name)
    return of[name]


def _fact(name: str, value: Any, language: str, names: Names) -> str:
    if value is None:
        return _UNTOLD
    last = name.rpartition("_")[2]
    if last == "year" and isinstance(value, int) and value > 1000:
        return str(value)
    if last == "month" and isinstance(value, date):
        return f"{value:%m/%Y}"
    return shown(value, language, names)


class _Told(dict[str, str]):
    """Facts in words; one that is not there is a dash, so that a finding is never kept from its reader."""

    def __missing__(self, name: str) -> str:
        return _UNTOLD
