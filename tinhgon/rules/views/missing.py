"""The answer to an address that names no rule and no document."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from tinhgon.core.errors import Refused


def not_there(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Say what is not there, and lead to the library."""
    said = refused.message(get_language() or "vi")
    return render(request, "rules/missing.html", {"reason": said}, status=404)
