"""A document's page, its file, its graph; and its end by another document."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EDIT
from tinhgon.documents.actions import ending
from tinhgon.documents.forms.taking import EndForm
from tinhgon.documents.models import Document
from tinhgon.documents.pages.document import document_page
from tinhgon.documents.pages.ending import ending_page
from tinhgon.documents.pages.graph import graph_page
from tinhgon.documents.queries.registry import file_of
from tinhgon.documents.views.files import download
from tinhgon.documents.views.guards import clerks_only, find_document, readers_only
from tinhgon.register.pages.faults import said


@require_safe
@readers_only
def document(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show a document."""
    return render(request, "documents/document.html", document_page(request, find_document(request, pk)))


@require_safe
@readers_only
def document_file(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Download the file as it arrived.

    :raises Http404: the document came without one, or the tray that keeps it is out of reach.
    """
    file = file_of(find_document(request, pk))
    if file is None:
        raise Http404
    return download(file)


@require_safe
@readers_only
def graph(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Draw what cites what around a document."""
    return render(request, "documents/graph.html", graph_page(request, find_document(request, pk)))


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def end(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Have a document end by another one."""
    found = find_document(request, pk)
    if not request.reach.may(EDIT, found.keeper_id):
        raise Http404
    context = ending_page(request, found)
    form = EndForm(request.POST or None, initial={"by_document": request.GET.get("by", "")})
    form.fields["by_document"].choices = context["choices"]  # type: ignore[attr-defined]
    wrong: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            _end(request, found, form)
        except Refused as refused:
            wrong = [said(refused)]
        else:
            messages.success(request, gettext("Đã ghi văn bản hết hiệu lực."))
            return redirect("documents:document", pk)
    return render(request, "documents/end.html", context | {"form": form, "refusals": wrong})


def _end(request: ReachRequest, found: Document, form: EndForm) -> None:
    by = cast(User, request.user)
    ending.end(found.pk, **form.cleaned_data, by=by, reach=request.reach)
