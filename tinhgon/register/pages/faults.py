"""What is wrong, as the summary on top of a page lists it: a sentence, and where to go."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from tinhgon.core.errors import Refused


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence; the anchor of the field or the operation that it speaks of, if it speaks of one."""

    text: str
    anchor: str = ""


def said(refused: Refused) -> str:
    """Say a refusal in the page's language."""
    return refused.message(get_language() or "vi")


def faults_of(refused: Refused, *, anchor: str) -> list[Fault]:
    """Make the fault of a refusal; `anchor` has a place for the operation's number."""
    number = refused.facts.get("operation", 0)
    return [Fault(said(refused), anchor.format(number) if number else "")]
