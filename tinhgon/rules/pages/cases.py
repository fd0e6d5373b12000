"""The cases of a rule as a table that an official can read and do again by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Book, Worded
from tinhgon.rules.deciding import facts_for
from tinhgon.rules.library import directories
from tinhgon.rules.proving import Case, Proof, proofs, run
from tinhgon.rules.words import gives, sentence
from tinhgon.rules.words.sentences import told


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that came of a case, and how much it weighs."""

    text: str
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A case in words; `holds` tells whether the program comes to what the case says."""

    case: Case
    facts: tuple[tuple[str, str], ...]
    outcomes: tuple[Outcome, ...]
    holds: bool


def rows(book: Book, of: str, language: str) -> list[Row]:
    """Run the cases of a rule or a calculation, and word them; one without cases has no rows."""
    proof = proven(directories()).get(of)
    return [_row(book, of, case, language) for case in proof.cases] if proof else []


@cache
def proven(where: tuple[Path, ...]) -> dict[str, Proof]:
    """Read the cases beside some packs, once a process.

    :raises MalformedPack: a file is not as it should be.
    """
    return proofs(where)


def _row(book: Book, of: str, case: Case, language: str) -> Row:
    worded = told(case.facts, language, book.names(of))
    facts = tuple((_name(book.names(of), name, language), worded[name]) for name in case.facts)
    return Row(case, facts, _outcomes(book, of, case, language), run(book, of, case).holds)


def _name(names: Mapping[str, Worded], name: str, language: str) -> str:
    return names[name].told(language) if name in names else name.replace("_", " ")


def _outcomes(book: Book, of: str, case: Case, language: str) -> tuple[Outcome, ...]:
    try:
        if of in book.calculations:
            working = book.compute(of, facts_for(book.calculations[of], case.facts), on=case.on)
            return tuple(Outcome(f"{name}: {value}") for name, value in gives(working, language, book))
        found = book.check(of, facts_for(book.rules[of], case.facts), on=case.on)
    except Refused as refused:
        return (Outcome(refused.message(language), "refused"),)
    said = tuple(Outcome(sentence(one, language, book), one.severity) for one in found)
    return said or (Outcome(gettext("Không có phát hiện")),)
