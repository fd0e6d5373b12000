"""A scenario adopted as drafts of decisions, and its drafts taken back."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.lab.actions import adopting as actions
from tinhgon.lab.forms.adopting import LetterheadForm
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.adopting import adopting_page
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.views.guards import drafters_only, find
from tinhgon.register.pages.faults import said


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def adopt(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show what would be drafted, or the drafts; draft them, or take them back."""
    scenario = find(request, pk)
    form = LetterheadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _done(request, scenario, form)
        except Refused as refused:
            form.add_error(None, said(refused))
    context = scenario_frame(request, scenario, "") | adopting_page(scenario) | {"form": form}
    return render(request, "lab/adopt.html", context)


def _done(request: ReachRequest, scenario: Scenario, form: LetterheadForm) -> HttpResponse:
    head, user = form.letterhead(), cast(User, request.user)
    if request.POST.get("do") == "back":
        revoking = actions.take_back(scenario=scenario, head=head, reach=request.reach, actor=user)
        if revoking:
            messages.success(request, gettext("Đã lập dự thảo bãi bỏ các quyết định đã ký. Kiểm tra rồi ký."))
            return redirect("register:decision", revoking.pk)
        messages.success(request, gettext("Đã thu hồi mọi dự thảo của phương án; sổ chưa đổi gì."))
    else:
        made = actions.adopt(scenario=scenario, head=head, reach=request.reach, actor=user)
        text = gettext("Đã lập %(count)s dự thảo. Kiểm tra rồi ký lần lượt theo thứ tự.")
        messages.success(request, text % {"count": len(made)})
    return redirect("lab:adopt", scenario.pk)
