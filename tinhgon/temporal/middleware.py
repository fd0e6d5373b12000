"""One point of view a request: `request.as_of`, read from the address, never from the clock inside a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from tinhgon.temporal.asof import AsOf, read_as_of


class AsOfRequest(HttpRequest):
    """A request that knows from which day it looks, and which day is today."""

    as_of: AsOf
    today: date


class AsOfMiddleware:
    """Give each request its `as_of`, from `?on=` and `?known=`; the only place that knows today."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        today = timezone.localdate()
        request.today = today  # type: ignore[attr-defined]
        # Lazy, so that a wrong day is refused inside the view, where it becomes a page.
        request.as_of = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: read_as_of(request.GET.get("on", ""), request.GET.get("known", ""), today=today)
        )
        return self.get_response(request)
