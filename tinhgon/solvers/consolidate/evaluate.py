"""The figures of a plan, whoever drew it: by term for the whole, and unit by unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.consolidate.seats import apart_km, points_of
from tinhgon.solvers.consolidate.values import (
    BORDER,
    DISTRICTS,
    MISSED,
    SHORTFALL,
    TERMS,
    TRAVEL,
    UNITS,
    Conditions,
    Flags,
    Floats,
    Ints,
    Plan,
    Standards,
    Territory,
    Weights,
)

THOUSAND = 1000.0  # travel is priced by 1,000 person-kilometres


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figures:
    """What is known of every new unit, as arrays over the new units.

    :param people_km: person-kilometres from the members' seats to the new one.
    :param radius_km: from the seat to the farthest member's.
    :param border_km: left around the unit towards other units of the territory.
    :param districts: number of today's districts it reaches into.
    :param asked: by measure, the standard of its class, waived or not; 0 asks nothing.
    """

    size: Ints
    sort: Ints
    sums: Mapping[str, Floats]
    asked: Mapping[str, Floats]
    waived: Flags
    spared: Flags
    people_km: Floats
    radius_km: Floats
    border_km: Floats
    districts: Ints

    def short(self, measure: str) -> Flags:
        """Tell which units lie below the standard of a measure, waived or not."""
        return self.sums[measure] < self.asked[measure]

    def missed(self, measure: str) -> Flags:
        """Tell which units miss the standard of a measure."""
        return self.short(measure) & ~self.waived & ~self.spared


def figures_of(territory: Territory, standards: Standards, conditions: Conditions, plan: Plan) -> Figures:
    """Give the figures of every new unit, in a few passes over the units."""
    into, count = plan.into, len(plan)
    size: Ints = np.bincount(into, minlength=count).astype(np.int32)
    sort = np.zeros(count, dtype=np.int32)
    np.maximum.at(sort, into, standards.sort)
    measures = [name for name in territory.measures if name in {*standards.merged, *standards.alone}]
    points = points_of(territory.position)
    km = apart_km(points, points[plan.seat[into]])
    radius = np.zeros(count)
    np.maximum.at(radius, into, km)
    return Figures(
        size=size,
        sort=sort,
        sums={name: _summed(into, weights, count) for name, weights in territory.measures.items()},
        asked={name: _asked(standards, name, size, sort) for name in measures},
        waived=_waived(standards, size),
        spared=(size == 1) & standards.spared[plan.seat],
        people_km=_summed(into, km * territory.measures[conditions.people], count),
        radius_km=radius,
        border_km=_border(territory, into, count),
        districts=_districts(territory.district, into, count),
    )


def _summed(into: Ints, weights: Floats, count: int) -> Floats:
    sums: Floats = np.bincount(into, weights=weights, minlength=count).astype(np.float64)
    return sums


def _asked(standards: Standards, measure: str, size: Ints, sort: Ints) -> Floats:
    def of(table: Mapping[str, Floats]) -> Floats:
        return np.asarray(table[measure], dtype=float)[sort] if measure in table else np.zeros(len(sort))

    return np.where(size == 1, of(standards.alone), of(standards.merged))


def _waived(standards: Standards, size: Ints) -> Flags:
    if standards.waived_from is None:
        return np.zeros(len(size), dtype=bool)
    return (size > 1) & (size >= standards.waived_from)


def _border(territory: Territory, into: Ints, count: int) -> Floats:
    """Give each new unit's border towards others; every kilometre counts on both its sides."""
    a, b = into[territory.borders[:, 0]], into[territory.borders[:, 1]]
    left = np.where(a != b, territory.border_km, 0.0)
    return _summed(a, left, count) + _summed(b, left, count)


def _districts(district: Ints, into: Ints, count: int) -> Ints:
    known = district >= 0
    pairs = np.unique(into[known].astype(np.int64) * (district.max(initial=0) + 1) + district[known])
    return np.bincount(pairs // (district.max(initial=0) + 1), minlength=count).astype(np.int32)


def terms_of(
    territory: Territory, standards: Standards, conditions: Conditions, plan: Plan
) -> dict[str, float]:
    """Give every term of a plan: travel in 1,000 person-kilometres, border in kilometres once each."""
    figures = figures_of(territory, standards, conditions, plan)
    missed = shortfall = 0.0
    for name, asked in figures.asked.items():
        misses = figures.missed(name)
        missed += int(misses.sum())
        shortfall += float((1 - figures.sums[name][misses] / asked[misses]).sum())
    return {
        MISSED: missed,
        SHORTFALL: shortfall,
        UNITS: float(len(plan)),
        TRAVEL: float(figures.people_km.sum()) / THOUSAND,
        BORDER: float(figures.border_km.sum()) / 2,
        DISTRICTS: float(np.maximum(figures.districts - 1, 0).sum()),
    }


def value_of(terms: Mapping[str, float], weights: Weights) -> float:
    """Give the objective: each term by its price."""
    return sum(getattr(weights, name) * terms[name] for name in TERMS)
