"""The map of communes, and the outlines that it is drawn from."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from tinhgon.register.pages import maps
from tinhgon.register.pages.frame import frame
from tinhgon.register.pages.mapping import map_page
from tinhgon.register.views.guards import readers_only
from tinhgon.temporal.middleware import AsOfRequest


@readers_only
def communes(request: AsOfRequest) -> HttpResponse:
    """Show the communes of the day, and those before or after the merger beside them."""
    return render(request, "register/map.html", map_page(request, frame(request)))


def _mark(request: HttpRequest, era: str) -> str | None:
    return maps.etag(era) if era in maps.ERAS else None


@readers_only
@cache_control(private=True, max_age=7 * 24 * 3600)
@condition(etag_func=_mark)
def outlines(request: AsOfRequest, era: str) -> HttpResponse:
    """Give the outlines of the communes before or after the merger: a file that seldom changes."""
    if era not in maps.ERAS:
        raise Http404
    return HttpResponse(maps.content(era), content_type="application/geo+json")
