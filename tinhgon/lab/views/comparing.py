"""The figures of one scenario, and of several side by side."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.impact import impact_of
from tinhgon.lab.pages.comparing import compare_page
from tinhgon.lab.pages.figures import impact_page
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.views.guards import find, planners_only


@require_safe
@planners_only
def impact(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show what the scenario changes, in figures."""
    scenario = find(request, pk)
    around = scenario_frame(request, scenario, "impact")
    figures = impact_of(scenario, around["drawn"]) if around["drawn"] else ()
    return render(request, "lab/impact.html", around | impact_page(scenario, figures))


@require_safe
@planners_only
def compare(request: ReachRequest) -> HttpResponse:
    """Put scenarios side by side."""
    return render(request, "lab/compare.html", compare_page(request))
