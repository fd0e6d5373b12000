"""The lists of the registry, and the tray with what is taken in."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.documents.actions.intake import take_in
from tinhgon.documents.actions.reading import LARGEST
from tinhgon.documents.forms.taking import FileForm
from tinhgon.documents.models import Document, Intake
from tinhgon.documents.pages.keepers import keepers
from tinhgon.documents.pages.listing import listing_page, tray_page
from tinhgon.documents.views.guards import clerks_only, readers_only
from tinhgon.register.pages.faults import said


@require_safe
@readers_only
def incoming(request: ReachRequest) -> HttpResponse:
    """List what arrived."""
    return render(request, "documents/list.html", listing_page(request, Document.Direction.INCOMING))


@require_safe
@readers_only
def outgoing(request: ReachRequest) -> HttpResponse:
    """List what was written here."""
    return render(request, "documents/list.html", listing_page(request, Document.Direction.OUTGOING))


@require_http_methods(["GET", "HEAD", "POST"])
@clerks_only
def tray(request: ReachRequest) -> HttpResponse:
    """Show what waits to be confirmed; take a file in."""
    form = FileForm(request.POST or None, request.FILES or None)
    form.fields["keeper"].choices = keepers(request)  # type: ignore[attr-defined]
    wrong: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            made = _take(request, form)
        except Refused as refused:
            wrong = [said(refused)]
        else:
            return redirect("documents:intake", made.pk)
    context = tray_page(request) | {"form": form, "refusals": wrong}
    return render(request, "documents/tray.html", context, status=422 if wrong or form.errors else 200)


def _take(request: ReachRequest, form: FileForm) -> Intake:
    file, keeper = form.cleaned_data["file"], cast(UUID, form.cleaned_data["keeper"])
    by = cast(User, request.user)
    made = take_in(file.name, file.read(LARGEST + 1), keeper=keeper, by=by, reach=request.reach)
    if made.state == Intake.State.UNREADABLE:
        messages.warning(request, gettext("Không đọc được chữ trong tệp. Tệp vẫn được giữ, chưa vào sổ."))
    return made
