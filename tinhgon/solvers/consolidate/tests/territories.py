"""Small territories that tests are made of."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.consolidate.values import Standards, Territory

POPULATION, AREA = "population", "area_km2"
STEP = 0.05  # degrees between neighbours, some 5.5 km


def grid(
    columns: int, rows: int = 1, *, population: list[float] | None = None, group: list[int] | None = None
):
    """Give a territory of squares, row by row."""
    size = columns * rows
    right = [(r * columns + c, r * columns + c + 1) for r in range(rows) for c in range(columns - 1)]
    down = [(r * columns + c, (r + 1) * columns + c) for r in range(rows - 1) for c in range(columns)]
    place = [(10 + STEP * r, 105 + STEP * c) for r in range(rows) for c in range(columns)]
    return territory(
        size, right + down, population=population, group=group, position=np.array(place), border_km=5.0
    )


def territory(size, borders, *, population=None, group=None, position=None, border_km=5.0) -> Territory:
    """Give a territory with the neighbours named."""
    pairs = np.array(borders, dtype=np.int32).reshape(-1, 2)
    return Territory(
        codes=tuple(f"U{place:02}" for place in range(size)),
        measures={
            POPULATION: np.array(population or [1000.0] * size, dtype=float),
            AREA: np.full(size, 10.0),
        },
        borders=pairs,
        border_km=np.full(len(pairs), border_km),
        group=np.array(group or [0] * size, dtype=np.int32),
        district=np.arange(size, dtype=np.int32) // 3,
        position=np.column_stack([np.full(size, 10.0), 105 + STEP * np.arange(size)])
        if position is None
        else position,
        may_seat=np.ones(size, dtype=bool),
    )


def standards(size, *, population=2000.0, area=0.0, waived_from=None, spared=None) -> Standards:
    """Give one class of standards, asked of merged and lone units alike."""
    asked = {POPULATION: np.array([population]), AREA: np.array([area])}
    return Standards(
        sort=np.zeros(size, dtype=np.int32),
        merged=asked,
        alone=asked,
        waived_from=waived_from,
        spared=np.zeros(size, dtype=bool) if spared is None else np.array(spared, dtype=bool),
    )
