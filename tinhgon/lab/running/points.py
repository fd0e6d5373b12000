"""The live chart of a run: few points that still show its whole course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Point: TypeAlias = list[float | None]  # seconds, best, bound

MOST = 300


def thinned(points: Sequence[Point], most: int = MOST) -> list[Point]:
    """Leave out every second point while there are too many; the first and the last always stay."""
    kept = list(points)
    while len(kept) > most:
        kept = [*kept[:-1:2], kept[-1]]
    return kept
