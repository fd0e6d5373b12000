"""The map of a scenario as arrays: weights, groups, neighbours, positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection

from tinhgon.lab.ground.staff import HEADCOUNT, serving
from tinhgon.lab.ground.values import Unit
from tinhgon.lab.models import Location
from tinhgon.lab.parameters import Consolidate
from tinhgon.register.queries.trees import Node, listed
from tinhgon.solvers.consolidate.values import Floats, Ints, Territory
from tinhgon.temporal.asof import AsOf

# Areas have four digits: so little more never lets a sum of them fall below a standard that it meets.
ROUNDING_KM2 = 1e-9
BESIDE = """
SELECT unit_id, beside_id, border_km::float8 FROM lab_neighbour
WHERE unit_id = ANY(%(units)s::uuid[]) AND beside_id = ANY(%(units)s::uuid[])
    AND border_km >= %(least)s
"""


def territory_of(units: Sequence[Unit], nodes: Sequence[Node], asked: Consolidate, as_of: AsOf) -> Territory:
    """Give units as a solver takes them, with their neighbours and positions: two statements.

    Staff are counted, too, where somebody asks for them.
    """
    place = {unit.id: number for number, unit in enumerate(units)}
    borders, lengths = _borders(place, asked.least_border_km)
    measures = measures_of([node.population for node in nodes], [node.area_km2 for node in nodes])
    return Territory(
        codes=tuple(unit.code for unit in units),
        measures=measures | _staff(units, asked, as_of),
        borders=borders,
        border_km=lengths,
        group=_groups(units, asked.group),
        district=numbered([unit.parent for unit in units]),
        position=_positions(place),
        may_seat=np.ones(len(units), np.bool_),
    )


def measures_of(people: Sequence[Any], area: Sequence[Any]) -> dict[str, Floats]:
    """Give the weights that at least one unit has; of the others it is NaN, which a solver names."""
    found = {"population": _floats(people), "area_km2": _floats(area) + ROUNDING_KM2}
    return {name: values for name, values in found.items() if not np.isnan(values).all()}


def _staff(units: Sequence[Unit], asked: Consolidate, as_of: AsOf) -> dict[str, Floats]:
    if HEADCOUNT not in {asked.people, *asked.standards.given}:
        return {}
    count = serving([unit.id for unit in units], as_of)
    return {HEADCOUNT: np.array([count.get(unit.id, 0) for unit in units], np.float64)}


def numbered(of: Sequence[Any]) -> Ints:
    """Number what the units belong to, -1 for nothing."""
    number = {one: place for place, one in enumerate(sorted({one for one in of if one}, key=str))}
    return np.array([number.get(one, -1) for one in of], np.int32)


def _floats(values: Sequence[Any]) -> Floats:
    return np.array([np.nan if value is None else float(value) for value in values], np.float64)


def _groups(units: Sequence[Unit], by: str) -> Ints:
    of: dict[str, list[Any]] = {
        "province": [unit.top for unit in units],
        "district": [unit.parent for unit in units],
        "kind": [unit.kind for unit in units],
    }
    return numbered(of[by]) if by in of else np.zeros(len(units), np.int32)


def _borders(place: Mapping[UUID, int], least: float) -> tuple[Ints, Floats]:
    with connection.cursor() as cursor:
        cursor.execute(BESIDE, {"units": listed(place), "least": least})
        pairs = sorted((*sorted((place[one], place[other])), km) for one, other, km in cursor)
    borders = np.array([pair[:2] for pair in pairs], np.int32).reshape(-1, 2)
    return borders, np.array([pair[2] for pair in pairs], np.float64)


def _positions(place: Mapping[UUID, int]) -> Floats:
    found = np.full((len(place), 2), np.nan)
    for unit, *at in Location.objects.filter(unit__in=place).values_list("unit", "latitude", "longitude"):
        found[place[unit]] = [float(one) for one in at]
    return found
