"""Deputies above the allowed number: what a rearrangement lets be for some years, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from tinhgon.core.days import years_after
from tinhgon.core.rulebook import Dated, Figure, Finding, block, warn


class Weigh(Protocol):
    """The kind of finding for a surplus that no rearrangement explains: `block` or `warn`."""

    def __call__(self, rule: str, says: str, *cited: Dated, found: object, allowed: object) -> Finding: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """The years after a rearrangement, when it was, and the day that is judged."""

    years: Figure
    merged_on: date | None
    on: date

    @property
    def term(self) -> tuple[Dated, date] | None:
        """The years that the law gives, and the day on which they are over; None where it gives none."""
        if self.merged_on is None or self.merged_on > self.on or not self.years.in_force(self.on):
            return None
        years = self.years.on(self.on)
        return years, years_after(self.merged_on, years.amount)


def surplus(
    rule: str,
    cap: Dated,
    transition: Transition | None,
    *,
    found: int,
    allowed: int | Decimal,
    unexplained: Weigh = block,
) -> Iterator[Finding]:
    """Find a number above what is allowed; within the years of a transition it only warns."""
    if found <= allowed:
        return
    if transition is None or (term := transition.term) is None:
        yield unexplained(rule, "too_many", cap, found=found, allowed=allowed)
        return
    years, until = term
    if transition.on < until:
        yield warn(rule, "until", cap, years, found=found, allowed=allowed, until=until)
    else:
        yield block(rule, "overdue", cap, years, found=found, allowed=allowed, until=until)
