"""Caps on how many may be proposed, as a share of those who could be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, block, unknown, warn
from tinhgon.core.values import Count

PERCENT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseProposal:
    """How many are advanced workers (Lao động tiên tiến), and how many of them shall be base soldiers."""

    __pydantic_config__: ClassVar = STRICT
    advanced_workers: Count | None = None
    soldiers_proposed: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A thematic movement: who took part directly, and how many are proposed for the chair's certificate."""

    __pydantic_config__: ClassVar = STRICT
    collectives: Count | None = None
    collectives_proposed: Count | None = None
    persons: Count | None = None
    persons_proposed: Count | None = None


def base_share(facts: BaseProposal, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the base soldiers stay within their share of the advanced workers."""
    cap = numbers["awards.base_cap"].on(on)
    of, proposed = facts.advanced_workers, facts.soldiers_proposed
    if of is None or proposed is None:
        missing = "advanced_workers" if of is None else "soldiers_proposed"
        yield unknown("awards.base_share", missing, cap)
    elif proposed > (most := of * cap.amount // PERCENT):
        yield block("awards.base_share", "too_many", cap, found=proposed, allowed=most)


def thematic_share(facts: Movement, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Ask that the proposals of a thematic movement stay within its shares."""
    caps = numbers["awards.thematic_caps"].on(on)
    for kind, percent in caps.amount.items():
        of, proposed = getattr(facts, kind), getattr(facts, f"{kind}_proposed")
        if of is None or proposed is None:
            yield unknown("awards.thematic_share", kind if of is None else f"{kind}_proposed", caps)
        elif proposed > (most := of * percent // PERCENT):
            yield warn("awards.thematic_share", f"too_many_{kind}", caps, found=proposed, allowed=most)
