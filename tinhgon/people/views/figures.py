"""The dashboard of the day, and what falls due in the coming months."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.views.guards import freshly_authenticated
from tinhgon.people.pages.dashboard import dashboard_page
from tinhgon.people.pages.due_workbook import upcoming_workbook
from tinhgon.people.pages.upcoming import upcoming_page
from tinhgon.people.views.guards import exporters_only, readers_only
from tinhgon.people.views.listing import record_export, workbook


@require_safe
@readers_only
def dashboard(request: ReachRequest) -> HttpResponse:
    """Show the figures of the day."""
    return render(request, "people/dashboard.html", dashboard_page(request))


@require_safe
@readers_only
def upcoming(request: ReachRequest) -> HttpResponse:
    """List whose term ends, and whose pension begins by the rule of the day."""
    return render(request, "people/upcoming.html", upcoming_page(request))


@require_safe
@exporters_only
@freshly_authenticated
def upcoming_export(request: ReachRequest) -> HttpResponse:
    """Give what falls due as a workbook; that it was taken is on record."""
    content, count = upcoming_workbook(request)
    record_export(request, count, ["upcoming"])
    return workbook(content, f"sap-het-nhiem-ky-{request.as_of.valid:%Y-%m-%d}.xlsx")
