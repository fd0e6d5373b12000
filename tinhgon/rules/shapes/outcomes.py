"""What a rule found, and how a calculation went."""

from __future__ import annotations

from datetime import date
from typing import Any

from tinhgon.core.rulebook import Book, Finding, Step, Working
from tinhgon.rules.shapes.values import cited, plain
from tinhgon.rules.words import gives, sentence, step_sentence


def finding(found: Finding, book: Book) -> dict[str, Any]:
    """Give a finding with its sentence."""
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "says": found.says,
        "sentence": {"vi": sentence(found, "vi", book), "en": sentence(found, "en", book)},
        "found": plain(found.found),
        "allowed": plain(found.allowed),
        "facts": plain(found.facts),
        "provisional": found.provisional,
        "cited": cited(found.cited, book),
    }


def working(made: Working, on: date, book: Book) -> dict[str, Any]:
    """Give a calculation: what it gives, as values and in words, and each step."""
    both = zip(made.gives, gives(made, "vi", book), gives(made, "en", book), strict=True)
    return {
        "calculation": made.calculation,
        "on": on,
        "gives": plain(made.gives),
        "told": [
            {"name": name, "title": {"vi": vi[0], "en": en[0]}, "value": {"vi": vi[1], "en": en[1]}}
            for name, vi, en in both
        ],
        "provisional": made.provisional,
        "steps": [_step(made, step, book) for step in made.steps],
    }


def _step(made: Working, step: Step, book: Book) -> dict[str, Any]:
    return {
        "says": step.says,
        "sentence": {
            "vi": step_sentence(made, step, "vi", book),
            "en": step_sentence(made, step, "en", book),
        },
        "facts": plain(step.facts),
        "cited": cited(step.cited, book),
    }
