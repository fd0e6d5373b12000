"""Scenarios side by side: their figures, the front of those that no other betters, and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.drawing import Drawn
from tinhgon.lab.impact import compare
from tinhgon.lab.impact.comparing import Row
from tinhgon.lab.impact.values import SORTS
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages import sentences
from tinhgon.lab.pages.figures import GROUPS, change_of, label_of, tone_of
from tinhgon.lab.pages.frame import drawn_or_not
from tinhgon.lab.pages.numbers import number
from tinhgon.lab.pages.proofs import Known, known_of
from tinhgon.lab.pareto import front
from tinhgon.lab.queries.scenarios import several_within, visible
from tinhgon.solvers.consolidate.values import MISSED, TRAVEL, UNITS

MOST = 12  # columns that a table still shows
AROUND = 60  # other scenarios of the same territory among the points
FRONT = (UNITS, TRAVEL, MISSED)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one scenario in the table."""

    value: str
    change: str
    tone: str
    best: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A scenario in the comparison."""

    scenario: Scenario
    known: Known
    without: str


@dataclass(frozen=True, slots=True)
class Point:
    """A scenario among the points: what it comes to, and whether no other is better in everything."""

    scenario: Scenario
    terms: tuple[float, ...]
    front: bool


def compare_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the comparison of the scenarios that an address names."""
    chosen = several_within(_keys(request.GET.getlist("s")), request.reach)[:MOST]
    drawn = [(one, drawn_or_not(one)) for one in chosen]
    there = [(one, found) for one, (found, _) in drawn if found]
    refused = [(one, why) for one, (found, why) in drawn if not found]
    table = compare([one for one, _ in there]) if there else None
    around = _around([one for one, _ in there], request)
    return {
        "columns": [Column(one, known_of(one), _without(chosen, one)) for one, _ in there],
        "groups": _groups(table.rows) if table else [],
        "refused": refused, "pairs": _pairs(there), "alike": _alike([found for _, found in there]),
        "points": around, "scatter": scatter(around, {one.pk for one in chosen}),
        "others": [one.scenario for one in around if one.scenario not in chosen],
        "chosen": chosen,
    }  # fmt: skip


def scatter(points: Sequence[Point], chosen: Iterable[UUID]) -> dict[str, Any]:
    """Give the drawing of the points; each opens its scenario."""
    picked = set(chosen)
    return {
        "x": gettext("đơn vị sau sắp xếp"), "y": gettext("nghìn người-km"),
        "size": gettext("tiêu chuẩn không đạt"),
        "points": [
            {"name": one.scenario.name, "url": reverse("lab:scenario", args=[one.scenario.pk]),
             "x": one.terms[0], "y": round(one.terms[1], 1), "size": one.terms[2], "front": one.front,
             "chosen": one.scenario.pk in picked, "tone": _tone(one.scenario)}
            for one in points
        ],
    }  # fmt: skip


def _around(chosen: Sequence[Scenario], request: ReachRequest) -> list[Point]:
    """Give the chosen and all others of the same territory and day that have a plan."""
    if not chosen:
        return []
    first = chosen[0]
    same = visible(request.reach).filter(
        root=first.root_id, effective_on=first.effective_on, kinds=first.kinds
    )
    found = {one.pk: one for one in [*chosen, *same[:AROUND]]}
    drawn = [(one, _terms(one)) for one in found.values() if one.plan]
    known = [(one, terms) for one, terms in drawn if terms]
    best = set(front([dict(zip(FRONT, terms, strict=True)) for _, terms in known], FRONT))
    return [Point(one, terms, place in best) for place, (one, terms) in enumerate(known)]


def _terms(scenario: Scenario) -> tuple[float, ...] | None:
    terms = scenario.found.get("terms")
    if not terms:
        drawn, _ = drawn_or_not(scenario)
        terms = drawn.terms if drawn else None
    return tuple(float(terms[name]) for name in FRONT) if terms else None


def _groups(rows: Sequence[Row]) -> list[tuple[str, list[tuple[str, str, list[Cell]]]]]:
    sorted_out: dict[str, list[tuple[str, str, list[Cell]]]] = {}
    for row in rows:
        if all(value is None for value in row.values):
            continue
        label, unit = label_of(row.key)
        sorted_out.setdefault(SORTS[row.key].group, []).append((label, unit, _cells(row)))
    return [(str(GROUPS[group]), sorted_out[group]) for group in GROUPS if group in sorted_out]


def _cells(row: Row) -> list[Cell]:
    digits, best = SORTS[row.key].digits, row.best
    return [
        Cell(
            number(value, digits), change_of(row.apart(place), digits) if place else "",
            tone_of(row.apart(place), row.key, digits), best is not None and value == best,
        )
        for place, value in enumerate(row.values)
    ]  # fmt: skip


def _pairs(there: Sequence[tuple[Scenario, Drawn]]) -> list[tuple[Scenario, Scenario, list[sentences.Told]]]:
    """Put each other scenario beside the enacted one, or beside the first."""
    if len(there) < 2:
        return []
    enacted = next((pair for pair in there if pair[0].origin == Scenario.Origin.ENACTED), there[0])
    return [
        (one, enacted[0], sentences.beside(enacted[1], drawn)) for one, drawn in there if one != enacted[0]
    ]  # fmt: skip


def _alike(drawn: Sequence[Drawn]) -> bool:
    """Tell whether all stand on the same units: only then are their figures about the same."""
    return len({tuple(unit.code for unit in one.ground.units) for one in drawn}) < 2


def _without(chosen: Sequence[Scenario], one: Scenario) -> str:
    return "&".join(f"s={other.pk}" for other in chosen if other != one)


def _keys(texts: Iterable[str]) -> list[UUID]:
    found = []
    for text in texts:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _tone(scenario: Scenario) -> int:
    return {"lab": 1, "enacted": 2, "hand": 4}.get(scenario.origin, 6)
