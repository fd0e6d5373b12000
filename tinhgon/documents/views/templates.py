"""Templates of documents: taken away, laid out in Word, brought back."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.documents.actions.templates import may_lay_out, take_template, template_in_use, withdraw
from tinhgon.documents.pages.templates import templates_page
from tinhgon.documents.pages.writing import faults_of
from tinhgon.documents.views.guards import clerks_only, signers_only
from tinhgon.texts.files.opening import DOCX

LARGEST = 5 * 1024 * 1024


@require_http_methods(["GET", "HEAD"])
@clerks_only
def templates(request: ReachRequest) -> HttpResponse:
    """List the templates in use."""
    context = templates_page() | {"may_change": may_lay_out(request.reach)}
    return render(request, "documents/templates.html", context)


@require_safe
@clerks_only
def template_file(request: ReachRequest, kind: str, layout: str) -> HttpResponse:
    """Take away the template in use, to lay it out in Word."""
    try:
        content = template_in_use(kind, layout)
    except Refused:
        raise Http404 from None
    headers = {"Content-Disposition": f'attachment; filename="mau-{kind}-{layout}.docx"'}
    return HttpResponse(content, content_type=DOCX, headers=headers)


@require_POST
@signers_only
def bring(request: ReachRequest, kind: str, layout: str) -> HttpResponse:
    """Use a template that was laid out in Word."""
    file = request.FILES.get("file")
    content = file.read(LARGEST + 1) if file else b""
    try:
        made = take_template(
            kind=kind, layout=layout, content=content, note=request.POST.get("note", "")[:500],
            by=cast(User, request.user), reach=request.reach,
        )  # fmt: skip
    except Refused as refused:
        messages.error(request, faults_of(refused)[0])
    else:
        messages.success(request, gettext("Đã dùng mẫu mới, lần %(number)s.") % {"number": made.revision})
    return redirect("documents:templates")


@require_POST
@signers_only
def take_back(request: ReachRequest, kind: str, layout: str) -> HttpResponse:
    """Use the house's template again."""
    try:
        withdraw(kind=kind, layout=layout, reach=request.reach)
    except Refused as refused:
        messages.error(request, faults_of(refused)[0])
    else:
        messages.success(request, gettext("Đã dùng lại mẫu có sẵn."))
    return redirect("documents:templates")
