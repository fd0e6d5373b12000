"""Buttons of a scenario: branch, name and note, lock, unlock, throw away, new parameters."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.lab.actions import scenarios as actions
from tinhgon.lab.actions.editing import name_unit, set_seat
from tinhgon.lab.forms.parameters import ParametersForm, shown
from tinhgon.lab.forms.scenarios import NamingForm
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.parameters import Parameters
from tinhgon.lab.views.guards import drafters_only, find


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def rename(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Change the name and the note."""
    scenario = find(request, pk)
    form = NamingForm(request.POST or None, initial={"name": scenario.name, "note": scenario.note})
    if request.method == "POST" and form.is_valid():
        actions.change(scenario=scenario, reach=request.reach, **form.cleaned_data)
        return redirect("lab:scenario", pk)
    return render(request, "lab/rename.html", scenario_frame(request, scenario, "") | {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def parameters(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Change how it is planned; the plan stays, what was proven of it does not."""
    scenario = find(request, pk)
    kept = Parameters.read(scenario.parameters)
    form = ParametersForm(request.POST or None, initial=shown(kept))
    form.kept = kept
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = {"parameters": form.parameters.write(), "found": {}}
        actions.change(scenario=scenario, reach=request.reach, **values)
        messages.success(
            request, gettext("Đã lưu tham số. Phương án giữ nguyên; chạy lại để tìm phương án mới.")
        )
        return redirect("lab:runs", pk)
    return render(request, "lab/parameters.html", scenario_frame(request, scenario, "") | {"form": form})


@require_POST
@drafters_only
def branch(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Copy the scenario."""
    scenario = find(request, pk)
    name = gettext("%(name)s (nhánh)") % {"name": scenario.name}
    user = cast(User, request.user)
    made = actions.branch(scenario=scenario, name=name[:200], reach=request.reach, actor=user)
    messages.success(request, gettext("Đã tạo nhánh. Sửa trên nhánh không đổi gì ở phương án gốc."))
    return redirect("lab:rename", made.pk)


@require_POST
@drafters_only
def lock(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Lock or unlock the scenario."""
    scenario = find(request, pk)
    if scenario.locked_at:
        actions.unlock(scenario=scenario, reach=request.reach)
    else:
        actions.lock(scenario=scenario, reach=request.reach, actor=cast(User, request.user))
    return redirect("lab:scenario", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@drafters_only
def discard(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Ask, then throw the scenario away."""
    scenario = find(request, pk)
    if request.method == "POST":
        actions.discard(scenario=scenario, reach=request.reach)
        messages.success(request, gettext("Đã bỏ phương án “%(name)s”.") % {"name": scenario.name})
        return redirect("lab:list")
    return render(request, "lab/discard.html", {"scenario": scenario, "branches": scenario.branches.count()})


@require_POST
@drafters_only
def change_unit(request: ReachRequest, pk: UUID, member: UUID) -> HttpResponse:
    """Name a new unit, or put its seat elsewhere."""
    scenario, name = find(request, pk), request.POST.get("name")
    if name is not None:
        name_unit(scenario=scenario, member=member, name=name[:250], reach=request.reach)
    elif seat := request.POST.get("seat"):
        set_seat(scenario=scenario, seat=_uuid(seat), member=member, reach=request.reach)
    messages.success(request, gettext("Đã lưu."))
    return redirect("lab:unit", pk, member)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
