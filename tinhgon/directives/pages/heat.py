"""The heat map: units by months or directives; each cell says its share and opens its records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.http import QueryDict

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages.filters import filter_bar, list_url, read
from tinhgon.directives.pages.frame import frame
from tinhgon.directives.queries import heat
from tinhgon.directives.queries.filters import narrowed
from tinhgon.directives.queries.heat import Cell
from tinhgon.directives.queries.names import names_of
from tinhgon.documents.models import Document

Cells: TypeAlias = Mapping[tuple[UUID, Any], Cell]
MONTHS, DIRECTIVES = 12, 12
# From how many per cent late a cell takes the next colour; the figures in it say the rest.
STEPS = (0.01, 10, 25, 50)


@dataclass(frozen=True, slots=True)
class Square:
    """A cell: its figures, its colour from 0 to 4, the list behind it."""

    cell: Cell
    url: str
    whole: bool = False  # the sum of its line

    @property
    def heat(self) -> int:
        """Its colour."""
        return sum(self.cell.percent >= step for step in STEPS)


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with its sum and its cells."""

    name: str
    squares: list[Square]


@dataclass(frozen=True, slots=True)
class Head:
    """A column: a month or a directive."""

    key: Any
    label: str
    title: str
    asked: dict[str, str]


def heat_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the map."""
    today = request.today
    by = request.GET.get("by", "")
    by = by if by in heat.BY else "month"
    filters = read(request.GET, today=today)
    months = months_back(today)
    days = _days(months[0], today)
    found = narrowed(filters, request.reach, today=today)
    cells = heat.heat(found, by=by, since=months[0], until=today, today=today)
    heads = month_heads(months, today) if by == "month" else _directive_heads(cells, months[0], today)
    names = names_of((unit for unit, _ in cells), on=today)
    of, all_of, given = _sums(cells, 0), _sums(cells, 1), request.GET
    units = sorted(names, key=lambda unit: (-of[unit].late, -of[unit].due, names[unit]))
    whole = Square(sum(of.values(), Cell()), "", whole=True)
    sums = [_square(given, all_of.get(one.key, Cell()), one.asked) for one in heads]
    return (
        frame(request, "heat")
        | filter_bar(request, filters)
        | {
            "by": by, "without_due": True, "heads": heads, "since": months[0],
            "lines": [_line(given, unit, names[unit], of[unit], (heads, cells, days)) for unit in units],
            "whole": whole,
            "total": Line("", [whole, *sums]),
        }
    )  # fmt: skip


def months_back(today: date) -> list[date]:
    """Give the first days of the last twelve months, this one the last."""
    last = today.year * 12 + today.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(last - MONTHS + 1, last + 1)]


def month_heads(months: Iterable[date], today: date) -> list[Head]:
    """Give the columns of months, the last up to today."""
    return [Head(one, f"{one:%m/%y}", f"{one:%m/%Y}", _days(one, min(_last(one), today))) for one in months]


def _last(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _days(since: date, until: date) -> dict[str, str]:
    return {"from": f"{since:%d/%m/%Y}", "to": f"{until:%d/%m/%Y}"}


def _directive_heads(cells: Cells, since: date, today: date) -> list[Head]:
    """Give the columns of the directives with most that was due."""
    due: dict[UUID, int] = {}
    for (_, directive), cell in cells.items():
        due[directive] = due.get(directive, 0) + cell.due
    most = sorted(due, key=lambda one: -due[one])[:DIRECTIVES]
    papers = Document.objects.filter(pk__in=most).only("number", "abstract").in_bulk()
    asked = _days(since, today)
    return [
        Head(one, paper.number or paper.abstract[:20], paper.abstract, asked | {"directive": str(one)})
        for one in most if (paper := papers.get(one))
    ]  # fmt: skip


def _line(
    given: QueryDict, unit: UUID, name: str, whole: Cell, around: tuple[Iterable[Head], Cells, dict[str, str]]
) -> Line:
    """Make the line of a unit."""
    heads, cells, days = around
    asked = {"unit": str(unit), "alone": "1"}
    squares = [_square(given, cells.get((unit, head.key), Cell()), asked | head.asked) for head in heads]
    return Line(name, [_square(given, whole, asked | days, whole=True), *squares])


def _square(given: QueryDict, cell: Cell, asked: dict[str, str], *, whole: bool = False) -> Square:
    """Make a cell: it opens what is late, or, where nothing is, what was due."""
    if not cell.due:
        return Square(cell, "", whole)
    kept = {name: given.get(name) for name in ("q", "kind", "mine")}
    standing = "late" if cell.late else "counted"
    return Square(cell, list_url(sort="-late", **kept | {"standing": standing} | asked), whole)


def _sums(cells: Cells, place: int) -> dict[Any, Cell]:
    """Add cells up by unit (0) or by column (1)."""
    found: dict[Any, Cell] = {}
    for key, cell in cells.items():
        found[key[place]] = found.get(key[place], Cell()) + cell
    return found
