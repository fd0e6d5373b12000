"""The register of requests of people: what came, by when it is due, what was answered."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EDIT, PERSONAL
from tinhgon.people.actions import requests as acts
from tinhgon.people.forms.care import RequestForm
from tinhgon.people.models import SubjectRequest
from tinhgon.people.queries.dossiers import person_within
from tinhgon.people.views.guards import clerks_only

SHOWN = 50


@require_safe
@clerks_only
def listing(request: ReachRequest) -> HttpResponse:
    """List requests: those that wait, the most urgent first, then those answered."""
    units = request.reach.units(PERSONAL, action=EDIT)
    found = SubjectRequest.objects.select_related("person")
    found = found if units is None else found.filter(person__home__in=units)
    waiting = found.filter(done_on__isnull=True).order_by("due_on", "id")
    done = found.filter(done_on__isnull=False).order_by("-done_on", "-id")[:SHOWN]
    return render(request, "people/care/requests.html", {
        "waiting": waiting, "done": done, "today": timezone.localdate(),
        "illustrative": any(one.person.illustrative for one in (*waiting, *done)),
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
@clerks_only
def new(request: ReachRequest, person: UUID) -> HttpResponse:
    """Write down a request of a person."""
    found = person_within(person, request.reach)
    form = RequestForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        acts.receive(person, **form.cleaned_data, by=cast(User, request.user), reach=request.reach)
        messages.success(request, gettext("Đã ghi yêu cầu và hạn trả lời."))
        return redirect("care:requests")
    return render(request, "people/care/request_new.html", {"person": found, "form": form})


@require_POST
@clerks_only
def act(request: ReachRequest, pk: int) -> HttpResponse:
    """Acknowledge, extend or answer a request."""
    by, reach, text = cast(User, request.user), request.reach, request.POST.get("text", "")
    try:
        match request.POST.get("act"):
            case "acknowledge":
                acts.acknowledge(pk, by=by, reach=reach)
            case "extend":
                acts.extend(pk, why=text, by=by, reach=reach)
            case _:
                acts.answer(pk, text=text, by=by, reach=reach)
    except Refused as refused:
        messages.error(request, refused.message(get_language() or "vi"))
    return redirect("care:requests")
