"""How long after a congress the next one is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.days import months_after
from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Dated, Finding, Numbers, block, note, unknown, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term between two congresses; the next one is on the day asked about.

    :param kind: a Party organisation from the base upwards, or a cell under a base committee.
    :param pilot: whether the cell takes part in the pilot of longer terms.
    :param consent: whether the committee above agreed to an earlier or later congress.
    :param first: whether it is the first term after founding, merger or split.
    """

    __pydantic_config__: ClassVar = STRICT
    kind: Literal["organisation", "cell"]
    last: date | None = None
    pilot: bool = False
    consent: bool = False
    first: bool = False


def term(facts: Term, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask whether the next congress comes within the term, or within what is allowed around it."""
    piloted = facts.pilot and facts.kind == "cell"
    months = numbers["bases.term_pilot" if piloted else "bases.terms"].on(on)
    around = numbers["bases.term_tolerance"].on(on)
    if facts.last is None:
        yield unknown("bases.term", "last", months)
        return
    due = months_after(facts.last, months.amount[facts.kind])
    if facts.first:
        yield note("bases.term", "first_term", months, found=on, allowed=due)
    else:
        yield from _timely(facts, on, due, months, around)


def _timely(facts: Term, on: date, due: date, *cited: Dated) -> Iterator[Finding]:
    tolerance = cited[-1].amount[facts.kind]
    first, last = months_after(due, -tolerance), months_after(due, tolerance)
    if on < first:
        yield block("bases.term", "too_early", *cited, found=on, allowed=first)
    elif on > last:
        yield block("bases.term", "too_late", *cited, found=on, allowed=last)
    elif on != due and not facts.consent:
        yield warn("bases.term", "needs_consent", *cited, found=on, allowed=due)
