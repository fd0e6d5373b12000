"""A large programme bettered part by part: some columns are free, the others stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from tinhgon.solvers.linear import Floats, Linear, solve
from tinhgon.solvers.watch import Clock

REACH = 3  # rows away from a free column in which columns that follow from others are free, too
NOTHING = 1e-6  # a gain below it is none


@dataclass(slots=True, eq=False)
class Blocks:
    """A programme whose columns belong to parts.

    :param owner: the part of each column; -1 for one that follows from others (slacks, counts).
    """

    model: Linear
    owner: NDArray[np.int64]
    by_row: sparse.csr_array
    by_column: sparse.csc_array

    def better(self, x: Floats, parts: NDArray[np.int64], clock: Clock, nodes: int) -> Floats:
        """Solve for the columns of some parts, all others held; give the better solution, or the same."""
        free = self._free(np.isin(self.owner, parts))
        part, places = self._part(x, free)
        found = solve(part, clock, start=x[places], nodes=nodes, stage=None)
        if found.x is None or part.cost @ found.x > part.cost @ x[places] - NOTHING:
            return x
        bettered = x.copy()
        bettered[places] = found.x
        return bettered

    def _free(self, owned: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Add the columns that follow from the owned ones."""
        free, new = owned.copy(), owned
        for _ in range(REACH):
            touched = self._rows_of(new)
            new = np.zeros_like(free)
            new[self.by_row[touched].indices] = True
            new &= ~free & (self.owner < 0)
            free |= new
        return free

    def _rows_of(self, columns: NDArray[np.bool_]) -> NDArray[np.int64]:
        return np.unique(self.by_column[:, np.flatnonzero(columns)].indices)

    def _part(self, x: Floats, free: NDArray[np.bool_]) -> tuple[Linear, NDArray[np.int64]]:
        places, rows = np.flatnonzero(free), self._rows_of(free)
        model = self.model
        fixed = self.by_row[rows] @ np.where(free, 0.0, x)
        matrix = self.by_column[:, places].tocsr()[rows]
        return Linear(
            model.cost[places], model.lower[places], model.upper[places], model.whole[places],
            matrix, model.low[rows] - fixed, model.high[rows] - fixed,
        ), places  # fmt: skip


def blocks(model: Linear, owner: NDArray[np.int64]) -> Blocks:
    """Prepare a programme for being bettered part by part."""
    return Blocks(model, owner, sparse.csr_array(model.rows), sparse.csc_array(model.rows))


def chunks(order: NDArray[np.int64], size: int) -> Iterator[NDArray[np.int64]]:
    """Cut parts in their order into chunks of about the same size, none above `size`."""
    yield from np.array_split(order, max(-(-len(order) // size), 1))


def neighbours(near: sparse.csr_array, start: int, size: int, last: Iterable[int] = ()) -> NDArray[np.int64]:
    """Give a part and those nearest to it, ring by ring, `size` at most.

    :param near: which parts touch which.
    """
    found, seen = [start], {start, *last}
    for one in found:
        for other in near.indices[near.indptr[one] : near.indptr[one + 1]].tolist():
            if other not in seen and len(found) < size:
                seen.add(other)
                found.append(other)
    return np.array(found, np.int64)
