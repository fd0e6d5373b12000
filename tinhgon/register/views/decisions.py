"""Pages of decisions: the list, and one document with what it orders and what it changed."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.register.models import Decision, DecisionType
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.decisions import decision_page, rights
from tinhgon.register.pages.paging import page_number, sliced
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.queries import decisions
from tinhgon.register.queries.revocations import revoked_by
from tinhgon.register.queries.sight import visible
from tinhgon.register.views.guards import readers_only
from tinhgon.temporal.middleware import AsOfRequest

LISTED = 50
FUTURE = "future"
LONGEST = 100  # letters of a search that are looked for


@require_safe
@readers_only
def listing(request: AsOfRequest) -> HttpResponse:
    """List decisions: the office's drafts first, then the signed ones by the day they take effect."""
    filters = {name: request.GET.get(name, "").strip()[:LONGEST] for name in ("q", "type", "state", "source")}
    found, may = _filtered(request, filters), rights(request)
    signed, page = sliced(found.filter(state=Decision.State.SIGNED), page_number(request), LISTED)
    drafts = found.exclude(state=Decision.State.SIGNED) if may["draft"] and page.number == 1 else []
    context = {
        "drafts": drafts,
        "signed": signed,
        "page": page,
        "may": may,
        "revoked": revoked_by(request.as_of.known),
        "types": DecisionType.objects.all(),
        "sources": Decision.Source.choices,
        "filters": filters,
        "as_of": request.as_of,
        "asof": asof_bar(request),
    }
    return render(request, "register/decisions/list.html", context)


@require_safe
@readers_only
def detail(request: AsOfRequest, pk: UUID) -> HttpResponse:
    """Show one decision."""
    return render(request, "register/decisions/page.html", decision_page(request, find(request, pk)))


def find(request: AsOfRequest, pk: UUID) -> Decision:
    """Give the decision of an address, its operations left in the database.

    :raises Http404: there is none, it concerns only people out of the user's reach, or it was not signed yet
        at the moment of knowledge.
    :raises PermissionDenied: it is a draft, and the user does not draft.
    """
    related = ("type", "drafted_by", "signed_by", "corrects", "corrects__type")
    found = Decision.objects.select_related(*related).defer("operations", "corrects__operations")
    decision = visible(reach_of(request), request.user.pk, found.filter(pk=pk)).first()
    if decision is None:
        raise Http404
    if not decision.is_signed and not request.user.has_perm("register.draft_decision"):
        raise PermissionDenied
    known = request.as_of.known
    if known and decision.signed_at and decision.signed_at > known:
        raise Http404
    return decision


def _filtered(request: AsOfRequest, filters: dict[str, str]) -> QuerySet[Decision]:
    state = filters["state"]
    wanted = Decision.State.SIGNED if state == FUTURE else state if state in Decision.State.values else ""
    found = decisions.listed(
        request.as_of, reach_of(request), request.user.pk,
        text=filters["q"], kind=filters["type"], state=wanted, source=filters["source"],
    )  # fmt: skip
    return found.filter(effective_on__gt=request.as_of.valid) if state == FUTURE else found
