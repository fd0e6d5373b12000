"""The list of people, its workbook, and lists kept under names."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.access.views.guards import freshly_authenticated
from tinhgon.audit import actions as audit
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.errors import Refused
from tinhgon.core.reach import INTERNAL
from tinhgon.people.actions.views import forget_view, keep_view
from tinhgon.people.pages.arrangement import arranged
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import list_page
from tinhgon.people.pages.workbooks import MEDIA_TYPE, list_workbook
from tinhgon.people.views.guards import exporters_only, readers_only
from tinhgon.register.pages.faults import said


@require_safe
@readers_only
def people(request: ReachRequest) -> HttpResponse:
    """List the people of the day."""
    return render(request, "people/list.html", list_page(request))


@require_safe
@exporters_only
@freshly_authenticated
def export(request: ReachRequest) -> HttpResponse:
    """Give the list as a workbook; that it was taken is on record."""
    arrangement = arranged(request.GET)
    content, count = list_workbook(request, arrangement)
    record_export(request, count, ["list", *arrangement.columns])
    return workbook(content, f"danh-sach-{request.as_of.valid:%Y-%m-%d}.xlsx")


@require_POST
@readers_only
def keep(request: ReachRequest) -> HttpResponse:
    """Keep the list in view under a name."""
    arrangement = arranged(QueryDict(request.POST.get("arrangement", "")))
    try:
        keep_view(request.POST.get("name", ""), arrangement.pairs(), by=cast(User, request.user))
        messages.success(request, gettext("Đã lưu danh sách."))
    except Refused as refused:
        messages.error(request, said(refused))
    return redirect(PeopleLinks.of(request).page("list", **arrangement.pairs()))


@require_POST
@readers_only
def forget(request: ReachRequest, view: int) -> HttpResponse:
    """Forget a list."""
    forget_view(view, by=cast(User, request.user))
    messages.success(request, gettext("Đã bỏ danh sách."))
    return redirect(PeopleLinks.of(request).page("list"))


def record_export(request: ReachRequest, count: int, what: list[str]) -> None:
    """Put on record that a list was taken away."""
    audit.record(
        act=Act.EXPORT, actor=request.user.pk, actor_name=request.user.get_username(), classes=INTERNAL,
        what=what, count=count, purpose=Purpose.REPORT, route="people:export",
        address=request.META.get("REMOTE_ADDR"),
    )  # fmt: skip


def workbook(content: bytes, name: str) -> HttpResponse:
    """Send a workbook to be kept as a file."""
    return HttpResponse(
        content, content_type=MEDIA_TYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
