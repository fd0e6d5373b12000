"""Documents written here: a kind chosen, its form filled in, the draft mended."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EDIT
from tinhgon.documents.actions.drafting import kind_of, mend_draft, write_draft
from tinhgon.documents.actions.keeping import Data
from tinhgon.documents.forms.writing import data_of
from tinhgon.documents.models import Document
from tinhgon.documents.pages.beginning import usual
from tinhgon.documents.pages.keepers import keepers
from tinhgon.documents.pages.of_decision import KIND, data_of_decision, signed_decision
from tinhgon.documents.pages.writing import draft_page, faults_of, form_page, kinds_page
from tinhgon.documents.views.guards import clerks_only, find_document
from tinhgon.office.letters.kinds.kind import Kind

LONGEST = 4000  # letters of what an address brings along


@require_safe
@clerks_only
def choose(request: ReachRequest) -> HttpResponse:
    """Choose what to write, and for which unit; the paper of a decision of the register is of one kind."""
    asked = _asked(request)
    decision = signed_decision(asked.get("decision", ""))
    kinds = [one for one in kinds_page() if decision is None or one["code"] == KIND]
    context = {"kinds": kinds, "keepers": keepers(request), "asked": asked, "decision": decision}
    return render(request, "documents/write.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def new(request: ReachRequest, kind: str) -> HttpResponse:
    """Fill in a new document."""
    chosen, keeper = _chosen(request, kind)
    if request.method != "POST":
        return _form(request, chosen, _begun(request, chosen, keeper))
    data, more = data_of(chosen, request.POST), request.POST.get("more", "")
    if more:
        return _form(request, chosen, data, more=more)
    decision = signed_decision(request.GET.get("decision", ""))
    try:
        made = write_draft(
            kind=kind, data=data, keeper=keeper, by=cast(User, request.user), reach=request.reach,
            decision=decision.pk if decision and kind == KIND else None,
        )  # fmt: skip
    except Refused as refused:
        return _form(request, chosen, data, refusals=faults_of(refused), status=422)
    return redirect(draft_url(request, made.pk))


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def draft(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show a draft and its paper; fill it in anew."""
    found = find_document(request, pk)
    if request.method != "POST":
        if not is_open(request, found):
            return redirect("documents:document", pk)
        return show_draft(request, found, found.letter)
    data = data_of(kind_of(found.kind), request.POST)
    if "more" in request.POST:
        return show_draft(request, found, data)
    try:
        mend_draft(pk, data=data, reach=request.reach, seen=request.POST.get("seen", ""))
    except Refused as refused:
        return show_draft(request, find_document(request, pk), data, refusals=faults_of(refused))
    messages.success(request, gettext("Đã ghi dự thảo."))
    return redirect(draft_url(request, pk))


def is_open(request: ReachRequest, document: Document) -> bool:
    """Tell whether somebody may go on writing a document."""
    writable = document.state == Document.State.DRAFT and bool(document.kind)
    return writable and request.reach.may(EDIT, document.keeper_id)


def show_draft(
    request: ReachRequest, document: Document, data: Data, *, refusals: list[str] | None = None
) -> HttpResponse:
    """Show a draft's form with data in it, the paper beside it as it was written last."""
    if not is_open(request, document):  # issued while somebody was writing: his words are not to be lost
        return _form(request, kind_of(document.kind), data, refusals=refusals, status=422)
    more, was = request.POST.get("more", ""), request.POST.get("seen", "")
    page = form_page(kind_of(document.kind), data, more=more) | draft_page(request, document)
    page |= {"refusals": refusals, "back": request.GET.get("back", "")}
    if more and was:  # nothing was compared yet: the next save compares with what was seen first
        page["seen"] = was
    return render(request, "documents/draft.html", page, status=422 if refusals else 200)


def draft_url(request: ReachRequest, pk: UUID) -> str:
    """Give a draft's address, with the one to go back to."""
    back = request.GET.get("back", "")
    return reverse("documents:draft", args=[pk]) + (f"?{urlencode({'back': back})}" if back else "")


def _chosen(request: ReachRequest, kind: str) -> tuple[Kind, UUID]:
    """Give the kind and the unit of an address.

    :raises Http404: there is no such kind, or the unit is none for which somebody keeps documents.
    """
    try:
        chosen, keeper = kind_of(kind), UUID(request.GET.get("keeper", ""))
    except (Refused, ValueError):
        raise Http404 from None
    if not request.reach.may(EDIT, keeper):
        raise Http404
    return chosen, keeper


def _begun(request: ReachRequest, kind: Kind, keeper: UUID) -> dict[str, Any]:
    data = usual(kind, keeper, _asked(request))
    decision = signed_decision(request.GET.get("decision", ""))
    return data | data_of_decision(decision, request) if decision and kind.code == KIND else data


def _form(
    request: ReachRequest, kind: Kind, data: Data, *,
    more: str = "", refusals: list[str] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = form_page(kind, data, more=more) | {"refusals": refusals}
    return render(request, "documents/write_form.html", context, status=status)


def _asked(request: ReachRequest) -> dict[str, str]:
    return {name: str(value)[:LONGEST] for name, value in request.GET.items() if name != "keeper"}
