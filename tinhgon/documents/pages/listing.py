"""The lists: incoming, outgoing, the tray; each row with where the words were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.reach import EDIT
from tinhgon.documents.forms.filters import FilterForm
from tinhgon.documents.models import Document, Intake
from tinhgon.documents.queries.listing import listed
from tinhgon.documents.queries.registry import tray_within
from tinhgon.documents.searching import snippet
from tinhgon.register.pages.paging import page_number, sliced
from tinhgon.register.queries.units import names

LISTED, TRAY = 25, 40


@dataclass(frozen=True, slots=True)
class Row:
    """A document in a list."""

    document: Document
    keeper: str
    in_force: bool
    snippet: tuple[str, str, str] | None


def listing_page(request: ReachRequest, direction: str) -> dict[str, Any]:
    """Gather one page of a direction."""
    form = FilterForm(request.GET)
    wanted = form.filters
    found, page = sliced(listed(request.reach, direction, wanted), page_number(request), LISTED)
    day = wanted.force_on or request.today
    called = _names(request, found)
    places = _snippets(found, wanted.q) if wanted.q else {}
    rows = [
        Row(one, called.get(one.keeper_id, ""), one.in_force_on(day), places.get(one.pk)) for one in found
    ]
    return {
        "rows": rows, "page": page, "form": form, "direction": direction,
        "is_filtered": any(request.GET.values()), "tabs": tabs(request, direction),
        "may_write": direction == Document.Direction.OUTGOING and request.reach.does(EDIT),
    }  # fmt: skip


def tray_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the tray: what waits comes first."""
    found = tray_within(request.reach).select_related("added_by", "document")
    open_ones = found.filter(settled_at=None).order_by("-added_at")
    settled = found.exclude(settled_at=None).order_by("-added_at")
    waiting, page = sliced(open_ones, page_number(request), TRAY)
    called = _names(request, waiting)
    return {
        "waiting": [(one, called.get(one.keeper_id, "")) for one in waiting], "page": page,
        "settled": settled[:TRAY] if page.number == 1 else (), "tabs": tabs(request, "tray"),
    }  # fmt: skip


def tabs(request: ReachRequest, current: str) -> list[tuple[str, str, bool]]:
    """Give the lists that may be opened."""
    named = [
        ("in", reverse("documents:list"), gettext("Văn bản đến")),
        ("out", reverse("documents:outgoing"), gettext("Văn bản đi")),
    ]
    if request.reach.does(EDIT):
        named.append(("tray", reverse("documents:tray"), gettext("Khay chờ xác nhận")))
    return [(url, label, name == current) for name, url, label in named]


def _names(request: ReachRequest, found: Sequence[Document | Intake]) -> dict[UUID, str]:
    return names({one.keeper_id for one in found}, on=request.today, as_of=request.as_of)


def _snippets(found: Sequence[Document], wanted: str) -> dict[UUID, tuple[str, str, str]]:
    texts = Document.objects.filter(pk__in=[one.pk for one in found]).values_list("pk", "text")
    return {pk: snippet(text, wanted) for pk, text in texts if text}
