"""From what a unit came and into what it went: drawn, tabled and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.register.pages.links import Links
from tinhgon.register.pages.words import figure, percent
from tinhgon.register.queries.lineage import Link

DRAWN = 80  # ribbons that can still be told apart; with more, only those that touch the unit
ONE_DAY = timedelta(days=1)
Stage = tuple[UUID, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A row of the lineage's table."""

    link: Link
    origin_url: str
    result_url: str
    decision_url: str
    is_future: bool

    @property
    def people(self) -> Decimal | None:
        """How many people passed."""
        return passed(self.link.population, self.link.share_population)

    @property
    def share(self) -> str:
        """Which part of the people passed, in words."""
        return percent(self.link.share_population)

    @property
    def area(self) -> Decimal | None:
        """How many km² passed."""
        return passed(self.link.area_km2, self.link.share_area)


@dataclass(frozen=True, slots=True)
class Lineage:
    """All of it, for the template."""

    passages: list[Passage]
    origins: list[Passage]
    results: list[Passage]
    chart: dict[str, Any]
    measure: str


def passed(whole: Decimal | int | None, share: Decimal) -> Decimal | None:
    """Give the part of a whole that passed, to the digits that a share can carry."""
    return None if whole is None else round(whole * share, 2 if isinstance(whole, Decimal) else 0)


def lineage_of(unit: UUID, found: Sequence[Link], links: Links, *, day: date) -> Lineage | None:
    """Make the lineage ready; a unit that came from none and went into none has none."""
    if not found:
        return None
    if len(found) > DRAWN:
        found = [link for link in found if unit in (link.origin, link.result)]
    passages = [_passage(link, links, day) for link in found]
    measure = _measure(found)
    return Lineage(
        passages=passages,
        origins=[one for one in passages if one.link.result == unit],
        results=[one for one in passages if one.link.origin == unit],
        chart=_chart(passages, measure),
        measure=measure,
    )


def _passage(link: Link, links: Links, day: date) -> Passage:
    """Lead to each unit on a day on which it lives: the day in view, or the one of the passage."""
    before = link.on - ONE_DAY
    stays = link.how == "part" or link.on > day
    return Passage(
        link=link,
        origin_url=links.unit(link.origin, on=None if stays else before),
        result_url=links.unit(link.result, on=link.on if link.on > day else None),
        decision_url=links.page("decision", link.decision),
        is_future=link.on > day,
    )


def _measure(found: Sequence[Link]) -> str:
    """Choose what the ribbons' width means: people or area if all are known, else all are alike."""
    if all(link.population for link in found):
        return "population"
    return "area" if all(link.area_km2 for link in found) else "count"


def _chart(passages: Sequence[Passage], measure: str) -> dict[str, Any]:
    """Draw each unit once a stage of its life, so that what comes back later makes no circle."""
    nodes: dict[Stage, dict[str, Any]] = {}
    ribbons = []
    for one in passages:
        link = one.link
        origin = (link.origin, _stage(passages, link.origin, link.on - ONE_DAY))
        result = (link.result, _stage(passages, link.result, link.on))
        nodes.setdefault(origin, {"id": _id(origin), "name": link.origin_name, "url": one.origin_url})
        nodes.setdefault(result, {"id": _id(result), "name": link.result_name, "url": one.result_url})
        ribbons.append({
            "source": _id(origin), "target": _id(result), "value": _width(one, measure), "label": said(one),
        })  # fmt: skip
    return {"nodes": list(nodes.values()), "links": ribbons}


def _stage(passages: Sequence[Passage], unit: UUID, day: date) -> int:
    """Count the days up to this one on which the unit took something in."""
    return len({one.link.on for one in passages if one.link.result == unit and one.link.on <= day})


def _id(stage: Stage) -> str:
    return f"{stage[0]}.{stage[1]}"


def _width(one: Passage, measure: str) -> float:
    value = {"population": one.people, "area": one.area, "count": Decimal(1)}[measure]
    return max(float(value or 0), 0.001)


def said(one: Passage) -> str:
    """Say what passed: 22.106 người (100 %), ước tính."""
    link = one.link
    parts = []
    if one.people is not None:
        parts.append(gettext("%(people)s người") % {"people": figure(one.people)})
    if one.area is not None:
        parts.append(f"{figure(one.area)} km²")
    words = f"{', '.join(parts)} ({one.share})" if parts else one.share
    return f"{words}, {gettext('ước tính')}" if link.estimated else words
