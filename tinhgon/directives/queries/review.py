"""The first table of the year-end review: of each unit, its documents and its tasks in time and late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from tinhgon.core.reach import Reach
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.asked import Asked
from tinhgon.directives.queries.concretising import Concretised, concretising, medians
from tinhgon.directives.queries.lateness import Late, lateness

NONE = Late(key=None, given=0, on_time=0, late=0, in_time=0, overdue=0, waiting=0, returned=0,
            median=None, worst=None)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One unit: the documents it had to issue, the days from directive to document, and all it had to do."""

    unit: UUID | None  # None: all of them together
    documents: Late
    days: float | None
    all: Late


@dataclass(frozen=True, slots=True)
class FirstTable:
    """The table, with what was asked; each figure opens by `lateness.records` for the same."""

    of_all: Asked
    of_documents: Asked
    rows: list[Reviewed]
    total: Reviewed
    answers: list[Concretised]  # of which the days are, the slowest first


def first_table(year: int, reach: Reach, *, today: date) -> FirstTable:
    """Draw up the table of a year: seven statements."""
    of_all = Asked.of_year(year, today=today)
    of_documents = Asked.of_year(year, today=today, kind=Obligation.Kind.ISSUE)
    everything, documents = lateness(of_all, "unit", reach), lateness(of_documents, "unit", reach)
    issued = {row.key: row for row in documents.rows}
    answers = concretising(of_all, reach)
    days = medians(answers)
    rows = [
        Reviewed(unit=row.key, documents=issued.get(row.key, NONE),
                 days=days.get(row.key) if row.key else None, all=row)
        for row in everything.rows
    ]  # fmt: skip
    return FirstTable(of_all, of_documents, rows, Reviewed(
        unit=None, documents=documents.total, days=_middle([one.days for one in answers if one.answered_on]),
        all=everything.total,
    ), answers)  # fmt: skip


def _middle(days: list[int | None]) -> float | None:
    known = [one for one in days if one is not None]
    return median(known) if known else None
