"""Units that must be together but are no neighbours: what lies between is taken along."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from tinhgon.solvers.consolidate.ties import joined, open_borders, sets_of
from tinhgon.solvers.consolidate.values import Conditions, Ints, Territory


def in_one_piece(territory: Territory, conditions: Conditions) -> Conditions:
    """Widen the sets of `together` that are in pieces by shortest ways between these; the rest stays."""
    if not conditions.together:
        return conditions
    size = len(territory)
    one, other = open_borders(territory, conditions.alone).T
    graph = coo_array((np.ones(len(one)), (one, other)), (size, size)).tocsr()
    graph = (graph + graph.T).tocsr()
    bundles = [_widened(graph, members) for members in sets_of(joined(size, conditions.together))]
    return replace(conditions, together=tuple(tuple(members.tolist()) for members in bundles))


def _widened(graph: csr_array, members: Ints) -> Ints:
    """Join a set's pieces, the nearest to its first unit first; what cannot be joined stays as it is."""
    while True:
        _, piece = connected_components(graph[members][:, members], directed=False)
        if not piece.any():
            return members
        order, before = breadth_first_order(graph, int(members[0]), directed=False)
        outside = set(members[piece != piece[0]].tolist())
        reached = next((int(unit) for unit in order if int(unit) in outside), -1)
        if reached < 0:
            return members
        way = [reached]
        while way[-1] not in members[piece == piece[0]]:
            way.append(int(before[way[-1]]))
        members = np.union1d(members, way).astype(np.int32)
