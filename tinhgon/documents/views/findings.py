"""Findings accepted, mended, dropped one by one or all at once; each answer is kept at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.documents.actions import choosing
from tinhgon.documents.findings import ACCEPTED, DROPPED, OPEN, Cited, Wanted
from tinhgon.documents.forms.findings import CitationForm, TaskForm, tokens_of
from tinhgon.documents.forms.heads import HeadForm
from tinhgon.documents.models import Intake
from tinhgon.documents.pages.confirming import bodies_of, card_of
from tinhgon.documents.pages.mending import mending
from tinhgon.documents.views.guards import clerks_only, find_intake
from tinhgon.register.pages.faults import said


@require_POST
@clerks_only
def head(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Keep the head as it was typed."""
    found, form = find_intake(request, pk), HeadForm(request.POST)
    if not form.is_valid():
        answer = _part(request, "documents/_head.html", {"intake": found, "head": form, "is_open": True}, 422)
        answer["HX-Retarget"], answer["HX-Reswap"] = "#f-head", "outerHTML"
        return answer
    kept = choosing.save_head(pk, form.values(), reach=request.reach)
    return _answer(
        request, kept, "documents/_saved.html", {"intake": kept, "findings": choosing.current(kept)}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def choose(request: ReachRequest, pk: UUID, code: str) -> HttpResponse:
    """Accept or drop a finding, or open it again; a choice of who is meant comes along. Or only show it."""
    context = card_of(find_intake(request, pk), code)
    if "one" not in context:
        raise Http404
    if request.method != "POST":
        return render(request, _card_of(context), context)
    state = request.POST.get("state", OPEN)
    values: dict[str, Any] = {}
    if state == ACCEPTED and "bearers" in request.POST:
        values["bearers"] = tokens_of(request.POST.getlist("bearers"))
    wanted = state if state in (ACCEPTED, DROPPED) else OPEN
    return _chosen(request, pk, code, wanted, values)


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def mend(request: ReachRequest, pk: UUID, code: str) -> HttpResponse:
    """Show a finding's form; keep what was mended, which accepts it."""
    found = find_intake(request, pk)
    one = choosing.current(found).one(code)
    if one is None:
        raise Http404
    if request.method != "POST":
        return _part(request, "documents/_mend.html", mending(found, one), 200)
    form = TaskForm(request.POST) if isinstance(one, Wanted) else CitationForm(request.POST)
    if (values := _values(request, found, form)) is None:
        return _part(request, "documents/_mend.html", mending(found, one, form), 422)
    return _chosen(request, pk, code, ACCEPTED, values)


@require_POST
@clerks_only
def accept_all(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Accept all that nobody has looked at."""
    find_intake(request, pk)
    choosing.accept_all(pk, reach=request.reach)
    return redirect("documents:intake", pk)


@require_POST
@clerks_only
def add(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Add a task by hand: the selected words, or none yet."""
    find_intake(request, pk)
    span = [request.POST.get(name, "") for name in ("start", "end")]
    values: dict[str, Any] = {"matter": request.POST.get("matter", "").strip()[:5000], "kind": "task"}
    if all(one.isascii() and one.isdigit() and len(one) < 9 for one in span):
        values["span"] = [int(one) for one in span]
    kept, code = choosing.add_task(pk, values, reach=request.reach)
    return redirect(f"{reverse('documents:intake', args=[kept.pk])}#f-{code}")


def _values(request: ReachRequest, found: Intake, form: TaskForm | CitationForm) -> dict[str, Any] | None:
    """Give what was mended, None where something is wrong with it."""
    if not form.is_valid():
        return None
    if isinstance(form, CitationForm):
        return form.values()
    bodies = bodies_of(found)
    return None if list(form.unknown(bodies)) else form.values(bodies, request.POST)


def _chosen(request: ReachRequest, pk: UUID, code: str, state: str, values: dict[str, Any]) -> HttpResponse:
    try:
        kept = choosing.choose(pk, code, state=state, values=values, reach=request.reach)
    except Refused as refused:
        context = card_of(find_intake(request, pk), code) | {"refusal": said(refused)}
        if "one" not in context:
            raise
        return _part(request, _card_of(context), context, 422)
    context = card_of(kept, code)
    return _answer(request, kept, _card_of(context), context)


def _card_of(context: dict[str, Any]) -> str:
    return "documents/_citation.html" if isinstance(context["one"], Cited) else "documents/_task.html"


def _answer(request: ReachRequest, kept: Intake, template: str, context: dict[str, Any]) -> HttpResponse:
    """Answer a script with the part that changed, anybody else with the page."""
    if not request.headers.get("HX-Request"):
        return redirect("documents:intake", kept.pk)
    return render(request, template, context | {"progress": True})


def _part(request: ReachRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    return render(request, template, context, status=status)
