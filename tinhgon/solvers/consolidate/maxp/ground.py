"""A territory as the search sees it: blocks that stay whole, their weights and neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.consolidate.seats import EARTH_KM, points_of
from tinhgon.solvers.consolidate.ties import joined, open_borders
from tinhgon.solvers.consolidate.values import Conditions, Flags, Floats, Ints, Territory

Longs: TypeAlias = NDArray[np.int64]
SCALE = 1e6  # weights are counted in whole millionths: sums of them are exact, in whatever order


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """Blocks are the units that must be together, or one unit; counted in the order of their least units.

    :param block: (n,) the block of each unit.
    :param near, near_from: neighbours block by block, rising, and where each block's begin.
    :param foe, foe_from: blocks that must not be with a block, in the same way.
    :param weight: (blocks, measures) in millionths, rounded down.
    :param least: (measures,) what a region must reach, in millionths, rounded up.
    :param units, units_from: the units of each block.
    :param points: (n, 3) of the units' seats on the unit sphere.
    :param far: the chord of `max_km`; what passes it is too far. Endless for any distance.
    :param seats_matter: whether a region may lack a lawful seat.
    """

    block: Ints
    near: Ints
    near_from: Ints
    foe: Ints
    foe_from: Ints
    weight: Longs
    least: Longs
    size: Ints
    most: int
    units: Ints
    units_from: Ints
    points: Floats
    may_seat: Flags
    far: float
    seats_matter: bool

    def __len__(self) -> int:
        return len(self.size)

    @property
    def share(self) -> Floats:
        """Give (blocks, measures) what part of each threshold a block reaches by itself, at most 1."""
        return np.minimum(self.weight / np.maximum(self.least, 1), 1.0)


def ground_of(territory: Territory, least: Mapping[str, float], conditions: Conditions) -> Ground:
    """Draw the ground of a sound territory; blocks of `together` are taken to be in one piece."""
    size = len(territory)
    _, numbers = np.unique(joined(size, conditions.together), return_inverse=True)
    block: Ints = numbers.astype(np.int32)
    count = int(block.max()) + 1
    near, near_from = _rows(block[open_borders(territory, conditions.alone)], count)
    foe, foe_from = _rows(block[np.array(conditions.apart, np.int32).reshape(-1, 2)], count)
    per_block = np.bincount(block, minlength=count).astype(np.int32)
    far = np.inf if conditions.max_km is None else 2 * np.sin(min(conditions.max_km / EARTH_KM, np.pi) / 2)
    return Ground(
        block=block,
        near=near,
        near_from=near_from,
        foe=foe,
        foe_from=foe_from,
        weight=_weights(territory, least, block, count),
        least=np.ceil(np.array([*least.values()]) * SCALE - 1e-3).astype(np.int64),
        size=per_block,
        most=conditions.max_members,
        units=np.argsort(block, kind="stable").astype(np.int32),
        units_from=np.concatenate([[0], np.cumsum(per_block)]).astype(np.int32),
        points=points_of(territory.position),
        may_seat=territory.may_seat,
        far=float(far),
        seats_matter=bool(np.isfinite(far)) or not territory.may_seat.all(),
    )


def _weights(territory: Territory, least: Mapping[str, float], block: Ints, count: int) -> Longs:
    out = np.zeros((count, len(least)), np.int64)
    for column, name in enumerate(least):
        np.add.at(out[:, column], block, np.floor(territory.measures[name] * SCALE + 1e-3).astype(np.int64))
    return out


def _rows(pairs: Ints, count: int) -> tuple[Ints, Ints]:
    """Give the partners of each block one after the other, and where each block's begin."""
    apart = pairs[pairs[:, 0] != pairs[:, 1]]
    both = np.unique(np.concatenate([apart, apart[:, ::-1]]), axis=0)
    begins = np.searchsorted(both[:, 0], np.arange(count + 1))
    return np.ascontiguousarray(both[:, 1], np.int32), begins.astype(np.int32)
