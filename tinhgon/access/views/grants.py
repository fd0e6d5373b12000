"""Grants: the list, one user's, granting, ending; and who could see the people of a unit on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from tinhgon.access import actions, queries
from tinhgon.access.forms import EndForm, GrantForm
from tinhgon.access.middleware import ReachRequest
from tinhgon.access.models import Grant, User
from tinhgon.access.views.guards import freshly_authenticated, keepers_only, overseers_only
from tinhgon.access.words import LINES, ROLES
from tinhgon.core.errors import Refused
from tinhgon.core.policy import policy
from tinhgon.core.reach import INTERNAL, READ
from tinhgon.core.rows import TERRITORIAL
from tinhgon.register.queries import people, units

PAGE = 50


@require_safe
@keepers_only
def grants(request: ReachRequest) -> HttpResponse:
    """List what is granted on the day, or the whole history."""
    asked = {name: request.GET.get(name, "").strip() for name in ("user", "role", "unit", "all")}
    unit = units.by_code(asked["unit"], request.as_of) if asked["unit"] else None
    on = None if asked["all"] else request.as_of.valid
    found = queries.granted(on=on, user=asked["user"], role=asked["role"], unit=unit)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "rows": _rows(request, page), "asked": asked, "roles": ROLES}
    return render(request, "access/grants.html", shown)


@require_safe
@keepers_only
def user(request: ReachRequest, pk: int) -> HttpResponse:
    """Show one user with all that was ever granted."""
    of = get_object_or_404(User, pk=pk)
    rows = _rows(request, Grant.objects.filter(user=of).select_related(*queries.BESIDE).order_by("-id"))
    return render(request, "access/user.html", {"of": of, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
@freshly_authenticated
def grant(request: ReachRequest) -> HttpResponse:
    """Grant a right."""
    begun = {"user": request.GET.get("user"), "since": request.today}
    form = GrantForm(request.POST or None, initial=begun, as_of=request.as_of)
    refusals = []
    if form.is_valid():
        try:
            made = actions.grant(form.cleaned_data["user"], form.granted(), by=cast(User, request.user))
        except Refused as refused:
            refusals.append(refused.message(get_language() or "vi"))
        else:
            messages.success(request, gettext("Đã cấp quyền."))
            return redirect("access:user", made.user_id)
    return render(request, "access/grant.html", {"form": form, "refusals": refusals})


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
@freshly_authenticated
def end(request: ReachRequest, pk: int) -> HttpResponse:
    """End a right at once."""
    ending = get_object_or_404(Grant.objects.select_related(*queries.BESIDE), pk=pk)
    form = EndForm(request.POST or None)
    refusals = []
    if form.is_valid():
        try:
            actions.end_grant(ending, why=form.cleaned_data["why"], by=cast(User, request.user))
        except Refused as refused:
            refusals.append(refused.message(get_language() or "vi"))
        else:
            messages.success(request, gettext("Đã thu hồi quyền."))
            return redirect("access:user", ending.user_id)
    shown = {"form": form, "rows": _rows(request, [ending]), "refusals": refusals}
    return render(request, "access/end.html", shown)


@require_safe
@overseers_only
def who(request: ReachRequest, unit: UUID) -> HttpResponse:
    """Show who could see the people of a unit on the day, and through which grant."""
    return _who(request, unit)


@require_safe
@policy(READ, INTERNAL)
def who_of_person(request: ReachRequest, person: UUID) -> HttpResponse:
    """Show who could see a person's file on the day, to whoever sees it himself.

    :raises Http404: the person is out of reach, or no unit keeps the file.
    """
    found = people.find(request.reach, person)
    if found is None or found.home_id is None:
        raise Http404
    return _who(request, found.home_id)


def _who(request: ReachRequest, unit: UUID) -> HttpResponse:
    day = request.as_of.valid
    called = units.names([unit], on=day, as_of=request.as_of)
    if unit not in called:
        raise Http404
    rows = _rows(request, queries.who_could_see(unit, on=day))
    shown = {"rows": rows, "unit": unit, "name": called[unit], "line": TERRITORIAL, "day": day}
    return render(request, "access/who.html", shown)


def _rows(request: ReachRequest, found: Iterable[Grant]) -> list[dict[str, Any]]:
    listed = list(found)
    at = {one.unit_id for one in listed if one.unit_id}
    called = units.names(at, on=request.as_of.valid, as_of=request.as_of) if at else {}
    return [
        {
            "grant": one, "role": ROLES[one.role], "line": LINES.get(one.line, ""),
            "unit": called.get(one.unit_id) if one.unit_id else None,
            "in_force": one.ended_at is None and request.today in one.valid,
        }
        for one in listed
    ]  # fmt: skip
