"""When congresses are held and for how long; votes on candidates in the term 2020–2025."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A congress: its level, its days, those of its preparatory session, its last day."""

    __pydantic_config__: ClassVar = STRICT
    level: Literal["base_level", "upper", "commune", "province"]
    length: Decimal | None = None
    preparatory: Decimal = Decimal(0)
    closes: date | None = None


def gathering(facts: Gathering, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Hold a congress to its days and to the last day of its level."""
    rule = "congress.gathering"
    days, half = numbers["congress.days"].on(on), numbers["congress.preparatory_days"].on(on)
    latest = numbers["congress.latest"].on(on)
    most, last = days.amount[facts.level], latest.amount[facts.level]
    if facts.length is None:
        yield unknown(rule, "length", days, allowed=most)
    elif facts.length > most:
        yield block(rule, "too_long", days, found=facts.length, allowed=most)
    if facts.preparatory > half.amount:
        yield block(rule, "preparatory", half, found=facts.preparatory, allowed=half.amount)
    if facts.closes is None:
        yield unknown(rule, "closes", latest, allowed=last)
    elif facts.closes > last:
        yield block(rule, "too_late", latest, found=facts.closes, allowed=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionStep:
    """One step of choosing candidates: who was summoned, who came, who agreed."""

    __pydantic_config__: ClassVar = STRICT
    summoned: int
    present: int | None = None
    in_favour: int | None = None


def selection(facts: SelectionStep, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask for the quorum and the majority of all summoned, in the term 2020–2025."""
    quorum = numbers["congress.selection_quorum"].on(on)
    majority = numbers["congress.selection_majority"].on(on)
    enough = -(-facts.summoned * quorum.amount["part"] // quorum.amount["of"])
    more_than = facts.summoned * majority.amount["part"] // majority.amount["of"]
    if facts.present is None:
        yield unknown("congress.selection", "present", quorum, allowed=enough)
    elif facts.present < enough:
        yield block("congress.selection", "no_quorum", quorum, found=facts.present, allowed=enough)
    if facts.in_favour is None:
        yield unknown("congress.selection", "in_favour", majority, allowed=more_than + 1)
    elif facts.in_favour <= more_than:
        yield block(
            "congress.selection", "no_majority", majority, found=facts.in_favour, allowed=more_than + 1
        )
