"""The linear relaxation over all sets, by column generation, and the bound that follows from its duals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.consolidate.columns import Sets
from tinhgon.solvers.consolidate.master import Answer, Master
from tinhgon.solvers.consolidate.pricing import fair_shares, priced, repaired
from tinhgon.solvers.consolidate.values import Floats, Places
from tinhgon.solvers.watch import Clock

ROUNDS = 80
FIRST, EACH = 20, 2  # sets taken in at first and each round, times the blocks
SMOOTH = 0.5  # how far duals stay with the best so far (Wentges 1997)


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """What no plan within the ranges can better.

    :param value: in thousandths; where nothing is feasible it passes every plan's.
    :param reduced: of every set, by the duals of the bound, so mended that none is negative.
    """

    value: float
    reduced: Floats
    answer: Answer
    totals: Floats


class Relaxation:
    """The programme over some sets; the ranges of its totals may be changed between solves."""

    def __init__(self, sets: Sets, blocks: int, clock: Clock) -> None:
        self.sets, self.blocks, self.clock = sets, blocks, clock
        self.master = Master(blocks, sets.totals.shape[1])
        shares = np.full(blocks, np.inf)
        fair_shares(sets.members, sets.prices, shares)
        self.shares = np.where(np.isfinite(shares), shares, 0.0)
        reduced, least, _ = priced(sets.members, sets.prices, self.shares)
        self.take(np.unique(np.concatenate([least[least >= 0], _lowest(reduced, FIRST * blocks)])))

    def take(self, places: Places) -> None:
        """Take sets into the programme."""
        fresh = np.setdiff1d(places, self.master.columns)
        chosen = self.sets.those(fresh)
        self.master.take(fresh, chosen.members, chosen.prices, chosen.totals)

    def bound(self, ranges: Floats, enough: float = np.inf) -> Bound:
        """Solve within ranges, until nothing prices out or the bound is enough."""
        self.master.limit(ranges)
        best, kept = -np.inf, (self.shares, np.zeros(len(ranges)))
        for turn in range(ROUNDS):
            answer = self.master.solve()
            sides = _possible(answer.sides, ranges)
            value, reduced, least = self._priced(answer.duals, sides, ranges)
            if value > best:
                best, kept = value, (answer.duals, sides)
            elif turn < ROUNDS // 2:
                middle = tuple(
                    SMOOTH * a + (1 - SMOOTH) * b for a, b in zip(kept, (answer.duals, sides), strict=True)
                )
                value, smoothed, _ = self._priced(middle[0], middle[1], ranges)
                if value > best:
                    best, kept = value, (middle[0], middle[1])
                reduced = np.minimum(reduced, smoothed)
            negative = reduced < -1.0
            if answer.value - best < 1 or best >= enough or not negative.any() or self.clock.over():
                break
            before = len(self.master.columns)
            fresh = np.flatnonzero(negative)
            fresh = fresh[_lowest(reduced[fresh], EACH * self.blocks)]
            self.take(np.concatenate([fresh, least[least >= 0][reduced[least[least >= 0]] < -1.0]]))
            if len(self.master.columns) == before:
                break
        if self.shares.sum() > best:  # cut short before the duals were any good
            best, kept = float(self.shares.sum()), (self.shares, np.zeros(len(ranges)))
        reduced = repaired(self.sets.members, self.sets.prices - self.sets.totals @ kept[1], kept[0])
        totals = (
            answer.taken @ self.sets.totals[self.master.columns]
            if len(answer.taken)
            else np.zeros(len(ranges))
        )
        return Bound(best, reduced, answer, totals)

    def _priced(self, duals: Floats, sides: Floats, ranges: Floats) -> tuple[float, Floats, Places]:
        costs = self.sets.prices - self.sets.totals @ sides if sides.any() else self.sets.prices
        reduced, least, value = priced(self.sets.members, costs, duals)
        ends = np.where(sides > 0, ranges[:, 0], ranges[:, 1])
        return value + float(sum(s * end for s, end in zip(sides, ends, strict=True) if s)), reduced, least


def _possible(sides: Floats, ranges: Floats) -> Floats:
    """Give duals of side rows that a bound may use: none presses against an end that is open."""
    ends = np.where(sides > 0, ranges[:, 0], ranges[:, 1])
    return np.where(np.isfinite(ends), sides, 0.0)


def _lowest(values: Floats, count: int) -> Places:
    if len(values) <= count:
        return np.arange(len(values))
    return np.sort(np.argpartition(values, count)[:count])
