"""Outlines of communes and the units that they belong to on a day.

Outlines carry codes only. There are two sets, of the days before and since the communes were merged, and the
same code names other ground in each: a set is joined with units of its own days alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import Any, Literal, TypeAlias, get_args
from uuid import UUID

from django.utils.translation import gettext

from tinhgon.register.actions.importing import DATA
from tinhgon.register.pages.links import Links
from tinhgon.register.pages.words import figure
from tinhgon.register.queries import trees
from tinhgon.register.queries.trees import Node
from tinhgon.temporal.asof import AsOf

Era: TypeAlias = Literal["before", "after"]
ERAS: tuple[Era, ...] = get_args(Era)
TURN = date(2025, 7, 1)
TONES = {"ward": 1, "commune": 2, "township": 4, "special_zone": 7}
STEPS = (400, 600, 1000, 3000)  # people per km²: between the five colours of the scale


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune on the map or in its table."""

    node: Node
    kind: str
    url: str
    is_drawn: bool

    @property
    def density(self) -> int | None:
        """People per km²."""
        return density(self.node)


@dataclass(frozen=True, slots=True)
class Layer:
    """One set of outlines, and the communes of the day that it is shown for."""

    era: Era
    day: date
    communes: tuple[Commune, ...]

    @property
    def drawn(self) -> list[Commune]:
        """Those that have an outline."""
        return [one for one in self.communes if one.is_drawn]

    @property
    def missing(self) -> list[Commune]:
        """Those that have none."""
        return [one for one in self.communes if not one.is_drawn]


def density(node: Node) -> int | None:
    """Give the people per km² of a unit, if both figures are there."""
    return round(node.population / node.area_km2) if node.population and node.area_km2 else None


def era_of(day: date) -> Era:
    """Tell which set of outlines a day belongs to."""
    return "before" if day < TURN else "after"


def content(era: Era) -> bytes:
    """Read a set of outlines."""
    return (DATA / "cantho" / f"map_{era}.geojson").read_bytes()


@cache
def codes(era: Era) -> frozenset[str]:
    """Give the codes that a set has outlines for."""
    return frozenset(str(feature["properties"]["code"]) for feature in json.loads(content(era))["features"])


def layer(as_of: AsOf, era: Era, links: Links, kinds: Mapping[str, str]) -> Layer:
    """Give the communes for a set of outlines, on the day in view or the nearest day of the set."""
    day = min(as_of.valid, TURN - timedelta(days=1)) if era == "before" else max(as_of.valid, TURN)
    found = trees.communes(AsOf(day, as_of.known), codes=codes(era))
    on = None if day == as_of.valid else day
    return Layer(era, day, tuple(_commune(node, era, links, kinds, on) for node in found))


def _commune(node: Node, era: Era, links: Links, kinds: Mapping[str, str], on: date | None) -> Commune:
    kind = kinds.get(node.kind, node.kind)
    return Commune(node, kind, links.unit(node.id, on=on), node.code in codes(era))


def shapes(communes: Iterable[Commune], *, by_density: bool = False) -> dict[str, dict[str, Any]]:
    """Say by code what the map draws: name, note, address, colour."""
    return {
        str(one.node.code): {
            "id": str(one.node.id), "name": one.node.name, "note": _note(one), "url": one.url,
        } | (_shade(one) if by_density else {"tone": TONES.get(one.node.kind, 6)})
        for one in communes if one.is_drawn
    }  # fmt: skip


def _note(one: Commune) -> str:
    node = one.node
    parts = [one.kind]
    if node.population is not None:
        parts.append(gettext("%(people)s người") % {"people": figure(node.population)})
    if node.area_km2 is not None:
        parts.append(f"{figure(round(node.area_km2, 2))} km²")
    if one.density is not None:
        parts.append(gettext("%(density)s người/km²") % {"density": figure(one.density)})
    return " · ".join(parts)


def _shade(one: Commune) -> dict[str, int]:
    if one.density is None:
        return {"tone": 6}
    return {"scale": sum(Decimal(one.density) >= step for step in STEPS)}


def scale() -> list[tuple[int, str]]:
    """Name the colours of the density scale."""
    bounds = [figure(step) for step in STEPS]
    between = [f"{low} – {high}" for low, high in pairwise(bounds)]
    return list(enumerate([f"< {bounds[0]}", *between, f"≥ {bounds[-1]}"]))


def card(
    as_of: AsOf, unit: UUID, nodes: Sequence[Node], links: Links, kinds: Mapping[str, str]
) -> dict[str, Any] | None:
    """Map a unit: among its sisters if it has an outline, else its communes; None if nothing has one."""
    era = era_of(as_of.valid)
    own = next((node for node in nodes if node.id == unit), None)
    if own is None:
        return None
    if own.code in codes(era) and kinds.get(own.kind) and own.kind in TONES:
        around = [node for node in nodes if node.parent == own.parent]
    else:
        around = [node for node in nodes if node.parent == unit] or []
        if around and not any(node.code in codes(era) for node in around):
            around = trees.subtree(as_of, root=unit, depth=2)[1]
    drawn = [_commune(node, era, links, kinds, None) for node in around if node.kind in TONES]
    found = shapes(drawn)
    return {"era": era, "shapes": found, "chosen": own.code in found and str(unit)} if found else None


@cache
def etag(era: Era) -> str:
    """Mark the content of a set, so that a browser need not fetch it twice."""
    return f'"{sha256(content(era)).hexdigest()[:20]}"'
