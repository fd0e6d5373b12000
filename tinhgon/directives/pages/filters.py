"""What a reader asks for, read from the address and written back into addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.periods import parse_day
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.columns import COLUMNS, GROUPS
from tinhgon.directives.queries.filters import Filters
from tinhgon.directives.statuses import Status
from tinhgon.documents.models import Document
from tinhgon.register.models import Person
from tinhgon.register.queries import units

LONGEST = 100
WINDOWS = {
    "week": _("hạn trong 7 ngày tới"), "month": _("hạn trong tháng này"), "quarter": _("hạn trong quý này"),
    "year": _("hạn trong năm nay"),
}  # fmt: skip
KEYS = ("q", "unit", "person", "directive", "kind", "standing", "due", "from", "to", "mine", "alone")


def read(given: QueryDict, *, today: date) -> Filters:
    """Read the filters of an address; what is no such thing asks nothing.

    :raises Refused: a day that does not exist is asked for.
    """
    since, until = window(given.get("due", ""), today=today)
    return Filters(
        text=given.get("q", "").replace("\x00", "").strip()[:LONGEST],
        unit=_key(given.get("unit", "")), person=_key(given.get("person", "")),
        directive=_key(given.get("directive", "")),
        kind=_among(given.get("kind", ""), Obligation.Kind.values),
        standing=_among(given.get("standing", ""), (*COLUMNS, *GROUPS, *Status.values)),
        due_from=_day(given.get("from", "")) or since, due_to=_day(given.get("to", "")) or until,
        mine=bool(given.get("mine")), alone=bool(given.get("alone")),
    )  # fmt: skip


def window(name: str, *, today: date) -> tuple[date | None, date | None]:
    """Give the first and the last day of a window around today."""
    if name == "week":
        return today, today + timedelta(days=7)
    months = {"month": 1, "quarter": 3, "year": 12}.get(name)
    if months is None:
        return None, None
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    after = first.month + months
    return first, date(first.year + (after > 12), (after - 1) % 12 + 1, 1) - timedelta(days=1)


def query(given: Mapping[str, Any], *without: str, **more: Any) -> str:
    """Write the filters of an address into another, some left out or changed."""
    kept = {name: given.get(name) for name in KEYS if name not in without} | more
    said = {name: value for name, value in kept.items() if value}
    return f"?{urlencode(said, safe='/:')}" if said else ""


def filter_bar(request: ReachRequest, filters: Filters) -> dict[str, Any]:
    """Gather what the bar of filters shows: what is chosen, what can be taken away."""
    unit_name = ""
    if filters.unit:
        unit_name = units.names([filters.unit], on=request.today, as_of=request.as_of).get(filters.unit, "")
    return {
        "filters": filters,
        "unit_name": unit_name,
        "kinds": Obligation.Kind.choices,
        "windows": WINDOWS,
        "window": request.GET.get("due", ""),
        "said_from": request.GET.get("from", "")[:10],
        "said_to": request.GET.get("to", "")[:10],
        "chips": list(_chips(request, filters)),
        "is_narrowed": bool(query(request.GET)),
        "clear_url": request.path,
        "export_query": query(request.GET),
    }


def _chips(request: ReachRequest, filters: Filters) -> Any:
    """Give what was chosen elsewhere and can only be taken away here."""
    if filters.alone and filters.unit:
        yield _("Đơn vị"), _("không kể đơn vị dưới"), query(request.GET, "alone") or "?"
    if filters.directive:
        paper = Document.objects.filter(pk=filters.directive).only("number", "abstract").first()
        yield _("Văn bản"), str(paper or "–"), query(request.GET, "directive") or "?"
    if filters.person:
        person = Person.objects.filter(pk=filters.person).only("name").first()
        yield _("Người"), person.name if person else "–", query(request.GET, "person") or "?"


def list_url(*, sort: str = "", **asked: Any) -> str:
    """Give the list narrowed so."""
    return reverse("directives:list") + query(asked, sort=sort)


def _key(text: str) -> UUID | None:
    """Read an id; a box to pick from sends the words after it."""
    try:
        return UUID(text.partition(" ")[0])
    except ValueError:
        return None


def _day(text: str) -> date | None:
    return parse_day(text.strip()) if text.strip() else None


def _among(text: str, known: Any) -> str:
    return text if text in known else ""
