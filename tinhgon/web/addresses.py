"""Addresses that keep what the reader looks at: the day, and the moment of knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from tinhgon.core.errors import Refused
from tinhgon.temporal.asof import read_as_of

AS_OF = ("on", "known")


def parameters(request: HttpRequest) -> list[tuple[str, str]]:
    """List the request's parameters, also repeated ones; blank ones say nothing."""
    return [(name, value) for name, values in request.GET.lists() for value in map(str, values) if value]


def keeping_day(request: HttpRequest | None, name: str, *args: Any, **kwargs: Any) -> str:
    """Reverse an address and keep the request's day and moment."""
    address = reverse(name, args=args, kwargs=kwargs)
    kept = QueryDict(mutable=True)
    if request and _is_readable(request):
        kept.update({key: request.GET[key] for key in AS_OF if request.GET.get(key)})
    return f"{address}?{kept.urlencode('/:')}" if kept else address


def with_changes(request: HttpRequest, changes: Mapping[str, Any]) -> str:
    """Give the request's own address with some parameters changed; None takes one away."""
    kept = QueryDict(mutable=True)
    for name, value in parameters(request):
        if name not in changes:
            kept.appendlist(name, value)
    kept.update({name: _written(value) for name, value in changes.items() if value is not None})
    return f"{request.path}?{kept.urlencode('/:')}" if kept else request.path


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_readable(request: HttpRequest) -> bool:
    """Tell whether the day is one: the page that refuses a wrong day must not hand it on."""
    on, known = (request.GET.get(key, "") for key in AS_OF)
    try:
        read_as_of(on, known, today=date.min)
    except Refused:
        return False
    return True
