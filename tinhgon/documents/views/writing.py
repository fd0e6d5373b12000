"""Documents written here: a kind chosen, its form filled in, the paper seen, a number taken."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.documents.actions.drafting import (
    kind_of,
    letter_of,
    mend_draft,
    throw_away,
    write_draft,
)
from tinhgon.documents.actions.issuing import issue
from tinhgon.documents.actions.templates import own_template
from tinhgon.documents.forms.writing import data_of
from tinhgon.documents.models import Document
from tinhgon.documents.pages.keepers import keepers
from tinhgon.documents.pages.writing import draft_page, faults_of, form_page, kinds_page, usual
from tinhgon.documents.views.guards import clerks_only, find_document, readers_only
from tinhgon.office.letters import Letter, docx, pdf
from tinhgon.office.letters.pdf import png
from tinhgon.texts.files.opening import DOCX


@require_safe
@clerks_only
def choose(request: ReachRequest) -> HttpResponse:
    """Choose what to write, and for which unit."""
    context = {"kinds": kinds_page(), "keepers": keepers(request), "asked": _asked(request)}
    return render(request, "documents/write.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def new(request: ReachRequest, kind: str) -> HttpResponse:
    """Fill in a new document."""
    try:
        chosen, keeper = kind_of(kind), UUID(request.GET.get("keeper", ""))
    except (Refused, ValueError):
        raise Http404 from None
    if request.method != "POST":
        return _form(request, form_page(chosen, usual(chosen, keeper, _asked(request))))
    data = data_of(chosen, request.POST)
    if "more" in request.POST:
        return _form(request, form_page(chosen, data, more=request.POST["more"]))
    try:
        made = write_draft(
            kind=kind, data=data, keeper=keeper, by=cast(User, request.user), reach=request.reach
        )
    except Refused as refused:
        return _form(request, form_page(chosen, data) | {"refusals": faults_of(refused)}, status=422)
    return redirect(f"/documents/write/{made.pk}/{_back(request)}")


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def draft(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show a draft and its paper; fill it in anew."""
    found = find_document(request, pk)
    if found.state != Document.State.DRAFT or not found.kind:
        return redirect("documents:document", pk)
    chosen, data = kind_of(found.kind), found.letter
    refusals: list[str] = []
    if request.method == "POST":
        data = data_of(chosen, request.POST)
        if "more" not in request.POST:
            try:
                found = mend_draft(pk, data=data, reach=request.reach)
            except Refused as refused:
                refusals = faults_of(refused)
            else:
                messages.success(request, gettext("Đã ghi dự thảo."))
                return redirect(f"/documents/write/{pk}/{_back(request)}")
    form = form_page(chosen, data, more=request.POST.get("more", ""))
    context = form | draft_page(request, found) | {"refusals": refusals, "back": request.GET.get("back", "")}
    return render(request, "documents/draft.html", context, status=422 if refusals else 200)


@require_POST
@clerks_only
def publish(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Issue a draft."""
    find_document(request, pk)
    try:
        issued = issue(pk, on=timezone.localdate(), by=cast(User, request.user), reach=request.reach)
    except Refused as refused:
        messages.error(request, faults_of(refused)[0])
        return redirect(f"/documents/write/{pk}/{_back(request)}")
    messages.success(request, gettext("Đã ban hành và vào sổ: %(number)s.") % {"number": issued.number})
    back = request.GET.get("back", "")
    safe = back and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(f"{back}{'&' if '?' in back else '?'}document={pk}" if safe else f"/documents/{pk}/")


@require_POST
@clerks_only
def discard(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away."""
    find_document(request, pk)
    try:
        throw_away(pk, reach=request.reach)
    except Refused as refused:
        messages.error(request, faults_of(refused)[0])
        return redirect("documents:document", pk)
    messages.success(request, gettext("Đã bỏ dự thảo."))
    return redirect("documents:outgoing")


@require_safe
@readers_only
def paper(request: ReachRequest, pk: UUID, form: str) -> HttpResponse:
    """Give the paper of a document that was written here: PDF for archives, Word, or a picture of a page."""
    found = find_document(request, pk)
    if not found.kind:
        raise Http404
    letter = _letter(found)
    if form == "png":
        return HttpResponse(png(letter), content_type="image/png")
    made, kind = (
        (pdf(letter), "application/pdf")
        if form == "pdf"
        else (docx(letter, own_template(found.kind, letter.layout)), DOCX)
    )
    name = f"{found.number_key or 'du-thao'}.{form}"
    return HttpResponse(
        made, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _letter(document: Document) -> Letter:
    if document.state == Document.State.DRAFT:
        return letter_of(document)
    return letter_of(document, number=str(document.letter.get("number", "")), day=document.issued_on)


def _form(request: ReachRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, "documents/write_form.html", context, status=status)


def _asked(request: ReachRequest) -> dict[str, str]:
    return {name: str(value)[:4000] for name, value in request.GET.items() if name != "keeper"}


def _back(request: ReachRequest) -> str:
    back = request.GET.get("back", "")
    return f"?{urlencode({'back': back})}" if back else ""
