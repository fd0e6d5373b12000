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
    """Facts of the officials, in their order; NaT is unknown, and so is the home with the code of ""."""

    officials: Sequence[Official]
    index: dict[str, int]
    level: Codes
    codes: dict[str, int]  # of units, fields and places, each word one
    unit: Codes
    field: Codes
    home: Codes
    retires: Days
    term: Days
    since: Days
    barred: Days
    born: Days
    qualified: dict[str, Flags]
    trained: dict[str, Flags]

    def __len__(self) -> int:
        return len(self.officials)

    def code(self, word: str) -> int:
        """Give the code of a word; -1 for one that no official bears."""
        return self.codes.get(word, -1)

    def lacking(self, wanted: frozenset[str], has: dict[str, Flags]) -> Flags:
        """Tell who lacks one of some qualifications or trainings."""
        lacks = np.zeros(len(self), bool)
        for one in sorted(wanted):
            lacks |= ~has[one] if one in has else True
        return lacks


def crowd(officials: Sequence[Official]) -> Crowd:
    """Turn officials into columns."""
    codes = {"": 0}
    return Crowd(
        officials, {one.id: place for place, one in enumerate(officials)},
        np.array([one.level for one in officials], np.int64),
        codes, _coded([one.unit for one in officials], codes),
        _coded([one.field for one in officials], codes),
        _coded([one.home or "" for one in officials], codes),
        as_days([one.retires_on for one in officials]), as_days([one.term_until for one in officials]),
        as_days([one.since for one in officials]), as_days([one.barred_until for one in officials]),
        as_days([one.born for one in officials]),
        _having([one.qualifications for one in officials]), _having([one.trainings for one in officials]),
    )  # fmt: skip


def _coded(words: list[str], codes: dict[str, int]) -> Codes:
    return np.array([codes.setdefault(word, len(codes)) for word in words], np.int64)


def _having(sets: list[frozenset[str]]) -> dict[str, Flags]:
    names = sorted(frozenset().union(*sets))
    return {name: np.array([name in one for one in sets], bool) for name in names}
