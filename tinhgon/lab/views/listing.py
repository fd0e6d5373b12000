"""The list of scenarios, and a new one."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.lab.actions.scenarios import create
from tinhgon.lab.forms.parameters import shown
from tinhgon.lab.forms.scenarios import ScenarioForm
from tinhgon.lab.pages.listing import listing_page
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.views.guards import drafters_only, planners_only
from tinhgon.register.pages.faults import said
from tinhgon.solvers.consolidate.values import MISSED


@require_safe
@planners_only
def listing(request: ReachRequest) -> HttpResponse:
    """List the scenarios within reach."""
    return render(request, "lab/list.html", listing_page(request))


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def new(request: ReachRequest) -> HttpResponse:
    """Make a scenario."""
    if request.method != "POST":
        return _form(request, ScenarioForm(initial=_usual()))
    form = ScenarioForm(request.POST)
    if form.is_valid():
        try:
            made = create(brief=form.brief(), reach=request.reach, actor=cast(User, request.user))
        except Refused as refused:
            form.add_error("root", said(refused))
        else:
            messages.success(
                request, gettext("Đã lập phương án. Chạy một lượt giải, hoặc sửa bằng tay trên bản đồ.")
            )
            return redirect("lab:runs", made.pk)
    return _form(request, form)


def _usual() -> dict[str, Any]:
    return shown(Parameters.read({"consolidate": {"first": [MISSED]}}))


def _form(request: ReachRequest, form: ScenarioForm) -> HttpResponse:
    return render(request, "lab/new.html", {"form": form})
