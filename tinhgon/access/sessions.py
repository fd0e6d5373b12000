"""How long a session lives: not longer than a working day, and not long after its last request."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

BEGAN, SEEN = "began", "seen"
GRAIN = 60  # seconds: written down at most once a minute, a session costs most requests nothing


class SessionMiddleware:
    """End sessions by the clock, and let no browser keep a page that was made for somebody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.user.is_authenticated
        if known:
            _keep(request)
        response = self.get_response(request)
        if known or request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _keep(request: HttpRequest) -> None:
    """End a session that is too old; note when it was last used, whose end the cookie's age then is."""
    now, session = int(time.time()), request.session
    if now - session.get(BEGAN, now) >= settings.SESSION_LONGEST:
        logout(request)
        return
    if now - session.get(SEEN, 0) >= GRAIN:
        session.setdefault(BEGAN, now)
        session[SEEN] = now
