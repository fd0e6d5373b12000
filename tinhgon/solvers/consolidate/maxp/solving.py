"""The mode max-p: as many new units as can be that all reach the thresholds, with a proven bound."""

from __future__ import annotations

import resource
from collections.abc import Mapping
from importlib.metadata import version

import numpy as np

from tinhgon.solvers.consolidate.faults import assert_sound
from tinhgon.solvers.consolidate.maxp.asked import assert_thresholds
from tinhgon.solvers.consolidate.maxp.bound import by_share, lowered, most_possible
from tinhgon.solvers.consolidate.maxp.bundles import in_one_piece
from tinhgon.solvers.consolidate.maxp.exact import best_packing, may_be_proven
from tinhgon.solvers.consolidate.maxp.ground import Ground, ground_of
from tinhgon.solvers.consolidate.maxp.left import note_left, note_shares
from tinhgon.solvers.consolidate.maxp.minimal import least_sets
from tinhgon.solvers.consolidate.maxp.searching import full_regions, handed_out, most_regions
from tinhgon.solvers.consolidate.seats import seated
from tinhgon.solvers.consolidate.values import Conditions, Consolidated, Ints, Territory
from tinhgon.solvers.consolidate.verify import assert_lawful
from tinhgon.solvers.proof import Proof
from tinhgon.solvers.watch import UNWATCHED, Clock, Limits, Watch

REGIONS, LEFT = "regions", "left"
AT_ONCE = 1000  # blocks whose bound is sought before the plan, to end the search early


def solve_max_p(
    territory: Territory,
    least: Mapping[str, float],
    conditions: Conditions,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
    watch: Watch = UNWATCHED,
) -> Consolidated:
    """
    Give as many new units as can be found that all reach `least`, by measure.

    `proof` counts them below zero, as smaller is better: value −76, bound −78. Terms are `regions`, the new
    units that reach the thresholds, and `left`, units of today that reach nothing and stay as they are.

    :raises FaultyInput: with every fault of the territory, the conditions and the thresholds.
    """
    assert_sound(territory, None, conditions)
    assert_thresholds(territory, least)
    clock = Clock(limits, watch)
    loose = ground_of(territory, least, conditions)
    held = in_one_piece(territory, conditions)
    ground = loose if held is conditions else ground_of(territory, least, held)
    into, bound, notes = _found(ground, loose, clock)
    into, left = handed_out(ground, into)
    plan = seated(territory, conditions, into[ground.block])
    assert_lawful(territory, conditions, plan)
    regions = int(full_regions(ground, into).sum())
    stay = np.flatnonzero(np.isin(ground.block, left))
    if len(stay):
        notes.append(note_left([territory.codes[unit] for unit in stay]))
    return Consolidated(
        plan=plan,
        terms={REGIONS: regions, LEFT: len(stay)},
        proof=Proof(value=-regions, bound=-bound),
        whole=not clock.cut_short,
        seconds=clock.seconds,
        peak_memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        versions={name: version(name) for name in ("highspy", "numba", "ortools")},
        notes=tuple(notes),
    )


def _found(ground: Ground, loose: Ground, clock: Clock) -> tuple[Ints, int, list[str]]:
    """Give the region of each block, the most there can be, and what to note.

    :param loose: blocks are taken to be whole, though they may be in pieces: what it allows bounds the plan.
    """
    price = by_share(loose)
    sets = least_sets(loose)
    small = len(loose) <= AT_ONCE
    if sets is not None and small:  # a good bound costs little: it may end the search
        price = lowered(loose, price, sets, clock)
    bound = most_possible(loose, price)
    into = most_regions(ground, sets if ground is loose else least_sets(ground), clock, bound)
    found = int(full_regions(ground, into).sum())
    if (
        found < bound
        and sets is not None
        and len(ground) == len(loose)
        and may_be_proven(ground, sets)
        and not clock.over()
    ):
        packed, most = best_packing(ground, sets, clock.limits.effort, clock.limits.seed)
        bound = min(bound, most)
        if full_regions(ground, packed).sum() > found:
            into = packed
    elif found < bound and sets is not None and not small and not clock.over():
        bound = most_possible(loose, lowered(loose, price, sets, clock))
    return into, bound, [] if sets is not None else [note_shares()]
