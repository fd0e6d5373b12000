"""The options under a box: units, decisions, posts or people that match what is typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staff_words import person_label, post_label
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import references, staffing_search, tallies, units
from tinhgon.register.views.guards import drafters_only
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.middleware import AsOfRequest

MOST = 12
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its id, the words that fill the box, and what tells it from others."""

    id: UUID
    label: str
    detail: str


@require_safe
@drafters_only
def unit_options(request: AsOfRequest) -> HttpResponse:
    """Offer units by name, with or without marks, or by code; those alive on the day come first."""
    text, as_of = request.GET.get("q", "").strip()[:LONGEST], _as_of(request)
    found = units.search(text, as_of, limit=MOST)
    kinds = tallies.kinds() if found else {}
    return _options(request, (_unit(one, kinds) for one in found))


@require_safe
@drafters_only
def decision_options(request: AsOfRequest) -> HttpResponse:
    """Offer signed decisions by number or words of their title."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    reach, user = reach_of(request), request.user.pk
    found = references.signed_like(text, reach, user, limit=MOST) if text else []
    return _options(request, (Option(one.pk, str(one), one.title) for one in found))


@require_safe
@drafters_only
def post_options(request: AsOfRequest) -> HttpResponse:
    """Offer posts by words of their titles and their units' names."""
    text, as_of = request.GET.get("q", "").strip()[:LONGEST], _as_of(request)
    found = staffing_search.posts(text.replace("–", " "), as_of, limit=MOST)
    return _options(request, (Option(one.id, post_label(one), _free(one)) for one in found))


@require_safe
@drafters_only
def person_options(request: AsOfRequest) -> HttpResponse:
    """Offer people within reach by words of their names."""
    text, as_of = request.GET.get("q", "").strip()[:LONGEST], _as_of(request)
    found = staffing_search.people(text.partition("–")[0], reach_of(request), on=as_of.valid, limit=MOST)
    return _options(request, (Option(one.id, person_label(one), "") for one in found))


def _free(found: staffing_search.FoundPost) -> str:
    if not found.free:
        return gettext("đã đủ người")
    return gettext("còn trống %(count)s chỗ") % {"count": figure(found.free)}


def _as_of(request: AsOfRequest) -> AsOf:
    """Look from the effective day that stands in the form, if it is a day already."""
    try:
        return AsOf(parse_day(request.GET.get("day", "")))
    except Refused:
        return AsOf(request.today)


def _unit(found: units.Found, kinds: dict[str, str]) -> Option:
    label = f"{found.name} ({found.code})" if found.code else found.name
    kind = " · ".join(filter(None, (kinds.get(found.kind, found.kind), found.parent)))
    if found.alive:
        return Option(found.unit, label, kind)
    if found.valid.last_day:
        ended = gettext("đến hết %(day)s") % {"day": f"{found.valid.last_day:%d/%m/%Y}"}
        return Option(found.unit, label, f"{kind} · {ended}")
    begins = gettext("từ %(day)s") % {"day": f"{found.valid.since:%d/%m/%Y}"}
    return Option(found.unit, label, f"{kind} · {begins}")


def _options(request: AsOfRequest, found: Iterable[Option]) -> HttpResponse:
    return render(request, "register/decisions/_options.html", {"options": list(found)})
