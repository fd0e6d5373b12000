"""Refusals that no view caught become a page that says what was wrong."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from tinhgon.core.errors import NotPermitted, Refused


class RefusalMiddleware:
    """Answer a refusal with its own sentence: a day that does not exist, a unit that has ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Make the page of a refusal; leave faults of the program to Django."""
        if not isinstance(exception, Refused):
            return None
        said = exception.message(get_language() or "vi")
        if isinstance(exception, NotPermitted):
            return render(request, "403.html", {"exception": said}, status=403)
        return render(request, "400.html", {"reason": said}, status=400)
