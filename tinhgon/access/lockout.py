"""After too many failures an account is shut for a while, whether there is such an account or not."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tinhgon.core.names import nfc


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Give the name under which failures are counted: small letters, since a login takes any."""
    given = (credentials or {}).get("username") or request.POST.get("login", "")
    if not given and request.user.is_authenticated:
        given = request.user.get_username()
    return nfc(str(given)).casefold()[:255]


def locked_out(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Say that it is shut, and for how long; the same words for every name."""
    return render(request, "account/locked_out.html", status=429)
