"""What is to be consolidated, under which conditions and for what; and the plan that comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.proof import Proof

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int32]
Flags: TypeAlias = NDArray[np.bool_]
Places: TypeAlias = NDArray[np.signedinteger[Any]]  # whole numbers of any width: places in other arrays

MISSED, SHORTFALL, UNITS, TRAVEL, BORDER, DISTRICTS = (
    "missed", "shortfall", "units", "travel", "border", "districts",
)  # fmt: skip
TERMS = (MISSED, SHORTFALL, UNITS, TRAVEL, BORDER, DISTRICTS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Territory:
    """Units with their weights and neighbours; arrays run over the units in the order of `codes`.

    :param measures: named weights, none negative: population, area_km2, headcount …
    :param borders: (m, 2) pairs of neighbours; only what is connected by them may be merged.
    :param border_km: (m,) shared border, 0 where neighbourhood is no border (agencies).
    :param group: units of different groups are never merged (provinces, kinds).
    :param district: today's district of each, -1 for none.
    :param position: (n, 2) latitude and longitude in degrees of each seat; NaN where unknown.
    :param may_seat: whether a merged unit may have its seat here.
    """

    codes: tuple[str, ...]
    measures: Mapping[str, Floats]
    borders: Ints
    border_km: Floats
    group: Ints
    district: Ints
    position: Floats
    may_seat: Flags

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standards:
    """What a unit must reach. A merged unit is of the highest class among its members.

    :param sort: class of each unit, from 0 (a ward stands above a commune, say).
    :param merged: by measure, what a merged unit of each class must reach; 0 asks nothing.
    :param alone: the same of a unit left as it is.
    :param waived_from: number of members from which a merged unit is asked nothing; None never.
    :param spared: units that, left as they are, are asked nothing.
    """

    sort: Ints
    merged: Mapping[str, Floats]
    alone: Mapping[str, Floats]
    waived_from: int | None = None
    spared: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The price of each term; the objective is their sum.

    :param units: of a unit.
    :param missed: of a standard that is missed.
    :param shortfall: of a missed standard's missing share (0–1).
    :param travel: of 1,000 person-kilometres between the members' seats and the new seat.
    :param border: of a kilometre of border left between new units: less border, more compact units.
    :param districts: of each further district of today that a new unit reaches into.
    """

    units: float = 100.0
    missed: float = 1000.0
    shortfall: float = 0.0
    travel: float = 1.0
    border: float = 0.0
    districts: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What every plan keeps to; units are named by their place in `Territory.codes`.

    :param max_members: of a merged unit.
    :param max_km: from any member's seat to the new one; None is any distance.
    :param together: sets of units that must end in one unit.
    :param apart: pairs that must not.
    :param alone: units that stay as they are.
    :param people: the measure whose journeys are counted.
    :param first: terms that are made as small as can be before the weighted sum is, in this order.
    """

    max_members: int = 6
    max_km: float | None = None
    together: tuple[tuple[int, ...], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    alone: tuple[int, ...] = ()
    people: str = "population"
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plan:
    """Which new unit each unit goes into, and where each new unit has its seat.

    :param into: (n,) number of the new unit, counted from 0 in the order of their least members.
    :param seat: (k,) the member that is the seat of each new unit.
    """

    into: Ints
    seat: Ints

    def __len__(self) -> int:
        return len(self.seat)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Consolidated:
    """The best plan found, and how good it is known to be.

    :param terms: of the plan, by name, before weighting.
    :param firsts: for each term of `Conditions.first`, the proof of how small it can be.
    :param whole: False where the run was cut short: the same run may give another plan.
    :param versions: of the solvers that had a part in it.
    """

    plan: Plan
    terms: Mapping[str, float]
    proof: Proof
    firsts: Mapping[str, Proof] = field(default_factory=dict)
    whole: bool = True
    seconds: float = 0.0
    peak_memory_mb: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
