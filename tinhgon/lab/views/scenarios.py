"""The pages of one scenario that only show it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.drawing import drawn_of
from tinhgon.lab.pages import changes, tables
from tinhgon.lab.pages.bodies import body_with
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.views.guards import find, planners_only
from tinhgon.register.queries.codes import KIND, codes

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@planners_only
def scenario(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show what merges into what."""
    around = scenario_frame(request, find(request, pk), "scenario")
    return render(request, "lab/changes.html", around | changes.changes_page(request, around["drawn"]))


@require_safe
@planners_only
def table(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show the new units as a table."""
    around = scenario_frame(request, find(request, pk), "table")
    return render(request, "lab/table.html", around | tables.table_page(request, around["drawn"]))


@require_safe
@planners_only
def unit(request: ReachRequest, pk: UUID, member: UUID) -> HttpResponse:
    """Show the new unit that a unit is in."""
    around = scenario_frame(request, find(request, pk), "table")
    body = around["drawn"] and body_with(around["drawn"], member)
    if body is None:
        raise Http404
    return render(request, "lab/unit.html", around | {"body": body})


@require_safe
@planners_only
def as_csv(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Download the table as CSV."""
    drawn = drawn_of(find(request, pk))
    return _download(b"".join(tables.write_csv(drawn, codes()[KIND])), "csv", "text/csv; charset=utf-8")


@require_safe
@planners_only
def as_xlsx(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Download the table as a workbook."""
    found = find(request, pk)
    made = tables.write_xlsx(found, drawn_of(found), codes()[KIND], at=timezone.now())
    return _download(made, "xlsx", XLSX)


def _download(made: bytes, form: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="scenario.{form}"'}
    return HttpResponse(made, content_type=kind, headers=headers)
