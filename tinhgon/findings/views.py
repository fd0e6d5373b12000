"""Pages of findings: of the whole register, of a unit, of a person."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.findings.pages.listing import lines, listing_page
from tinhgon.findings.standing import standing_of_person, standing_of_unit
from tinhgon.people.queries.dossiers import person_within
from tinhgon.people.views.guards import readers_only as readers_of_people
from tinhgon.register.models import Unit
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.views.guards import readers_only


@require_safe
@readers_only
def listing(request: ReachRequest) -> HttpResponse:
    """List what the rules find of the register on the day in view."""
    return render(request, "findings/list.html", listing_page(request))


@require_safe
@readers_only
def unit(request: ReachRequest, unit: UUID) -> HttpResponse:
    """Show what the rules find of a unit; a part of its page where that asks for it."""
    get_object_or_404(Unit, pk=unit)
    found = standing_of_unit(unit, request.as_of)
    if not found and not Unit.objects.filter(pk=unit).exists():
        raise Http404
    return _shown(request, {"lines": lines(found, request, {}), "unit_id": unit})


@require_safe
@readers_of_people
def person(request: ReachRequest, person: UUID) -> HttpResponse:
    """Show what the rules find of a person within reach; a part of the dossier where that asks for it."""
    one = person_within(person, request.reach)
    found = standing_of_person(person, request.as_of, request.reach)
    return _shown(request, {"lines": lines(found, request, {}), "person": one})


def _shown(request: ReachRequest, context: dict[str, object]) -> HttpResponse:
    is_part = request.headers.get("HX-Request") == "true"
    more = {} if is_part else {"asof": asof_bar(request)}
    template = "findings/_open.html" if is_part else "findings/open.html"
    return render(request, template, context | more | {"as_of": request.as_of})
