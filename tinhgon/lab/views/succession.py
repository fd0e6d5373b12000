"""The years ahead of a scenario."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.pages.succession import succession_page
from tinhgon.lab.views.guards import find, planners_only


@require_safe
@planners_only
def succession(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show which posts fall vacant when, who stands in the plan for them, and where nobody does."""
    scenario = find(request, pk)
    around = scenario_frame(request, scenario, "succession")
    return render(request, "lab/succession.html", around | succession_page(request, scenario))
