"""What every page's frame needs. Nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from tinhgon.web.addresses import keeping_day


@dataclass(frozen=True, slots=True)
class Module:
    """An entry of the top bar."""

    label: str
    url: str
    icon: str
    current: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give the frame its modules, worked out only if the page shows them."""
    return {"modules": SimpleLazyObject(lambda: _modules(request))}


def _modules(request: HttpRequest) -> list[Module]:
    entries = (
        _module(request, "register:home", gettext("Bộ máy"), icon="sitemap"),
        _module(request, "register:decisions", gettext("Quyết định"), icon="gavel"),
        _module(request, "register:map", gettext("Bản đồ"), icon="map-2"),
        _module(request, "register:compare", gettext("So sánh"), icon="git-compare"),
    )
    return [entry for entry in entries if entry]


def _module(request: HttpRequest, name: str, label: str, *, icon: str) -> Module | None:
    try:
        url = keeping_day(request, name)
    except NoReverseMatch:  # an installation may leave a module out
        return None
    return Module(label, url, icon, current=_is_current(request, name))


def _is_current(request: HttpRequest, name: str) -> bool:
    """Tell whether the page belongs to the module: pages of `decisions` are named `decision…`, and so on."""
    match = request.resolver_match
    if match is None or match.app_name != "register":
        return False
    stems = {"register:decisions": "decision", "register:map": "map", "register:compare": "compare"}
    page = match.url_name or ""
    if name in stems:
        return page.startswith(stems[name])
    return not page.startswith(tuple(stems.values()))
