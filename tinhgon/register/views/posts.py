"""The page of a post, and the list of vacant seats."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tinhgon.register.pages.posts import post_page
from tinhgon.register.pages.vacancies import vacancies_page
from tinhgon.register.views.guards import readers_only
from tinhgon.temporal.middleware import AsOfRequest


@require_safe
@readers_only
def post(request: AsOfRequest, post: UUID) -> HttpResponse:
    """Show a post on the day, and who held it."""
    return render(request, "register/post.html", post_page(request, post))


@require_safe
@readers_only
def vacancies(request: AsOfRequest) -> HttpResponse:
    """List the vacant seats of the day."""
    return render(request, "register/vacancies.html", vacancies_page(request))
