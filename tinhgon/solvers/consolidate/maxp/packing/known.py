"""The regions found so far as sets: each the least set within it, or itself where none is known."""

from __future__ import annotations

import numpy as np

from tinhgon.solvers.consolidate.maxp.ground import Longs
from tinhgon.solvers.consolidate.maxp.minimal import Sets
from tinhgon.solvers.consolidate.values import Flags, Ints


def sets_within(sets: Sets, into: Ints) -> Longs:
    """Give for each block the set it is in (−1: none): of each region one set within it."""
    members, begins = sets
    taken = np.full(len(into), -1, np.int64)
    if len(begins) > 1:
        region = into[members]
        one, other = np.minimum.reduceat(region, begins[:-1]), np.maximum.reduceat(region, begins[:-1])
        within = np.flatnonzero(one == other)
        for s in within[np.unique(one[within], return_index=True)[1]]:
            taken[members[begins[s] : begins[s + 1]]] = s
    return taken


def with_regions(sets: Sets, into: Ints, full: Flags) -> Sets:
    """Add each full region that no set lies within; sets stay in the order of their least blocks."""
    members, begins = sets
    lacking = full.copy()
    lacking[into[sets_within(sets, into) >= 0]] = False
    blocks = np.flatnonzero(lacking[into]).astype(np.int32)
    blocks = blocks[np.argsort(into[blocks], kind="stable")]
    sizes = np.concatenate([np.diff(begins), np.bincount(into[blocks], minlength=len(full))[lacking]])
    members = np.concatenate([members, blocks])
    begins = np.concatenate([[0], np.cumsum(sizes)])
    order = np.argsort(members[begins[:-1]], kind="stable")
    moved = np.concatenate([[0], np.cumsum(sizes[order])])
    at = np.repeat(begins[order] - moved[:-1], sizes[order]) + np.arange(len(members))
    return members[at], moved
