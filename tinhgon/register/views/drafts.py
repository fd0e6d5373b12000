"""The form of a draft: written anew, changed, or read from a file; with what it would do."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tinhgon.core import operations as ops
from tinhgon.core.documents import LARGEST, read_document
from tinhgon.core.errors import NotPermitted, Refused
from tinhgon.register import refusals
from tinhgon.register.actions import draft, redraft
from tinhgon.register.actions.documents import draft_document
from tinhgon.register.forms.drafts import DraftForm
from tinhgon.register.forms.head import head_values
from tinhgon.register.forms.rows import MOST_ROWS
from tinhgon.register.models import Decision
from tinhgon.register.pages.faults import Fault, said
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.views.decisions import find
from tinhgon.register.views.editing import draft_page, preset
from tinhgon.register.views.guards import drafters_only
from tinhgon.temporal.middleware import AsOfRequest


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def new(request: AsOfRequest) -> HttpResponse:
    """Write a new draft; the address may name an operation, a unit and a decision to begin with."""
    if request.method != "POST":
        values, operations = preset(request)
        form = DraftForm.of(values, operations, reach_of(request), opens=True)
        return render(request, "register/decisions/edit.html", draft_page(request, form))
    return _posted(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def edit(request: AsOfRequest, pk: UUID) -> HttpResponse:
    """Change a draft."""
    decision = find(request, pk)
    if decision.is_signed:
        raise refusals.AlreadySigned(decision=decision.number)
    if request.method == "POST":
        return _posted(request, decision)
    kept = [] if _is_long(decision) else decision.operations
    form = DraftForm.of(head_values(decision), kept, reach_of(request), opens=False)
    return _form(request, form, decision)


def _is_long(decision: Decision) -> bool:
    """Tell whether it has more operations than a form can show: they stay as the file gave them."""
    return len(decision.operations) > MOST_ROWS


def _posted(request: AsOfRequest, decision: Decision | None) -> HttpResponse:
    """Save, show what would happen, or do what another button of the form says."""
    form = DraftForm.posted(request.POST, reach_of(request))
    does = request.POST.get("do", "save")
    try:
        if does == "save" and (saved := _save(request, form, decision)):
            return saved
        if does == "preview":
            return _form(request, form, decision, operations=form.read())
    except NotPermitted:
        raise
    except Refused as refused:
        form.refuse(refused)
        return _form(request, form, decision)
    if does not in ("save", "preview"):
        form.act(does)
    return _form(request, form, decision)


def _save(request: AsOfRequest, form: DraftForm, decision: Decision | None) -> HttpResponse | None:
    operations = form.read()
    if operations is None:
        return None
    head, actor = form.head.head(), cast(AbstractBaseUser, request.user)
    if decision is None:
        saved = draft(head=head, operations=operations, actor=actor)
    else:
        kept = ops.read(decision.operations) if _is_long(decision) else operations
        saved = redraft(decision=decision, head=head, operations=kept, actor=actor)
    messages.success(request, gettext("Đã lưu dự thảo. Sổ chưa đổi gì cho đến khi ký."))
    return redirect(Links.of(request).page("decision", saved.pk))


def _form(
    request: AsOfRequest, form: DraftForm, decision: Decision | None, **more: Any
) -> HttpResponse:  # fmt: skip
    kept = len(decision.operations) if decision and _is_long(decision) else 0
    context = draft_page(request, form, decision=decision, **more) | {"kept": kept}
    return render(request, "register/decisions/edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def upload(request: AsOfRequest) -> HttpResponse:
    """Make a draft of a decision file."""
    faults: list[Fault] = []
    if request.method == "POST":
        try:
            return _uploaded(request)
        except NotPermitted:
            raise
        except Refused as refused:
            faults = [Fault(said(refused), "id_file")]
    return render(request, "register/decisions/upload.html", {"faults": faults})


def _uploaded(request: AsOfRequest) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        raise refusals.NoFile
    document = read_document(file.read(LARGEST + 1))
    decision = draft_document(document=document, actor=cast(AbstractBaseUser, request.user))
    messages.success(request, gettext("Đã nạp tệp thành dự thảo. Sổ chưa đổi gì cho đến khi ký."))
    return redirect(Links.of(request).page("decision", decision.pk))
