"""A mention of a document, before it is known which mentions mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tinhgon.texts.values import Number, Role, Span


@dataclass(slots=True)
class Mention:
    """One place that names a document; facts are added to it while its surroundings are read."""

    span: Span
    type: str = ""
    number: Number | None = None
    digits: str = ""  # of a short form without symbol: Nghị quyết 18
    issuer: str = ""
    day: date | None = None
    year: int | None = None
    title: str = ""
    term: str = ""
    role: Role = "cites"
    lent: bool = False  # its day is that of the last of a list
    told: bool = False  # by a word of its kind, not by its number alone
    key: str = ""

    @property
    def said(self) -> int | None:
        """The year of the document, as far as it is told."""
        return self.day.year if self.day else self.year
