"""Home, and the page of a unit."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from tinhgon.register.pages.frame import frame
from tinhgon.register.pages.home import tops
from tinhgon.register.pages.links import line_of
from tinhgon.register.pages.units import unit_page
from tinhgon.register.queries import trees
from tinhgon.register.views.guards import readers_only
from tinhgon.temporal.middleware import AsOfRequest


@readers_only
def home(request: AsOfRequest) -> HttpResponse:
    """Show the top of the day; a list of several; how to begin when there is none."""
    heads = trees.open_tree(request.as_of, line=line_of(request))
    if len(heads) == 1:
        return render(request, "register/unit.html", unit_page(request, heads[0].id))
    around = frame(request)
    return render(request, "register/home.html", around | tops(request, around))


@readers_only
def unit(request: AsOfRequest, unit: UUID) -> HttpResponse:
    """Show a unit on the day, and its story."""
    return render(request, "register/unit.html", unit_page(request, unit))
