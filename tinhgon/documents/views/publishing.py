"""A draft issued or thrown away; the paper of what is written here."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.documents.actions.drafting import kind_of, letter_of, throw_away
from tinhgon.documents.actions.issuing import issue
from tinhgon.documents.actions.keeping import changed
from tinhgon.documents.actions.templates import own_template
from tinhgon.documents.forms.writing import data_of
from tinhgon.documents.models import Document
from tinhgon.documents.pages.writing import faults_of
from tinhgon.documents.views.guards import clerks_only, find_document, readers_only
from tinhgon.documents.views.writing import draft_url, is_open, show_draft
from tinhgon.office.letters import Letter, docx, pdf
from tinhgon.office.letters.pdf import png
from tinhgon.texts.files.opening import DOCX

FORMS = {"pdf": "application/pdf", "docx": DOCX, "png": "image/png"}


@require_POST
@clerks_only
def publish(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Issue a draft as its form says it."""
    found = find_document(request, pk)
    kind = kind_of(found.kind)
    data = data_of(kind, request.POST) if "issuer" in request.POST else None
    if not is_open(request, found) and not changed(kind, found.letter, data):  # pressed twice
        return redirect("documents:document", pk)
    try:
        issued = issue(
            pk, on=timezone.localdate(), by=cast(User, request.user), reach=request.reach, data=data,
            seen=request.POST.get("seen", ""),
        )  # fmt: skip
    except Refused as refused:
        kept = found.letter if data is None else data
        return show_draft(request, find_document(request, pk), kept, refusals=faults_of(refused))
    messages.success(request, gettext("Đã ban hành và vào sổ: %(number)s.") % {"number": issued.number})
    return redirect(_back(request, pk) or f"/documents/{pk}/")


@require_POST
@clerks_only
def discard(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Throw a draft away."""
    find_document(request, pk)
    try:
        throw_away(pk, reach=request.reach, seen=request.POST.get("seen", ""))
    except Refused as refused:
        messages.error(request, faults_of(refused)[0])
        return redirect(draft_url(request, pk))
    messages.success(request, gettext("Đã bỏ dự thảo."))
    return redirect("documents:outgoing")


@require_safe
@readers_only
def paper(request: ReachRequest, pk: UUID, form: str) -> HttpResponse:
    """Give the paper of a document that was written here: PDF for archives, Word, or a picture of a page."""
    found = find_document(request, pk)
    if not found.kind or form not in FORMS:
        raise Http404
    name = f"{found.number_key or 'du-thao'}.{form}"
    headers = {} if form == "png" else {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(_made(found, form), content_type=FORMS[form], headers=headers)


def _made(document: Document, form: str) -> bytes:
    letter = _letter(document)
    if form == "png":
        return png(letter)
    return pdf(letter) if form == "pdf" else docx(letter, own_template(document.kind, letter.layout))


def _letter(document: Document) -> Letter:
    if document.state == Document.State.DRAFT:
        return letter_of(document)
    return letter_of(document, number=str(document.letter.get("number", "")), day=document.issued_on)


def _back(request: ReachRequest, pk: UUID) -> str:
    """Give the page from which somebody came to write, if it is one of this house."""
    back = request.GET.get("back", "")
    if not back.startswith("/") or not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return ""
    return f"{back}{'&' if '?' in back else '?'}document={pk}"
