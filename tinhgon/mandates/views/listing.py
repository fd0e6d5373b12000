"""Overlapping functions over the whole apparatus, and what a matter is held against."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.mandates.actions.comparing import ask
from tinhgon.mandates.pages.files import as_csv, as_xlsx
from tinhgon.mandates.pages.listing import listing_page
from tinhgon.mandates.pages.warning import warning_page
from tinhgon.mandates.views.guards import drafters_only, insiders_only

LONGEST = 4000


@require_safe
@insiders_only
def listing(request: ReachRequest) -> HttpResponse:
    """Show the pairs of bodies whose mandates share words."""
    return render(request, "mandates/list.html", listing_page(request))


@require_POST
@drafters_only
def compare(request: ReachRequest) -> HttpResponse:
    """Have all mandates compared anew."""
    ask(on=timezone.localdate(), by=cast(User, request.user))
    messages.success(
        request, gettext("Đang so lại chức năng, nhiệm vụ của cả bộ máy. Tải lại trang sau ít giây.")
    )
    return redirect("mandates:list")


@require_safe
@insiders_only
def warning(request: ReachRequest) -> HttpResponse:
    """Show, as a fragment, whose mandates have words of a matter that a unit is to deal with."""
    try:
        unit = UUID(request.GET.get("unit", ""))
    except ValueError:
        return HttpResponse()
    matter = request.GET.get("matter", "")[:LONGEST].strip()
    if not matter:
        return HttpResponse()
    return render(request, "mandates/_warning.html", warning_page(matter, unit))


@require_safe
@insiders_only
def csv(request: ReachRequest) -> HttpResponse:
    """Give the pairs as CSV."""
    return as_csv(request)


@require_safe
@insiders_only
def xlsx(request: ReachRequest) -> HttpResponse:
    """Give the pairs as a workbook."""
    return as_xlsx(request)
