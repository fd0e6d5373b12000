"""The calendar, the heat map, the leader's page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages.calendar import calendar_page
from tinhgon.directives.pages.heat import heat_page
from tinhgon.directives.pages.leading import leading_page
from tinhgon.directives.views.guards import readers_only


@require_safe
@readers_only
def calendar(request: ReachRequest) -> HttpResponse:
    """Show a month."""
    return render(request, "directives/calendar.html", calendar_page(request))


@require_safe
@readers_only
def heat(request: ReachRequest) -> HttpResponse:
    """Show where what was due is late."""
    return render(request, "directives/heat.html", heat_page(request))


@require_safe
@readers_only
def leading(request: ReachRequest) -> HttpResponse:
    """Show what a leader looks at."""
    return render(request, "directives/leading.html", leading_page(request))
