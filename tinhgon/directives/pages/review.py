"""The first table of the year-end review, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import EXPORT
from tinhgon.directives import reports
from tinhgon.directives.models import Obligation
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.pages.lateness import Figure, Wanted, figures_of
from tinhgon.directives.queries.asked import Asked
from tinhgon.directives.queries.names import names_of
from tinhgon.directives.queries.review import Reviewed, first_table
from tinhgon.directives.reports import Sheet

FIRST_YEAR, LAST_YEAR = 2000, 2199
SLOWEST = 20
DOCUMENTS = ("given", "on_time", "late", "overdue")
ALL = ("given", "on_time", "late", "in_time", "overdue")


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's row."""

    name: str
    documents: list[Figure]
    days: float | None
    all: list[Figure]
    percent: float | None


def review_page(request: ReachRequest, year: int) -> dict[str, Any]:
    """Gather the table of a year and the slowest answers to directives.

    :raises Http404: no such year is reviewed.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    table = first_table(year, request.reach, today=request.today)
    slowest = table.answers[:SLOWEST]
    names = names_of([*(row.unit for row in table.rows), *(one.unit for one in slowest)], on=request.today)
    return frame(request, "review") | {
        "year": year, "on": table.of_all.on, "is_over": table.of_all.on.year == year < request.today.year,
        "lines": [_line(row, names.get(row.unit, "–") if row.unit else "", year) for row in table.rows],
        "total": _line(table.total, "", year),
        "may_export": request.reach.does(EXPORT),
        "slowest": [(one, names.get(one.unit, "–")) for one in slowest],
        "earlier": year - 1 if year > FIRST_YEAR else None, "later": year + 1 if year < LAST_YEAR else None,
    }  # fmt: skip


def review_sheet(request: ReachRequest, year: int) -> tuple[Sheet, Asked]:
    """Lay out the table of a year for a file.

    :raises Http404: no such year is reviewed.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    table = first_table(year, request.reach, today=request.today)
    names = names_of((row.unit for row in table.rows), on=request.today)
    return reports.review_sheet(table, names), table.of_all


def _line(row: Reviewed, name: str, year: int) -> Line:
    key = str(row.unit) if row.unit else ""
    issuing = _wanted(year, Obligation.Kind.ISSUE)
    return Line(
        name=name, documents=figures_of(row.documents, DOCUMENTS, key, issuing), days=row.days,
        all=figures_of(row.all, ALL, key, _wanted(year, "")), percent=row.all.percent,
    )  # fmt: skip


def _wanted(year: int, kind: str) -> Wanted:
    return Wanted(since=date(year, 1, 1), last=date(year, 12, 31), by="unit", kind=kind)
