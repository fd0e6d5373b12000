"""The page of a unit: everything it shows, gathered from one point of view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404

from tinhgon.register.models import Unit
from tinhgon.register.pages import staff_stories
from tinhgon.register.pages.figures import Total, by_kind, by_top, in_words, total
from tinhgon.register.pages.frame import frame
from tinhgon.register.pages.lineages import lineage_of
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.lives import Life, life_of, phases
from tinhgon.register.pages.maps import card, density
from tinhgon.register.pages.reaching import reach_of
from tinhgon.register.pages.staffing import staff_of
from tinhgon.register.pages.stories import Moment, Telling, mentioned, timeline
from tinhgon.register.queries import (
    bodies,
    decisions,
    lineage,
    sight,
    tallies,
    units,
)
from tinhgon.register.queries.codes import STAFF
from tinhgon.register.queries.tallies import Tally
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.middleware import AsOfRequest


@dataclass(frozen=True, slots=True)
class Child:
    """A row of the sub-units' table; figures that are sums of its own sub-units say so."""

    node: Node
    kind: str
    url: str
    below: str
    area_km2: Decimal | None
    population: int | None
    summed: bool


def unit_page(request: AsOfRequest, unit: UUID) -> dict[str, Any]:
    """Gather the page of a unit.

    :raises Http404: there never was such a unit.
    """
    as_of = request.as_of
    versions = units.versions(unit, as_of)
    if not versions and not Unit.objects.filter(pk=unit).exists():
        raise Http404
    stands = bodies.around(unit, as_of, line=line_of(request))
    around = frame(request, at=unit, under=(one.id for one in stands.above))
    life = life_of(versions, day=as_of.valid)
    story = _story(request, unit, around)
    staff = staff_of(request, unit, around["links"])
    return (
        around
        | {"unit": unit, "life": life, "versions": phases(versions, day=as_of.valid)}
        | {"founded": versions[0].decision if versions else None}
        | {"ended_by": ended_by(life, story["timeline"])}
        | ways_on(unit, around["links"])
        | placed(unit, around, stands)
        | {"staff": staff, "illustrative": staff.illustrative}
        | _below(request, unit, around)
        | story
    )


def ended_by(life: Life, told: Sequence[Moment]) -> Moment | None:
    """Find the decision that ended a life which is over on the day."""
    until = life.version.valid.until if life.state == "ended" else None
    return next((one for one in told if until and one.on == until), None)


def ways_on(unit: UUID, links: Links) -> dict[str, Any]:
    """Give what can be done with the unit: draft a change, take it away as a file."""
    forms = ("xlsx", "csv", "jsonld")
    return {
        "draft_url": links.about(unit, "register:draft_new"),
        "staff_chart_url": links.page("chart_by_posts", unit),
        "vacancies_url": links.about(unit, "register:vacancies"),
        "exports": {form: links.about(unit, f"exchange:{form}", parameter="root") for form in forms},
    }


def place(unit: UUID, nodes: Sequence[Node], links: Links) -> dict[str, Any]:
    """Find the unit in the tree, and what stands above it."""
    by_id = {node.id: node for node in nodes}
    node = by_id.get(unit)
    above: list[Node] = []
    parent = by_id.get(node.parent) if node and node.parent else None
    while parent:
        above.insert(0, parent)
        parent = by_id.get(parent.parent) if parent.parent else None
    code = node.code if node else None
    return {
        "node": node,
        "code": code,
        "density": density(node) if node else None,
        "crumbs": [(one.name, links.unit(one.id)) for one in above],
    }


def placed(unit: UUID, around: dict[str, Any], stands: bodies.Around) -> dict[str, Any]:
    """Find the unit in the tree, or what it stands under in another line; list its bodies in other lines."""
    links, kinds = around["links"], around["kinds"]
    found = place(unit, around["nodes"], links)
    if found["node"] is None:
        found["crumbs"] = [(one.name, links.unit(one.id)) for one in stands.above]
    return found | {
        "stands": found["node"] is not None or bool(stands.above),
        "bodies": [(one.name, kinds.get(one.kind, one.kind), links.unit(one.id)) for one in stands.bodies],
    }


def _below(request: AsOfRequest, unit: UUID, around: dict[str, Any]) -> dict[str, Any]:
    """Count and list what stands below the unit."""
    kinds = around["kinds"]
    found = tallies.tally(request.as_of, below=unit, line=around["line"])
    nodes = [node for node in around["nodes"] if node.parent == unit]
    children = _children(nodes, found, kinds, around["links"])
    return {
        "below": sum(row.units for row in found),
        "below_in_words": in_words(by_kind(found, kinds)),
        "total": total(found),
        "children": children,
        "has_grandchildren": any(child.below for child in children),
        "has_sums": any(child.summed for child in children),
        "map": card(request.as_of, unit, around["nodes"], around["links"], kinds),
    }


def _children(
    nodes: Sequence[Node], found: Sequence[Tally], kinds: dict[str, str], links: Links
) -> list[Child]:
    below = by_top(found)
    return [_child(node, below.get(node.id, []), kinds, links) for node in nodes]


def _child(node: Node, below: Sequence[Tally], kinds: dict[str, str], links: Links) -> Child:
    own = node.area_km2 is not None or node.population is not None
    summed: Total | None = None if own else total(below)
    return Child(
        node=node,
        kind=kinds.get(node.kind, node.kind),
        url=links.unit(node.id),
        below=in_words(by_kind(below, kinds)),
        area_km2=summed.area_km2 if summed else node.area_km2,
        population=summed.population if summed else node.population,
        summed=summed is not None,
    )


def _story(request: AsOfRequest, unit: UUID, around: dict[str, Any]) -> dict[str, Any]:
    """Tell what happened to the unit, and draw its lineage."""
    as_of, links = request.as_of, around["links"]
    entries = decisions.timeline(unit, as_of)
    found = lineage.lineage(unit, as_of)
    others = mentioned(entries) | staff_stories.units_in(unit, entries)
    names = units.names(others, on=as_of.valid, as_of=as_of)
    hidden = sight.hidden((entry.decision.pk for entry in entries), reach_of(request), request.user.pk)
    staff = staff_stories.sentences(unit, entries, names, around["codes"][STAFF])
    telling = Telling(unit, around["kinds"], names, found, staff, hidden)
    return {
        "timeline": timeline(entries, telling, links, day=as_of.valid),
        "decisions": len(entries),
        "lineage": lineage_of(unit, found, links, day=as_of.valid),
    }
