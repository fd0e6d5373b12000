"""Pages of imports: choose and send, look at what would happen, confirm or throw away."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.audit.actions import record
from tinhgon.audit.codes import Act, Purpose
from tinhgon.core.errors import Refused
from tinhgon.core.policy import policy
from tinhgon.core.reach import EDIT, INTERNAL
from tinhgon.exchange.imports import actions, pages
from tinhgon.exchange.imports.forms import FileForm, ImportHeadForm
from tinhgon.exchange.imports.kinds import form
from tinhgon.exchange.models import Import
from tinhgon.exchange.views import XLSX
from tinhgon.office.sheets.mending import error_workbook
from tinhgon.office.sheets.templates import template_workbook
from tinhgon.register.pages.faults import said

LISTED = 20
USUAL = "QĐ"  # the type of document that most lists belong to
View = Callable[..., HttpResponse]


def importers_only(view: View) -> View:
    """Let those in who write somewhere; to others there is no such page."""

    @wraps(view)
    def guarded(request: ReachRequest, *args: Any, **more: Any) -> HttpResponse:
        if not request.reach.does(EDIT):
            raise Http404
        return view(request, *args, **more)

    return policy(EDIT, INTERNAL)(guarded)


@require_http_methods(["GET", "HEAD", "POST"])
@importers_only
def home(request: ReachRequest) -> HttpResponse:
    """Choose a kind, take its template, send a workbook."""
    today = f"{timezone.localdate():%d/%m/%Y}"
    sending = FileForm(request.POST or None, request.FILES or None, initial={"on": today})
    wrong: list[str] = []
    if request.method == "POST" and sending.is_valid():
        try:
            return redirect("exchange:import", _send(request, sending).pk)
        except Refused as refused:
            wrong = [said(refused)]
    context = {"form": sending, "refusals": wrong, "kinds": pages.kinds(), "sent": _own(request)[:LISTED]}
    return render(request, "exchange/imports/home.html", context)


@require_safe
@importers_only
def template(request: ReachRequest, kind: str) -> HttpResponse:
    """Download the template of a kind."""
    asked = form(kind)
    return _download(template_workbook(asked.columns, asked.examples), f"tinhgon-{kind}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@importers_only
def detail(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show what a workbook would do, or its faults; do it when that is confirmed."""
    sent = _found(request, pk)
    if sent.state != Import.State.WAITING:
        context = {"import": sent, "decisions": pages.results(sent.decisions)}
        return render(request, "exchange/imports/done.html", context)
    head = ImportHeadForm(request.POST or None, initial={"type": USUAL})
    wrong = _confirm(request, sent, head) if request.method == "POST" else []
    if wrong is None:
        return redirect("exchange:import", pk)
    found = actions.look(sent, reach=request.reach)
    _record(request, sent, "preview")
    context = pages.preview(found) | {
        "import": sent, "form": head, "refusals": wrong, "earlier": _earlier(sent),
    }  # fmt: skip
    return render(request, "exchange/imports/detail.html", context, status=422 if wrong else 200)


@require_safe
@importers_only
def errors(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Download the rows with their faults marked."""
    sent = _found(request, pk)
    found = actions.look(sent, reach=request.reach)
    _record(request, sent, "errors")
    content = error_workbook(found.reading, language=get_language() or "vi")
    return _download(content, f"tinhgon-{sent.kind}-loi.xlsx")


@require_POST
@importers_only
def discard(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Throw a workbook away."""
    actions.discard(_found(request, pk).pk, by=cast(User, request.user))
    messages.success(request, gettext("Đã bỏ tệp. Chưa có gì được ghi."))
    return redirect("exchange:imports")


def _send(request: ReachRequest, sending: FileForm) -> Import:
    values = sending.cleaned_data
    content = values["file"].read(actions.LARGEST + 1)
    return actions.send(
        content, kind=values["kind"], on=values["on"], by=cast(User, request.user), reach=request.reach
    )


def _confirm(request: ReachRequest, sent: Import, head: ImportHeadForm) -> list[str] | None:
    """Carry the import out; give what stands in the way, None where nothing did."""
    if "issuer" in request.POST and not head.is_valid():
        return [gettext("Phần đầu văn bản chưa đủ. Điền các mục còn thiếu rồi xác nhận lại.")]
    try:
        made = head.of(sent) if "issuer" in request.POST else None
        done = actions.confirm(sent.pk, head=made, by=cast(User, request.user), reach=request.reach)
    except Refused as refused:
        return [said(refused)]
    waiting = gettext("Đã nhập. Dự thảo chờ kiểm tra và ký; sổ chưa đổi gì.")
    messages.success(request, waiting if done.decisions else gettext("Đã nhập."))
    return None


def _earlier(sent: Import) -> str:
    found = actions.earlier(sent)
    return said(found) if found else ""


def _own(request: ReachRequest) -> Any:
    return Import.objects.filter(sent_by=request.user.pk).defer("sealed")


def _found(request: ReachRequest, pk: UUID) -> Import:
    """Give an import of the user.

    :raises Http404: there is none; those of others are not there.
    """
    found = Import.objects.filter(sent_by=request.user.pk, pk=pk).first()
    if found is None:
        raise Http404
    return found


def _record(request: ReachRequest, sent: Import, did: str) -> None:
    """Record that somebody saw what stands in a workbook."""
    user = cast(User, request.user)
    record(
        act=Act.IMPORT, actor=user.pk, actor_name=user.get_full_name(), what=[sent.kind, did],
        classes=form(sent.kind).field_class, purpose=Purpose.UPKEEP, count=sent.rows,
        route=f"exchange:import.{did}",
    )  # fmt: skip


def _download(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=XLSX, headers=headers)
