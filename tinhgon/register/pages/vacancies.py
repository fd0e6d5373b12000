"""The vacant seats of a day, by unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from tinhgon.core.rows import RANKS as RANK_CODES
from tinhgon.register.pages.frame import frame
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.paging import Page, page_number
from tinhgon.register.pages.staff_words import RANKS, in_words
from tinhgon.register.pages.words import figure
from tinhgon.register.queries.codes import STAFF
from tinhgon.register.queries.staffing_counts import Vacancy, vacancies
from tinhgon.temporal.middleware import AsOfRequest

ROWS = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to."""

    unit: UUID | None
    rank: str
    staff: str

    @property
    def any(self) -> bool:
        """Tell whether it is narrowed at all."""
        return bool(self.unit or self.rank or self.staff)


@dataclass(frozen=True, slots=True)
class VacancyRow:
    """A vacancy in words."""

    one: Vacancy
    title: str
    url: str
    unit_url: str
    rank: Any
    staff: str
    free: str
    draft_url: str


def filters_of(request: AsOfRequest) -> Filters:
    """Read the filters of an address; what is not known filters nothing."""
    rank = request.GET.get("rank", "")
    staff = request.GET.get("staff", "")[:60]
    unit = _as_uuid(request.GET.get("unit", ""))
    return Filters(unit, rank if rank in RANK_CODES else "", staff if staff.isprintable() else "")


def _as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def vacancies_page(request: AsOfRequest) -> dict[str, Any]:
    """Gather the page."""
    filters, number = filters_of(request), page_number(request)
    around = frame(request, at=filters.unit)
    found = vacancies(
        request.as_of, root=filters.unit, rank=filters.rank, staff=filters.staff,
        first=(number - 1) * ROWS, count=ROWS,
    )  # fmt: skip
    staff, links = around["codes"][STAFF], around["links"]
    top = next((node for node in around["nodes"] if node.id == filters.unit), None)
    return around | {
        "rows": [_row(one, links, staff) for one in found.rows],
        "page": Page(number, number * ROWS < found.posts),
        "posts": found.posts, "free": figure(found.seats), "filters": filters, "top": top,
        "ranks": list(RANKS.items()), "staff_kinds": list(staff.items()),
        "export_url": _export(request, filters, links),
    }  # fmt: skip


def _row(one: Vacancy, links: Links, staff: dict[str, str]) -> VacancyRow:
    draft = f"{links.page('draft_new')}{'&' if '?' in links.page('draft_new') else '?'}"
    return VacancyRow(
        one, in_words(one.title), links.post(one.post), links.unit(one.unit), RANKS[one.rank],
        staff.get(one.staff, one.staff), figure(one.free),
        f"{draft}{urlencode({'op': 'appoint', 'post': one.post})}",
    )  # fmt: skip


def _export(request: AsOfRequest, filters: Filters, links: Links) -> str:
    asked = {"unit": filters.unit, "rank": filters.rank, "staff": filters.staff}
    wanted = links.kept | {name: str(value) for name, value in asked.items() if value}
    return f"{reverse('exchange:vacancies')}?{urlencode(wanted, safe='/:')}"
