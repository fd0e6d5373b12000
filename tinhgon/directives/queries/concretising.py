"""How long it took from a directive to the documents that carry it out, unit by unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

from tinhgon.core.reach import Reach
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.asked import Asked, of_period


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
    found = of_period(issuing, reach).select_related("directive", "answer")
    rows = [_row(one, asked.on) for one in found.defer("directive__text", "answer__text")]
    return sorted(rows, key=lambda row: (-(row.days or 0), row.number, str(row.unit)))


def medians(rows: Iterable[Concretised]) -> dict[UUID, float]:
    """Give each unit's days in the middle, of the documents that it issued."""
    days: dict[UUID, list[int]] = {}
    for row in rows:
        if row.answered_on and row.days is not None:
            days.setdefault(row.unit, []).append(row.days)
    return {unit: median(of) for unit, of in days.items()}


def _row(one: Any, on: date) -> Concretised:
    of, answer = one.directive, one.answer if one.done_on and one.done_on <= on else None
    answered = (answer and answer.issued_on) or (one.done_on if answer else None)
    return Concretised(
        obligation=one.pk, directive=of.pk, number=of.number, abstract=of.abstract, unit=one.unit_id,
        issued_on=of.issued_on, arrived_on=of.arrived_on, due_on=one.due_on,
        answer=answer.pk if answer else None, answer_number=answer.number if answer else "",
        answered_on=answered, days=_days(of.issued_on, answered or on),
        days_here=_days(of.arrived_on, answered or on), late_by=one.late_by,
        status=one.status,
    )  # fmt: skip


def _days(since: date | None, until: date) -> int | None:
    return (until - since).days if since else None
