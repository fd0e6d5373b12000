"""What is done with a draft as a whole: check it, sign it, throw it away."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tinhgon.core.errors import NotPermitted, Refused
from tinhgon.register.actions import check, discard, sign
from tinhgon.register.models import Decision
from tinhgon.register.pages.decisions import decision_page
from tinhgon.register.pages.findings import answers_in
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.views.decisions import find
from tinhgon.register.views.guards import drafters_only, signers_only
from tinhgon.temporal.middleware import AsOfRequest


@require_POST
@drafters_only
def check_draft(request: AsOfRequest, pk: UUID) -> HttpResponse:
    """Check a draft against the register as it stands; say what stands in its way."""
    decision = find(request, pk)
    try:
        check(decision=decision)
    except Refused as refused:
        return _page(request, find(request, pk), refused, "page")
    messages.success(request, gettext("Dự thảo hợp lệ với sổ hiện nay và có thể ký."))
    return redirect(Links.of(request).page("decision", pk))


@require_http_methods(["GET", "HEAD", "POST"])
@signers_only
def sign_draft(request: AsOfRequest, pk: UUID) -> HttpResponse:
    """Show what signing will do; sign when that is confirmed."""
    decision = find(request, pk)
    if request.method != "POST":
        context = decision_page(request, decision, whole=True)
        return render(request, "register/decisions/sign.html", context)
    answers = answers_in(request.POST)
    try:
        actor, reach = cast(AbstractBaseUser, request.user), reach_of(request)
        sign(decision=decision, actor=actor, at=timezone.now(), reach=reach, answers=answers)
    except NotPermitted:
        raise
    except Refused as refused:
        return _page(request, find(request, pk), refused, "sign", whole=True, answers=answers)
    messages.success(request, gettext("Đã ký và ghi vào sổ."))
    return redirect(Links.of(request).page("decision", pk))


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def discard_draft(request: AsOfRequest, pk: UUID) -> HttpResponse:
    """Ask once, then throw a draft away."""
    decision = find(request, pk)
    if request.method != "POST":
        return render(request, "register/decisions/discard.html", {"decision": decision})
    try:
        discard(decision=decision)
    except Refused as refused:
        return _page(request, find(request, pk), refused, "page")
    messages.success(request, gettext("Đã hủy dự thảo."))
    return redirect(Links.of(request).page("decisions"))


def _page(
    request: AsOfRequest, decision: Decision, refused: Refused, template: str, **more: Any
) -> HttpResponse:
    context = decision_page(request, decision, refused=refused, **more)
    return render(request, f"register/decisions/{template}.html", context, status=422)
