"""The officials as columns of facts, so that a vacancy is held against all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.succeed.months import Days, as_days
from tinhgon.solvers.succeed.values import Official

Codes = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Facts of the officials, in their order; a code of -1 and NaT are unknown."""

    officials: Sequence[Official]
    index: dict[str, int]
    level: Codes
    unit: NDArray[np.str_]
    field: NDArray[np.str_]
    home: NDArray[np.str_]  # "" is unknown
    retires: Days
    term: Days
    since: Days
    barred: Days
    born: Days
    qualified: dict[str, Flags]
    trained: dict[str, Flags]

    def __len__(self) -> int:
        return len(self.officials)

    def lacking(self, wanted: frozenset[str], has: dict[str, Flags]) -> Flags:
        """Tell who lacks one of some qualifications or trainings."""
        lacks = np.zeros(len(self), bool)
        for one in sorted(wanted):
            lacks |= ~has[one] if one in has else True
        return lacks


def crowd(officials: Sequence[Official]) -> Crowd:
    """Turn officials into columns."""
    return Crowd(
        officials, {one.id: place for place, one in enumerate(officials)},
        np.array([one.level for one in officials], np.int64),
        _texts([one.unit for one in officials]), _texts([one.field for one in officials]),
        _texts([one.home or "" for one in officials]),
        as_days([one.retires_on for one in officials]), as_days([one.term_until for one in officials]),
        as_days([one.since for one in officials]), as_days([one.barred_until for one in officials]),
        as_days([one.born for one in officials]),
        _having([one.qualifications for one in officials]), _having([one.trainings for one in officials]),
    )  # fmt: skip


def _texts(texts: list[str]) -> NDArray[np.str_]:
    return np.array(texts, dtype=np.str_)


def _having(sets: list[frozenset[str]]) -> dict[str, Flags]:
    names = sorted(frozenset().union(*sets))
    return {name: np.array([name in one for one in sets], bool) for name in names}
