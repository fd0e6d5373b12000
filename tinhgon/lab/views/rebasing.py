"""What moved in the register since a scenario was drawn; and the scenario drawn anew on it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.lab.actions import rebasing as actions
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.pages.rebasing import moved_since
from tinhgon.lab.queries.conflicts import conflicts_of
from tinhgon.lab.views.guards import drafters_only, find
from tinhgon.register.pages.faults import said


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def rebase(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show what moved; rebase the scenario."""
    scenario = find(request, pk)
    if request.method == "POST":
        actions.rebase(scenario=scenario, reach=request.reach)
        messages.success(request, gettext("Đã cập nhật theo sổ như nó được biết lúc này."))
        return redirect("lab:scenario", pk)
    context = scenario_frame(request, scenario, "")
    try:
        context["moved"] = moved_since(conflicts_of(scenario), context["kinds"])
    except Refused as refused:
        context["refusal"] = said(refused)
    return render(request, "lab/rebase.html", context)
