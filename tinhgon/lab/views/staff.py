"""The staff of a scenario, and a person's word on one of them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.actions.pinning import leave, pin, shut, unpin
from tinhgon.lab.pages.frame import scenario_frame
from tinhgon.lab.pages.staff import staff_page
from tinhgon.lab.refusals import NoSuchPlacing
from tinhgon.lab.views.guards import drafters_only, find, planners_only


@require_safe
@planners_only
def staff(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Show who is placed, who is left over and why."""
    scenario = find(request, pk)
    around = scenario_frame(request, scenario, "staff")
    return render(request, "lab/staff.html", around | staff_page(request, scenario, around["drawn"]))


@require_POST
@drafters_only
def say(request: ReachRequest, pk: UUID, person: UUID) -> HttpResponse:
    """Pin a person to a post or to none, shut a post to somebody, note who asks to leave; or take it back."""
    scenario, does, post = find(request, pk), request.POST.get("do"), _post(request)
    if does == "free":
        unpin(scenario=scenario, person=person, reach=request.reach)
    elif does in ("leave", "stay"):
        leave(scenario=scenario, person=person, leaves=does == "leave", reach=request.reach)
    elif does == "shut" and post:
        shut(scenario=scenario, person=person, post=post, reach=request.reach)
    elif does == "out" or (does == "pin" and post):
        pin(scenario=scenario, person=person, post=None if does == "out" else post, reach=request.reach)
    else:
        raise NoSuchPlacing
    messages.success(
        request, gettext("Đã ghi. Chạy lại lượt bố trí người để máy xếp những người khác theo đó.")
    )
    return redirect("lab:staff", pk)


def _post(request: ReachRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("post", ""))
    except ValueError:
        return None
