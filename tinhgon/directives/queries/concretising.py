"""How long it took from a directive to the documents that carry it out, unit by unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

from tinhgon.core.reach import Reach
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.asked import Asked, of_period

READ = (
    "pk", "directive", "directive__number", "directive__abstract", "directive__issued_on",
    "directive__arrived_on", "unit", "due_on", "done_on", "answer", "answer__number", "answer__issued_on",
    "late_by", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Concretised:
    """One unit's answer to one directive; where there is none yet, the days so far."""

    obligation: UUID
    directive: UUID
    number: str
    abstract: str
    unit: UUID
    issued_on: date | None
    arrived_on: date | None
    due_on: date | None
    answer: UUID | None
    answer_number: str
    answered_on: date | None
    days: int | None  # from the directive's issue
    days_here: int | None  # from its arrival
    late_by: int
    status: str


def concretising(asked: Asked, reach: Reach) -> list[Concretised]:
    """List every document that units had to issue in a period, the slowest first: one statement."""
    issuing = Asked(since=asked.since, until=asked.until, on=asked.on, kind=Obligation.Kind.ISSUE)
    found = of_period(issuing, reach).order_by().values(*READ)
    rows = [_row(one, asked.on) for one in found]
    return sorted(rows, key=lambda row: (-(row.days or 0), row.number, str(row.unit)))


def medians(rows: Iterable[Concretised]) -> dict[UUID, float]:
    """Give each unit's days in the middle, of the documents that it issued."""
    days: dict[UUID, list[int]] = {}
    for row in rows:
        if row.answered_on and row.days is not None:
            days.setdefault(row.unit, []).append(row.days)
    return {unit: median(of) for unit, of in days.items()}


def _row(one: Mapping[str, Any], on: date) -> Concretised:
    issued, arrived = one["directive__issued_on"], one["directive__arrived_on"]
    done = one["answer"] is not None and one["done_on"] is not None and one["done_on"] <= on
    answered = (one["answer__issued_on"] or one["done_on"]) if done else None
    return Concretised(
        obligation=one["pk"], directive=one["directive"], number=one["directive__number"],
        abstract=one["directive__abstract"], unit=one["unit"], issued_on=issued, arrived_on=arrived,
        due_on=one["due_on"], answer=one["answer"] if done else None,
        answer_number=(one["answer__number"] or "") if done else "", answered_on=answered,
        days=_days(issued, answered or on), days_here=_days(arrived, answered or on),
        late_by=one["late_by"], status=one["status"],
    )  # fmt: skip


def _days(since: date | None, until: date) -> int | None:
    return (until - since).days if since else None
