"""The dossier, its purpose, one's own dossier, and who read it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.errors import Refused
from tinhgon.people.pages.dossiers import dossier_page
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.purposes import state_purpose
from tinhgon.people.pages.readings import readings
from tinhgon.people.queries.dossiers import person_within
from tinhgon.people.views.guards import oneself_only, readers_only
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.faults import said

SHOWN_FOR = timedelta(days=365)


@require_safe
@readers_only
def person(request: ReachRequest, person: UUID) -> HttpResponse:
    """Show a dossier."""
    page = dossier_page(request, person, opened=bool(request.GET.get("opened")))
    return render(request, "people/person.html", page)


@require_POST
@readers_only
def purpose(request: ReachRequest, person: UUID) -> HttpResponse:
    """Take down what for the dossier is opened."""
    person_within(person, request.reach)
    try:
        state_purpose(request, person, request.POST.get("purpose", ""))
    except Refused as refused:
        messages.error(request, said(refused))
    return redirect(PeopleLinks.of(request).page("person", person))


@require_safe
@oneself_only
def mine(request: ReachRequest) -> HttpResponse:
    """Show the user's own dossier.

    :raises Http404: the user has none.
    """
    if request.reach.person is None:
        raise Http404
    page = dossier_page(request, request.reach.person, opened=bool(request.GET.get("opened")))
    return render(request, "people/person.html", page)


@require_safe
@oneself_only
def my_readers(request: ReachRequest) -> HttpResponse:
    """Tell the user who read his dossier in the last year, what of it and what for.

    :raises Http404: the user has none.
    """
    if request.reach.person is None:
        raise Http404
    person, now = person_within(request.reach.person, request.reach), timezone.now()
    found = readings(person.pk, now - SHOWN_FOR, now, zone=settings.TIME_ZONE)
    context = {"person": person, "readings": found, "asof": asof_bar(request), "since": now - SHOWN_FOR}
    return render(request, "people/readers.html", context)
