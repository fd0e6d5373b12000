"""Erasure, holds, retention and synchronisation: what an office owes the people whose files it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast
from uuid import UUID

import orjson
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import User
from tinhgon.access.views.guards import acting, freshly_authenticated
from tinhgon.core.errors import Refused
from tinhgon.core.reach import ERASE, SENSITIVE
from tinhgon.people.actions import erasing
from tinhgon.people.actions.retaining import retain
from tinhgon.people.actions.synchronising import mark_synchronised, take_packet
from tinhgon.people.forms.care import ErasureForm, HoldForm
from tinhgon.people.models import ErasureRequest, LegalHold
from tinhgon.people.queries.dossiers import person_within
from tinhgon.people.queries.retention import rules
from tinhgon.people.queries.synchronising import waiting
from tinhgon.people.refusals import NoSuchPerson
from tinhgon.people.views.guards import clerks_only, exporters_only

SHOWN = 50
View = Callable[..., Any]


def erasers_only(view: View) -> View:
    """Open a page to those who may erase sensitive fields somewhere."""
    return acting(ERASE, SENSITIVE)(never_cache(view))


@require_http_methods(["GET", "POST"])
@erasers_only
@freshly_authenticated
def erasure(request: ReachRequest, person: UUID) -> HttpResponse:
    """Ask that a file be erased; show what forbids it."""
    found = person_within(person, request.reach)
    if not request.reach.may(ERASE, found.home_id, SENSITIVE):
        raise NoSuchPerson
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            erasing.request_erasure(person, **form.cleaned_data, by=_by(request), reach=request.reach)
            messages.success(request, gettext("Đã ghi đề nghị xóa; chờ người thứ hai xác nhận."))
            return redirect("care:erasures")
        except Refused as refused:
            form.add_error(None, refused.message(get_language() or "vi"))
    hold = LegalHold.objects.filter(person=found, lifted_at__isnull=True).select_related("set_by").first()
    context = {"person": found, "form": form, "hold": hold, "hold_form": HoldForm()}
    return render(request, "people/care/erasure.html", context | {"in_office": erasing.in_office(found)})


@require_POST
@erasers_only
@freshly_authenticated
def hold(request: ReachRequest, person: UUID) -> HttpResponse:
    """Set or lift the hold of a file."""
    with _telling(request):
        if request.POST.get("act") == "lift":
            erasing.lift_hold(person, by=_by(request), reach=request.reach)
        else:
            reason = request.POST.get("reason", "").strip()
            erasing.set_hold(person, reason=reason, decision=None, by=_by(request), reach=request.reach)
    return redirect("care:erasure", person)


@require_safe
@erasers_only
@freshly_authenticated
def erasures(request: ReachRequest) -> HttpResponse:
    """List requests of erasure: those that wait, and what became of others."""
    units = request.reach.units(SENSITIVE, action=ERASE)
    found = ErasureRequest.objects.select_related("person", "requested_by", "decided_by")
    found = found if units is None else found.filter(person__home__in=units)
    waiting = found.filter(state="requested").order_by("requested_at")
    return render(request, "people/care/erasures.html", {
        "waiting": waiting, "illustrative": any(one.person.illustrative for one in waiting),
        "decided": found.exclude(state="requested").order_by("-decided_at")[:SHOWN],
    })  # fmt: skip


@require_POST
@erasers_only
@freshly_authenticated
def decide_erasure(request: ReachRequest, pk: int) -> HttpResponse:
    """Confirm a request of erasure, for ever, or turn it down."""
    with _telling(request):
        if request.POST.get("act") == "confirm":
            erasing.erase(pk, by=_by(request), reach=request.reach)
            messages.success(request, gettext("Đã xóa hồ sơ và hủy khóa; không khôi phục được."))
        else:
            erasing.decline(pk, by=_by(request), reach=request.reach)
    return redirect("care:erasures")


@require_safe
@erasers_only
def retention(request: ReachRequest) -> HttpResponse:
    """Show the table of retention and what a run would wipe today; the command line runs it."""
    units = request.reach.units(SENSITIVE, action=ERASE)
    found = retain(on=timezone.localdate(), dry_run=True) if units is None else []
    counts = {
        rule.section.code: sum(len(one.entries) for one in found if one.rule == rule) for rule in rules()
    }
    rows = [(rule, counts[rule.section.code]) for rule in rules()]
    return render(request, "people/care/retention.html", {"rows": rows, "everywhere": units is None})


@require_safe
@clerks_only
def synchronisation(request: ReachRequest) -> HttpResponse:
    """Count changes that the national database waits for, unit by unit."""
    today = timezone.localdate()
    found = waiting(request.reach, on=today)
    return render(request, "people/care/synchronisation.html", {
        "found": found, "today": today, "changes": sum(one.changes for one in found),
        "overdue": sum(one.overdue for one in found),
    })  # fmt: skip


@require_safe
@exporters_only
@freshly_authenticated
def packet(request: ReachRequest, unit: UUID) -> HttpResponse:
    """Give the packet of a unit as JSON."""
    made = take_packet(unit, by=_by(request), reach=request.reach)
    headers = {"Content-Disposition": f'attachment; filename="dong-bo-{made["up_to"]}.json"'}
    content = orjson.dumps(made, option=orjson.OPT_INDENT_2)
    return HttpResponse(content, content_type="application/json", headers=headers)


@require_POST
@clerks_only
def mark(request: ReachRequest, unit: UUID) -> HttpResponse:
    """Mark a unit's changes as told, up to the last of the packet that was carried."""
    up_to = request.POST.get("up_to", "")
    if not up_to.isdecimal():
        messages.error(request, gettext("Ghi số “up_to” trong gói đã gửi."))
    else:
        with _telling(request):
            done = mark_synchronised(unit, up_to=int(up_to), by=_by(request), reach=request.reach)
            messages.success(request, gettext("Đã đánh dấu %(count)s thay đổi.") % {"count": done})
    return redirect("care:synchronisation")


@contextmanager
def _telling(request: ReachRequest) -> Iterator[None]:
    """Tell a refusal as a message of the next page."""
    try:
        yield
    except Refused as refused:
        messages.error(request, refused.message(get_language() or "vi"))


def _by(request: ReachRequest) -> User:
    return cast(User, request.user)
