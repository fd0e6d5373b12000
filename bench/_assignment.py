"""Generalised assignment by the published rules of the classes C, D and E, with fixed seeds.

Chu & Beasley 1997 (classes C, D), Laguna et al. 1995 (class E); loads and costs are whole numbers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.int64]
SIZES = ((20, 200), (40, 400))
SEED = 2026


def instance(kind: str, agents: int, jobs: int, seed: int = SEED) -> tuple[Table, Table, Table]:
    """Give costs and loads (agents × jobs) and capacities."""
    rng = np.random.default_rng([seed, ord(kind), agents, jobs])
    shape = agents, jobs
    if kind == "C":
        loads, costs = rng.integers(5, 26, shape), rng.integers(10, 51, shape)
    elif kind == "D":
        loads = rng.integers(1, 101, shape)
        costs = 111 - loads + rng.integers(-10, 11, shape)
    else:
        loads = np.floor(1 - 10 * np.log(1 - rng.random(shape))).astype(np.int64)
        costs = np.floor(1000 / loads - 10 * rng.random(shape)).astype(np.int64)
    room = np.floor(0.8 * loads.sum(axis=1) / agents).astype(np.int64)
    return costs, loads, np.maximum(room, loads.max(axis=1)) if kind == "E" else room
