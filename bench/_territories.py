"""Made-up territories to measure on: Voronoi cells, so many of them, with people as communes have them."""

from __future__ import annotations

import numpy as np
from scipy.spatial import Voronoi

from tinhgon.solvers.consolidate.values import Territory

CELL_KM2, PEOPLE, SIGMA, KM_A_DEGREE = 33.0, 10_000.0, 0.6, 111.2


def voronoi(count: int, seed: int = 0) -> Territory:
    """Give a square of Voronoi cells round evenly spread points, 33 km² each, 10,000 people in the mean."""
    rng = np.random.default_rng(seed)
    side = (CELL_KM2 * count) ** 0.5
    at = rng.uniform(0, side, (count, 2))
    people = np.round(rng.lognormal(np.log(PEOPLE) - SIGMA**2 / 2, SIGMA, count))
    # Mirrored over each edge, the points' cells end at the edge.
    west, south = at * (-1, 1), at * (1, -1)
    east, north = west + np.array([2 * side, 0]), south + np.array([0, 2 * side])
    cells = Voronoi(np.concatenate([at, west, south, east, north]))
    inner = (cells.ridge_points < count).all(axis=1)
    ends = np.array(cells.ridge_vertices, dtype=object)[inner]
    km = [float(np.hypot(*(cells.vertices[a] - cells.vertices[b]))) for a, b in ends]
    return Territory(
        codes=tuple(f"{place:05}" for place in range(count)),
        measures={"population": people, "area_km2": np.full(count, CELL_KM2)},
        borders=np.sort(cells.ridge_points[inner], axis=1).astype(np.int32),
        border_km=np.array(km),
        group=np.zeros(count, np.int32),
        district=np.full(count, -1, np.int32),
        position=10 + at / KM_A_DEGREE * [0.1, 0.1],
        may_seat=np.ones(count, np.bool_),
    )
