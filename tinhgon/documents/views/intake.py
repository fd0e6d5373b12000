"""The confirming page: the text beside what was read in it; confirm, drop, download."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.documents.actions import confirming
from tinhgon.documents.actions.tray import drop
from tinhgon.documents.pages.confirming import confirming_page
from tinhgon.documents.views.files import download
from tinhgon.documents.views.guards import clerks_only, find_intake
from tinhgon.register.pages.faults import said


@require_safe
@clerks_only
def intake(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show a file's text and findings."""
    return render(request, "documents/intake.html", confirming_page(find_intake(request, pk)))


@require_POST
@clerks_only
def confirm(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Enter the document with what was accepted."""
    found = find_intake(request, pk)
    sent = request.POST.get("revision", "")
    revision = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else 0
    try:
        made = confirming.confirm(
            pk, revision=revision, by=cast(User, request.user), reach=request.reach
        )  # fmt: skip
    except Refused as refused:
        return _again(request, found.pk, refused)
    messages.success(request, gettext("Đã vào sổ. Nhiệm vụ đã giao đến các đơn vị."))
    return redirect("documents:document", made.pk)


@require_POST
@clerks_only
def put_aside(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Drop a file with a reason."""
    found = find_intake(request, pk)
    reason = request.POST.get("reason", "")[:2000]
    try:
        drop(pk, reason=reason, by=cast(User, request.user), reach=request.reach)
    except Refused as refused:
        return _again(request, found.pk, refused)
    messages.success(request, gettext("Đã bỏ tệp “%(name)s”.") % {"name": found.name})
    return redirect("documents:tray")


@require_safe
@clerks_only
def intake_file(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Download the file as it arrived."""
    return download(find_intake(request, pk))


def _again(request: ReachRequest, pk: UUID, refused: Refused) -> HttpResponse:
    """Show the page as it stands now, with what was refused on top."""
    context = confirming_page(find_intake(request, pk)) | {"refusals": [said(refused)]}
    return render(request, "documents/intake.html", context, status=422)
