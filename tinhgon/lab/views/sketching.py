"""The map on which units are moved by hand: each move is answered, none is kept until one says so."""

from __future__ import annotations

import time
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.lab.actions.editing import branch_moves, save_moves
from tinhgon.lab.drawing import drawn_of
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.pages.mapping import map_page
from tinhgon.lab.pages.sketching import asked_moves, sketch
from tinhgon.lab.views.guards import drafters_only, find, planners_only


@require_safe
@planners_only
def map_of(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show the map."""
    scenario = find(request, pk)
    around = scenario_frame(request, scenario, "map")
    return render(request, "lab/map.html", around | map_page(request, scenario, around["drawn"]))


@require_POST
@planners_only
def figures(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Answer moves with what they come to; nothing is written."""
    began = time.perf_counter()
    scenario = find(request, pk)
    context = sketch(scenario, drawn_of(scenario), asked_moves(request.POST.get("moves", "")))
    context["took"] = round(1000 * (time.perf_counter() - began))
    return render(request, "lab/_sketch.html", context)


@require_POST
@drafters_only
def save(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Keep the moves: in the scenario, or as a branch of it."""
    scenario, moves = find(request, pk), asked_moves(request.POST.get("moves", ""))
    if unit := request.POST.get("unit"):  # without scripts the boxes themselves are a move
        moves.append((unit, request.POST.get("to", "")))
    if request.POST.get("as") == "branch":
        name = request.POST.get("name", "").strip() or gettext("%(name)s (sửa tay)") % {"name": scenario.name}
        user = cast(User, request.user)
        made = branch_moves(
            scenario=scenario, moves=moves, name=name[:200], reach=request.reach, actor=user
        )  # fmt: skip
        messages.success(request, gettext("Đã lưu thành nhánh mới; phương án gốc không đổi."))
        return redirect("lab:map", made.pk)
    save_moves(scenario=scenario, moves=moves, stamp=request.POST.get("stamp", ""), reach=request.reach)
    messages.success(request, gettext("Đã lưu vào phương án."))
    return redirect("lab:map", pk)
