"""Directives and what they were divided into."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.access.middleware import ReachRequest
from tinhgon.directives.pages.cascades import branch_page, cascade_page, cascades_page
from tinhgon.directives.views.guards import readers_only


@require_safe
@readers_only
def cascades(request: ReachRequest) -> HttpResponse:
    """List the directives within reach."""
    return render(request, "directives/cascades.html", cascades_page(request))


@require_safe
@readers_only
def cascade(request: ReachRequest, directive: UUID) -> HttpResponse:
    """Show the tree of a directive."""
    return render(request, "directives/cascade.html", cascade_page(request, directive))


@require_safe
@readers_only
def branch(request: ReachRequest, pk: UUID) -> HttpResponse:
    """Give the parts of an obligation."""
    return render(request, "directives/_branch.html", branch_page(request, pk))
