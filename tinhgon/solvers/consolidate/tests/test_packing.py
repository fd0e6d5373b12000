"""Packing windows: no region is lost, whichever sets are known."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.solvers.consolidate.maxp.bound import by_share
from tinhgon.solvers.consolidate.maxp.ground import ground_of
from tinhgon.solvers.consolidate.maxp.minimal import least_sets
from tinhgon.solvers.consolidate.maxp.packing import better_packed
from tinhgon.solvers.consolidate.maxp.searching import full_regions
from tinhgon.solvers.consolidate.tests.territories import grid
from tinhgon.solvers.consolidate.values import Conditions
from tinhgon.solvers.watch import Clock, Limits


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 99), st.integers(1, 6))
def test_no_region_is_lost_though_few_sets_are_known(seed: int, deepest: int) -> None:
    people = np.random.default_rng(seed).integers(1, 20, 36).tolist()
    ground = ground_of(grid(6, 6, population=people), {"population": 30}, Conditions(max_members=36))
    rows = np.repeat(np.arange(6), 6).astype(np.int32)  # as long as the map is wide
    sets = least_sets(ground, deepest)
    assert sets is not None

    full, clock = full_regions(ground, rows), Clock(Limits(effort=0.1))
    packed = better_packed(ground, sets, by_share(ground), rows, full, clock, 36)

    assert full_regions(ground, packed).sum() >= full.sum()
