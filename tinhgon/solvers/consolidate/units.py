"""A plan unit by unit, as a page or a report shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.consolidate.evaluate import Figures, figures_of
from tinhgon.solvers.consolidate.values import Conditions, Plan, Standards, Territory


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A standard that a new unit does not reach, and whether that counts.

    :param waived: so many members merged that it is not considered.
    :param spared: the unit stays as it is and is asked nothing.
    """

    measure: str
    found: float
    asked: float
    waived: bool
    spared: bool

    @property
    def missed(self) -> bool:
        """Tell whether it counts as missed."""
        return not (self.waived or self.spared)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """A unit of the plan with its figures; members and seat are places in `Territory.codes`."""

    members: tuple[int, ...]
    seat: int
    sums: Mapping[str, float]
    sort: int
    below: tuple[Below, ...]
    people_km: float
    radius_km: float
    border_km: float
    districts: int


def per_unit(
    territory: Territory, standards: Standards, conditions: Conditions, plan: Plan
) -> tuple[NewUnit, ...]:
    """Give every new unit of a plan, in the plan's order."""
    figures = figures_of(territory, standards, conditions, plan)
    order = np.argsort(plan.into, kind="stable").tolist()
    ends = np.cumsum(figures.size).tolist()
    sums = _rows(figures.sums)
    below = _below(figures, len(plan))
    seat, sort, districts = plan.seat.tolist(), figures.sort.tolist(), figures.districts.tolist()
    people, radius = figures.people_km.tolist(), figures.radius_km.tolist()
    border = figures.border_km.tolist()
    return tuple(
        NewUnit(
            members=tuple(order[ends[k - 1] if k else 0 : ends[k]]),
            seat=seat[k],
            sums=sums[k],
            sort=sort[k],
            below=tuple(below.get(k, ())),
            people_km=people[k],
            radius_km=radius[k],
            border_km=border[k],
            districts=districts[k],
        )
        for k in range(len(plan))
    )


def _rows(sums: Mapping[str, np.ndarray]) -> list[dict[str, float]]:
    names = list(sums)
    return [
        dict(zip(names, row, strict=True))
        for row in zip(*(sums[name].tolist() for name in names), strict=True)
    ]


def _below(figures: Figures, count: int) -> dict[int, list[Below]]:
    found: dict[int, list[Below]] = {}
    for measure, asked in figures.asked.items():
        for k in np.flatnonzero(figures.short(measure)).tolist():
            found.setdefault(k, []).append(
                Below(
                    measure=measure,
                    found=float(figures.sums[measure][k]),
                    asked=float(asked[k]),
                    waived=bool(figures.waived[k]),
                    spared=bool(figures.spared[k]),
                )
            )
    return found
