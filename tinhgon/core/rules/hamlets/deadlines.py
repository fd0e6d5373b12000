"""The days that the Prime Minister's directive of 2026 set for rearranging hamlets and groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from tinhgon.core.operations import STRICT
from tinhgon.core.rulebook import Finding, Numbers, note, warn


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of the directive, and the day on which it was done; None where it is open."""

    __pydantic_config__: ClassVar = STRICT
    task: Literal["overall_plan", "commune_schemes", "part_time_posts", "final_report"]
    done: date | None = None


def directive(facts: Task, *, on: date, numbers: Numbers) -> Iterator[Finding]:
    """Tell before which day a task must be done, and warn where it was not."""
    dated = numbers["hamlets.directive_days"].on(on)
    limit = dated.amount[facts.task]
    if facts.done is None and on < limit:
        yield note("hamlets.directive", "until", dated, found=on, allowed=limit)
    elif (facts.done or on) >= limit:
        says = "late" if facts.done else "overdue"
        yield warn("hamlets.directive", says, dated, found=facts.done or on, allowed=limit)
