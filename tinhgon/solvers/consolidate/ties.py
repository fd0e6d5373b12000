"""Which units hang together by pairs or sets that tie them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tinhgon.solvers.consolidate.values import Flags, Ints, Territory


def joined(count: int, ties: Iterable[Sequence[int]]) -> Ints:
    """Number the units so that those tied, directly or through others, bear one number: the least of them."""
    root = list(range(count))

    def top(place: int) -> int:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for places in ties:
        for place in places[1:]:
            one, other = sorted((top(places[0]), top(place)))
            root[other] = one
    return np.array([top(place) for place in range(count)], np.int32)


def sets_of(numbers: Ints) -> list[Ints]:
    """Give the units of each number that more than one bears."""
    order = np.argsort(numbers, kind="stable").astype(np.int32)
    parts = np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1)
    return [part for part in parts if len(part) > 1]


def open_borders(territory: Territory, alone: Iterable[int] = ()) -> Ints:
    """Give the borders over which units may be merged: (m, 2), each once, lesser unit first."""
    shut: Flags = np.zeros(len(territory), np.bool_)
    shut[list(alone)] = True
    one, other = territory.borders.min(axis=1), territory.borders.max(axis=1)
    may = (territory.group[one] == territory.group[other]) & ~shut[one] & ~shut[other] & (one != other)
    return np.unique(np.stack([one[may], other[may]], axis=1), axis=0).astype(np.int32)
