"""The figures of a day, each with the list of people that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.rows import RANKS as RANK_CODES
from tinhgon.people.pages.arrangement import arranged
from tinhgon.people.pages.links import PeopleLinks
from tinhgon.people.pages.listing import acts
from tinhgon.people.queries import codes
from tinhgon.people.queries.amendments import overdue
from tinhgon.people.queries.figures import Band, Figures, Staffed, figures
from tinhgon.people.queries.filters import Filters
from tinhgon.register.pages.asof import asof_bar
from tinhgon.register.pages.staff_words import RANKS, WAYS
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import units

SOON = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that opens its list."""

    label: Any
    value: int
    url: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of staff: how many of each rank, seats, vacancies, and how far the quota is used."""

    label: str
    ranks: tuple[Figure, ...]
    all: int
    url: str
    seats: int
    free: str
    quota: int | None
    paid: str
    share: float | None
    tone: str


@dataclass(frozen=True, slots=True)
class BandRow:
    """People of some ages."""

    label: str
    people: int
    women: int
    url: str


def dashboard_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the figures."""
    filters, links = Filters(unit=arranged(request.GET).filters.unit), PeopleLinks.of(request)
    day, kinds = request.as_of.valid, codes.staff_kinds()
    found = figures(filters, request.as_of, request.reach, kinds=list(kinds), soon=day + SOON)
    waiting, late = overdue(request.reach, on=request.today)
    bands = [_band(one, filters, links) for one in found.bands]
    return {
        "asof": asof_bar(request),
        "figures": found,
        "unit": filters.unit,
        "unit_name": _unit_name(request, filters),
        "all_url": links.listing(filters),
        "women_url": links.page("list", **_with(filters, sex="female")),
        "women_share": 100 * found.women / found.people if found.people else None,
        "ranks": [RANKS[rank] for rank in RANK_CODES],
        "kinds": [
            _kind(code, name, found, filters, links) for code, name in kinds.items() if _has(code, found)
        ],
        "ways": _ways(found, filters, links),
        "bands": bands,
        "bands_chart": _chart(bands),
        "soon_on": day + SOON,
        "soon_url": links.page("list", **_with(filters, term_before=f"{day + SOON:%d/%m/%Y}"), sort="term"),
        "vacancies_url": _vacancies(filters, links),
        "free": figure(sum((one.free for one in found.staffed.values()), Decimal(0))),
        "seats": sum(one.seats for one in found.staffed.values()),
        "waiting": waiting,
        "late": late,
        "upcoming_url": links.page("upcoming", unit=filters.unit and str(filters.unit)),
        "illustrative": found.made_up,
        "links": links,
    } | acts(request)


def _vacancies(filters: Filters, links: PeopleLinks) -> str:
    if filters.unit is None:
        return links.register.page("vacancies")
    return links.register.about(filters.unit, "register:vacancies")


def _with(filters: Filters, **more: str) -> dict[str, str]:
    """Write the filters of the page and some more as parameters."""
    return ({"unit": str(filters.unit)} if filters.unit else {}) | more


def _has(code: str, found: Figures) -> bool:
    return code in found.staffed or any(found.posts[code, rank] for rank in RANK_CODES)


def _kind(code: str, name: str, found: Figures, filters: Filters, links: PeopleLinks) -> KindRow:
    ranks = tuple(
        Figure(
            RANKS[rank], found.posts[code, rank],
            links.page("list", **_with(filters, staff=code, rank=rank)),
        )
        for rank in RANK_CODES
    )  # fmt: skip
    of = found.staffed.get(code, Staffed(code, 0, Decimal(0), Decimal(0), None))
    share = float(100 * of.paid / of.quota) if of.quota else None
    return KindRow(
        name, ranks, sum(one.value for one in ranks), links.page("list", **_with(filters, staff=code)),
        of.seats, figure(of.free), of.quota, figure(of.paid),
        min(share, 100.0) if share is not None else None,
        "bad" if share and share > 100 else "warn" if share and share > 95 else "ok",
    )  # fmt: skip


def _ways(found: Figures, filters: Filters, links: PeopleLinks) -> list[Figure]:
    ways: Mapping[str, int] = found.ways
    return [
        Figure(WAYS[way], count, links.page("list", **_with(filters, how=way)))
        for way, count in ways.items()
        if count
    ]


def _band(band: Band, filters: Filters, links: PeopleLinks) -> BandRow:
    says = {0: gettext("dưới %(over)d"), 60: gettext("từ %(from)d")}.get(band.youngest, "%(from)d–%(to)d")
    label = says % {"from": band.youngest, "to": band.oldest, "over": band.oldest + 1}
    url = links.page("list", **_with(filters, born_from=str(band.born_from), born_to=str(band.born_to)))
    return BandRow(label, band.people, band.women, url)


def _chart(bands: list[BandRow]) -> dict[str, Any]:
    return {
        "categories": [band.label for band in bands],
        "series": [
            {"name": gettext("Nữ"), "values": [band.women for band in bands], "tone": 3},
            {
                "name": gettext("Nam, chưa ghi"),
                "values": [band.people - band.women for band in bands],
                "tone": 1,
            },
        ],
        "unit": gettext("người"),
    }


def _unit_name(request: ReachRequest, filters: Filters) -> str:
    if filters.unit is None:
        return ""
    return units.names([filters.unit], on=request.as_of.valid, as_of=request.as_of).get(filters.unit, "")
