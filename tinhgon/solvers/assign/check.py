"""Whether tables of costs, loads and capacities can be used."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.assign.knapsack import Flags, Table
from tinhgon.solvers.assign.refusals import BadTable, NoAgent


def check(
    costs: NDArray[np.generic], loads: NDArray[np.generic], room: NDArray[np.generic], allowed: Flags | None
) -> tuple[Table, Table, Table, Flags]:
    """Give the tables as whole numbers, and which pairs may be: allowed, and not larger than the room.

    :raises BadTable: a table has a wrong size or what is no whole number from 0 up.
    :raises NoAgent: a job fits nowhere.
    """
    shape = np.shape(costs) if np.ndim(costs) == 2 else (0, 0)
    costs, loads = _whole("costs", costs, shape), _whole("loads", loads, shape)
    room = _whole("capacities", room, shape[:1])
    open_ = loads <= room[:, None]
    if allowed is not None:
        if np.shape(allowed) != shape:
            raise BadTable(name="allowed", wanted=str(shape), found=str(np.shape(allowed)))
        open_ &= np.asarray(allowed, bool)
    if not open_.any(axis=0).all():
        raise NoAgent(jobs=tuple(np.flatnonzero(~open_.any(axis=0)).tolist()))
    return costs, loads, room, open_


def _whole(name: str, given: NDArray[np.generic], shape: tuple[int, ...]) -> Table:
    table = np.asarray(given)
    fits = table.shape == shape and np.issubdtype(table.dtype, np.number) and np.isfinite(table).all()
    if not fits or (table < 0).any() or (table != np.floor(table)).any():
        raise BadTable(name=name, wanted=str(shape), found=f"{table.shape} {table.dtype}")
    return np.ascontiguousarray(table, np.int64)
