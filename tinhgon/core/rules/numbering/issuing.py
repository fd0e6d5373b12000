"""How soon a document is registered and issued, and what a Party cell may not issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block
from tinhgon.core.rules.deadlines import Deadline, lateness


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDocument:
    """A document of a Party organisation: who issues it, and the symbol of its type."""

    __pydantic_config__: ClassVar = STRICT
    body: Literal["cell", "committee", "office"]
    type: str


def same_day(facts: Deadline, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that a document is registered, or issued, the same day or on the next working day."""
    allowed = numbers["numbering.working_days"].on(on)
    yield from lateness("numbering.same_day", facts, on, allowed.amount, allowed)


def cell_types(facts: PartyDocument, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Name the types that a cell does not issue."""
    barred = numbers["numbering.not_for_cells"].on(on)
    if facts.body == "cell" and facts.type in barred.amount:
        types = ", ".join(barred.amount)
        yield block("numbering.cell_types", "not_for_cells", barred, found=facts.type, allowed=types)
