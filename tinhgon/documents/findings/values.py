"""The findings that a person accepts, mends or drops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tinhgon.texts.values import Span

OPEN, ACCEPTED, DROPPED = STATES = ("", "accepted", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of the document as it would be entered."""

    type: str = ""
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    abstract: str = ""
    signer: str = ""
    signer_title: str = ""
    place: str = ""
    recipients: tuple[str, ...] = ()
    urgency: str = ""
    effective_on: date | None = None
    arrived_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Another document, with all the places at which this one names it."""

    code: str
    state: str = OPEN
    mended: bool = False
    spans: tuple[Span, ...] = ()
    words: str = ""
    type: str = ""
    number: str = ""
    issuer: str = ""
    day: date | None = None
    title: str = ""
    role: str = "cites"


@dataclass(frozen=True, slots=True)
class Named:
    """A body as the text names it: one, or a group of the code `group`."""

    name: str
    words: str = ""
    group: str = ""
    kind: str = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A task as it would be handed over.

    `bearers` and `cooperators` are what a person chose, identities of units or “group:communes”; None is
    nothing chosen yet, so that those hold whom the text names.
    """

    code: str
    state: str = OPEN
    mended: bool = False
    span: Span | None = None
    matter: str = ""
    place: str = ""
    kind: str = "task"
    who: tuple[Named, ...] = ()
    cooperating: tuple[Named, ...] = ()
    bearers: tuple[str, ...] | None = None
    cooperators: tuple[str, ...] | None = None
    due_on: date | None = None
    due_words: str = ""
    fault: str = ""  # a day that there is not
    every: str = ""
    figure: Decimal | None = None
    measure: str = ""
    bound: str = ""
    weight: Decimal = Decimal(1)

    @property
    def is_by_hand(self) -> bool:
        """Tell whether a person added it."""
        return self.code.startswith("h")
