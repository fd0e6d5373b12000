"""The page of an obligation, its acts, the files that show it."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.directives.actions.holding import Hand
from tinhgon.directives.forms.base import ActForm, Ground
from tinhgon.directives.forms.offered import BY_NAME, offered
from tinhgon.directives.models import Evidence, Obligation
from tinhgon.directives.pages.answering import reply_url, written_answer
from tinhgon.directives.pages.mine import mine_page, of_document_page
from tinhgon.directives.pages.obligation import obligation_page
from tinhgon.directives.queries.sight import evidence_within
from tinhgon.directives.refusals import NoSuchEvidence
from tinhgon.directives.views.boards import download
from tinhgon.directives.views.guards import clerks_only, find, readers_only
from tinhgon.register.pages.faults import said


@require_safe
@readers_only
def obligation(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show an obligation; `?do=` opens the form of an act."""
    return _page(request, find(request, pk), request.GET.get("do", ""), None)


@require_POST
@clerks_only
def act(request: ReachRequest, pk: UUID, name: str) -> HttpResponse:
    """Do an act; what was refused stands in its form."""
    of, offer = find(request, pk), BY_NAME.get(name)
    if offer is None:
        raise Http404
    ground = Ground(of=of, reach=request.reach, on=request.today)
    form = offer.form(request.POST, request.FILES, ground=ground, name=name)
    if form.is_valid():
        hand = Hand(
            by=cast(User, request.user), reach=request.reach, on=request.today,
            revision=form.cleaned_data["revision"],
        )  # fmt: skip
        try:
            form.run(pk, hand)
        except Refused as refused:
            form.add_error(None, said(refused))
        else:
            messages.success(request, offer.said)
            return redirect("directives:obligation", pk)
    return _page(request, find(request, pk), name, form)


@require_safe
@readers_only
def evidence(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Download a file."""
    try:
        found: Evidence = evidence_within(pk, request.reach)
    except NoSuchEvidence:
        raise Http404 from None
    if found.content is None:
        raise Http404
    name = "".join(one if one.isascii() and (one.isalnum() or one in "._-") else "_" for one in found.name)
    return download(bytes(found.content), name or "minh-chung", found.media_type)


@require_safe
@readers_only
def of_document(request: ReachRequest, directive: UUID) -> HttpResponse:
    """Give what a document obliges to, as a part of its page."""
    return render(request, "directives/_of_document.html", of_document_page(request, directive))


@require_safe
@readers_only
def mine(request: ReachRequest) -> HttpResponse:
    """Give what one has to do today, as a part of the first page."""
    return render(request, "directives/_mine.html", mine_page(request))


def _page(request: ReachRequest, of: Obligation, opened: str, form: ActForm | None) -> HttpResponse:
    ground = Ground(of=of, reach=request.reach, on=request.today)
    offers = offered(ground)
    chosen = next((one for one in offers if one.name == opened), None)
    if chosen and form is None:
        form = chosen.form(ground=ground, name=chosen.name)
        form.initial = {**form.initial, **written_answer(request)}
    more: dict[str, Any] = {
        "offers": offers,
        "chosen": chosen or (form and BY_NAME.get(opened)),
        "form": form,
        "reply_url": reply_url(of) if any(one.name == "report" for one in offers) else "",
    }
    return render(request, "directives/obligation.html", obligation_page(request, of) | more)
