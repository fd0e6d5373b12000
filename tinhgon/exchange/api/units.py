"""Units: search, facts on a day, versions, timeline, lineage; and two days compared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router

from tinhgon.exchange import reports, shapes
from tinhgon.exchange.api import schemas
from tinhgon.exchange.api.doors import VIEW_UNITS, answer
from tinhgon.exchange.queries import living
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.queries.units import by_code
from tinhgon.temporal.asof import AsOf, read_as_of
from tinhgon.temporal.middleware import AsOfRequest

REFUSALS = {404: schemas.Refusal, 422: schemas.Refusal}
router = Router(tags=["units"], auth=VIEW_UNITS)


@router.get("/units", response={200: schemas.Units, 422: schemas.Refusal})
def search(request: AsOfRequest, asked: Query[schemas.UnitSearch]) -> HttpResponse:
    """Tìm đơn vị · The units that live on the day, by name or code, a page at a time."""
    as_of = asked.read(today=request.today)
    page = living(as_of, text=asked.q, code=asked.code, after=asked.after, limit=asked.limit)
    items = [
        {"id": row.unit_id, "name": row.name, "kind": row.kind_id, "code": code, **shapes.days(row.valid)}
        for row, code in page.items
    ]
    return answer({**shapes.point(as_of), "items": items, "next": page.next})


@router.get("/units/{unit}", response={200: schemas.Unit, **REFUSALS})
def unit(request: AsOfRequest, unit: str, asked: Query[schemas.PointOfView]) -> HttpResponse:
    """Một đơn vị · What a unit is on the day; name it by its id, or by its national code of that day."""
    return _tell(reports.unit, request, unit, asked)


@router.get("/units/{unit}/versions", response={200: schemas.Versions, **REFUSALS})
def versions(request: AsOfRequest, unit: str, asked: Query[schemas.PointOfView]) -> HttpResponse:
    """Các phiên bản · All that a unit was."""
    return _tell(reports.versions, request, unit, asked)


@router.get("/units/{unit}/timeline", response={200: schemas.Timeline, **REFUSALS})
def timeline(request: AsOfRequest, unit: str, asked: Query[schemas.PointOfView]) -> HttpResponse:
    """Dòng thời gian · What each decision did to a unit, newest first, in words."""
    as_of = asked.read(today=request.today)
    reach, user = reach_of(request), request.user.pk
    return answer(reports.unit_timeline(by_code(unit, as_of), as_of, reach, user))


@router.get("/units/{unit}/lineage", response={200: schemas.Lineage, **REFUSALS})
def lineage(request: AsOfRequest, unit: str, asked: Query[schemas.PointOfView]) -> HttpResponse:
    """Nguồn gốc · From what a unit came and into what it went, however many decisions away."""
    return _tell(reports.unit_lineage, request, unit, asked)


@router.get("/compare", response={200: schemas.Comparison, 422: schemas.Refusal}, tags=["compare"])
def compare(request: AsOfRequest, asked: Query[schemas.TwoDays]) -> HttpResponse:
    """So sánh hai ngày · What is otherwise on day b than on day a."""
    first = read_as_of(asked.a, asked.known_at, today=request.today)
    second = read_as_of(asked.b, asked.known_at, today=request.today)
    return answer(reports.comparison(first, second))


def _tell(
    report: Callable[[UUID, AsOf], Any], request: AsOfRequest, unit: str, asked: schemas.PointOfView
) -> HttpResponse:
    as_of = asked.read(today=request.today)
    return answer(report(by_code(unit, as_of), as_of))
