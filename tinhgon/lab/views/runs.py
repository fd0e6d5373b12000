"""Runs of a scenario: started, watched, stopped, taken up again."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.lab.actions import runs as actions
from tinhgon.lab.forms.runs import RunForm
from tinhgon.lab.models import Run
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.pages.runs import runs_page, told
from tinhgon.lab.queries.runs import run_within, runs_of
from tinhgon.lab.queries.scenarios import may_plan
from tinhgon.lab.refusals import NoSuchRun
from tinhgon.lab.views.guards import drafters_only, find, planners_only
from tinhgon.register.pages.faults import said


@require_safe
@planners_only
def runs(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show the runs, and a form for the next."""
    scenario = find(request, pk)
    return render(request, "lab/runs.html", scenario_frame(request, scenario, "runs") | runs_page(scenario))


@require_http_methods(["POST"])
@drafters_only
def start(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Start a run."""
    scenario, form = find(request, pk), RunForm(request.POST)
    if form.is_valid():
        try:
            asked, user = form.asked(scenario.parameters), cast(User, request.user)
            actions.start_run(scenario=scenario, reach=request.reach, actor=user, **asked)
        except Refused as refused:
            form.add_error(None, said(refused))
        else:
            return redirect("lab:runs", pk)
    return render(
        request, "lab/runs.html", scenario_frame(request, scenario, "runs") | runs_page(scenario, form)
    )


@require_safe
@planners_only
def progress(request: ReachRequest, run: UUID) -> HttpResponse:
    """Show how far a run is: the part of a page that asks again until it is over."""
    found = _found(request, run)
    may = request.user.has_perm("register.draft_decision")
    context = {
        "one": told(found, list(runs_of(found.scenario))), "scenario": found.scenario,
        "may_change": may and may_plan(found.scenario.root_id, request.reach),
    }  # fmt: skip
    answer = render(request, "lab/_run.html", context)
    if request.GET.get("was") == "going" and not context["one"].going:  # type: ignore[attr-defined]
        answer["HX-Refresh"] = "true"  # the totals above are others now
    return answer


@require_POST
@drafters_only
def stop(request: ReachRequest, run: UUID) -> HttpResponse:
    """Ask a run to end with the best it has."""
    found = _found(request, run)
    actions.stop_run(run=found, reach=request.reach)
    return redirect("lab:runs", found.scenario_id)


@require_POST
@drafters_only
def resume(request: ReachRequest, run: UUID) -> HttpResponse:
    """Take a run up again where it was left."""
    found = _found(request, run)
    actions.resume_run(run=found, reach=request.reach)
    return redirect("lab:runs", found.scenario_id)


def _found(request: ReachRequest, run: UUID) -> Run:
    try:
        return run_within(run, request.reach)
    except NoSuchRun:
        raise Http404 from None
