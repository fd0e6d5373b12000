"""Figures of the plan of units: how many, of what size, how far, by which standards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from tinhgon.core.rulebook import Severity
from tinhgon.lab.drawing import Drawn
from tinhgon.lab.drawing.drawn import named
from tinhgon.lab.ground import findings_of
from tinhgon.lab.impact.values import SORTS, Figure
from tinhgon.solvers.consolidate.units import NewUnit
from tinhgon.solvers.consolidate.values import BORDER, DISTRICTS, MISSED, TRAVEL, UNITS, Plan


def of_units(drawn: Drawn) -> Iterator[Figure]:
    """Give the figures of a plan against the eve, on which every unit stood by itself."""
    eve = as_it_was(drawn)
    now, was = drawn.terms, eve.terms
    yield Figure("units", now[UNITS], was[UNITS])
    yield Figure("missed", now[MISSED], was[MISSED])
    yield Figure("waived", _count(drawn.units, "waived"))
    yield Figure("spared", _count(drawn.units, "spared"))
    found = Counter(one.severity for of in findings_of(drawn.ground, drawn.plan) for one in of)
    yield Figure("warned", found[Severity.WARN])
    yield Figure("noted", found[Severity.NOTE])
    yield from _sizes(drawn, eve)
    yield Figure("travel", now[TRAVEL])
    yield Figure("radius", _farthest(drawn))
    yield Figure("border", now[BORDER], was[BORDER])
    yield Figure("districts", now[DISTRICTS], was[DISTRICTS])


def as_it_was(drawn: Drawn) -> Drawn:
    """Draw the eve."""
    places = np.arange(len(drawn.ground.units), dtype=np.int32)
    return named(drawn.ground, Plan(into=places, seat=places), ())


def _count(units: tuple[NewUnit, ...], how: str) -> int:
    return sum(any(getattr(below, how) for below in one.below) for one in units)


def _sizes(drawn: Drawn, eve: Drawn) -> Iterator[Figure]:
    for measure in drawn.ground.territory.measures:
        now = [one.sums[measure] for one in drawn.units]
        was = [one.sums[measure] for one in eve.units]
        for key, of in ((f"least_{measure}", min), (f"most_{measure}", max)):
            if key in SORTS:
                yield Figure(key, of(now), of(was))


def _farthest(drawn: Drawn) -> float:
    return max((one.radius_km for one in drawn.units if not np.isnan(one.radius_km)), default=0.0)
