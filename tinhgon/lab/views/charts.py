"""The flow from old units to new ones, and the new structure as a tree."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.drawing import drawn_of
from tinhgon.lab.pages.flows import flows_page, tree
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.views.guards import find, planners_only
from tinhgon.register.queries.codes import KIND, codes


@require_safe
@planners_only
def chart(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show the flow and the tree."""
    scenario = find(request, pk)
    around = scenario_frame(request, scenario, "chart")
    return render(request, "lab/chart.html", around | flows_page(request, scenario, around["drawn"]))


@require_safe
@planners_only
def chart_data(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Give the tree, nested."""
    scenario = find(request, pk)
    return JsonResponse(tree(scenario, drawn_of(scenario), codes()[KIND]))
