"""What an address asks for, made harmless."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest

from tinhgon.core.names import sought

LONGEST = 100  # letters of a search that are looked for


def asked(request: HttpRequest, name: str) -> str:
    """Read a text to look for."""
    return sought(request.GET.get(name, ""))[:LONGEST]


def chosen(request: HttpRequest, name: str, choices: Sequence[str]) -> str:
    """Read a choice; one that is not offered is none."""
    given = request.GET.get(name, "")
    return given if given in choices else ""
