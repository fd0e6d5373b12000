"""What confirming a document hands over to those who take its tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedTask:
    """A task as a person accepted it: who bears it, by when, and where the document says so.

    `kind`, `every` and `bound` are words of texts.values; `start` and `end` are letters of the document's
    text, None for a task that somebody wrote without marking a place.
    """

    kind: str
    matter: str
    place: str = ""
    start: int | None = None
    end: int | None = None
    bearers: tuple[UUID, ...] = ()
    cooperators: tuple[UUID, ...] = ()
    due_on: date | None = None
    due_words: str = ""
    every: str = ""
    figure: Decimal | None = None
    measure: str = ""
    bound: str = ""
    weight: Decimal = Decimal(1)
