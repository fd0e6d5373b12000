"""The search of one part: totals are branched on, then plans are sought within a reach that widens."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tinhgon.solvers.consolidate.columns import Sets
from tinhgon.solvers.consolidate.dive import dive
from tinhgon.solvers.consolidate.integer import best_of
from tinhgon.solvers.consolidate.mend import better
from tinhgon.solvers.consolidate.relax import Bound, Relaxation
from tinhgon.solvers.consolidate.sweeping import EASY, order_of, swept
from tinhgon.solvers.consolidate.values import Floats, Places
from tinhgon.solvers.watch import Clock

UNITS, MISSED = 0, 1  # side rows that are whole numbers in every plan
NODES = 1000  # of the whole-number search of one reach
MOST = 20_000  # sets of such a search
FAR = 0.002  # a plan farther than this from the bound is looked for anew
SHARE = 2000  # the first reach is the bound by this
SWEPT = 0.002  # the first reach of the sweeps, of the bound
WIDER = 2.0
WHOLE = 1e-4  # totals nearer to a whole number are not branched on


@dataclass(slots=True)
class Tree:
    """What is open of one part, and the best plan so far; prices in thousandths.

    :param limits: (sides, 2) within which the totals of every plan lie.
    :param grain: the prices of plans differ by multiples of it.
    """

    sets: Sets
    blocks: int
    near: tuple[Places, Places]
    clock: Clock
    limits: Floats
    grain: float = 1.0
    best: Places | None = None
    value: float = np.inf
    stuck: float = np.inf  # least bound of a branch given up
    open: list[tuple[float, int, Floats, float]] = field(default_factory=list)
    drawn: int = 0
    order: Places = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def accept(self, chosen: Places | None) -> None:
        """Keep a plan that is better than the best, if its totals are within the limits."""
        if chosen is None or (price := float(self.sets.prices[chosen].sum())) >= self.value:
            return
        totals = self.sets.totals[chosen].sum(axis=0)
        if (totals >= self.limits[:, 0]).all() and (totals <= self.limits[:, 1]).all():
            self.best, self.value = np.sort(chosen), price

    def push(self, bound: float, ranges: Floats, reach: float = 0.0) -> None:
        """Leave a branch open, unless it can hold nothing better."""
        if bound <= self.value - self.grain + 0.5:
            heapq.heappush(self.open, (bound, self.drawn, ranges, reach))
            self.drawn += 1

    @property
    def bound(self) -> float:
        """Give what no plan can better."""
        return min(self.stuck, self.open[0][0] if self.open else np.inf, self.value)

    def search(self, told: Callable[[Tree], None] = lambda tree: None) -> None:
        """Search until nothing open can hold a better plan, or the limits end it."""
        relaxation = Relaxation(self.sets, self.blocks, self.clock)
        self.accept(self._left_alone())
        root = relaxation.bound(self.limits)
        self.push(root.value, self.limits)
        if self._solved(relaxation, root):
            return
        if not self.clock.over():
            self.accept(self._started(relaxation, root))
        if self.blocks <= EASY:
            self.order = order_of(*self.near)
        told(self)
        while self.open and not self.clock.over():
            bound, _, ranges, reach = heapq.heappop(self.open)
            if bound > self.value - self.grain + 0.5:
                continue
            self._branch(relaxation, bound, ranges, reach)
            told(self)

    def _solved(self, relaxation: Relaxation, root: Bound) -> bool:
        taken = root.answer.taken
        whole = np.abs(taken - np.round(taken)).max(initial=0.0) < WHOLE and root.answer.strange < WHOLE
        if whole:
            self.accept(relaxation.master.columns[taken > 0.5])
        return bool(whole and self.value - root.value < self.grain - 0.5 and not self._emptied())

    def _left_alone(self) -> Places | None:
        """Give the plan that merges nothing, where that is lawful and within the ranges."""
        alone = np.flatnonzero((self.sets.members >= 0).sum(axis=1) == 1)
        return alone if len(alone) == self.blocks else None

    def _emptied(self) -> list[Any]:
        self.open = [node for node in self.open if node[0] <= self.value - self.grain + 0.5]
        return self.open

    def _started(self, relaxation: Relaxation, root: Bound) -> Places | None:
        first = dive(relaxation)
        if first is None:
            return None
        return better(self.sets, first, root.reduced, self.blocks, self.near, self.clock)

    def _branch(self, relaxation: Relaxation, before: float, ranges: Floats, reach: float) -> None:
        bound = relaxation.bound(ranges, self.value)
        value = max(bound.value, before)
        if not reach:
            if self._split(relaxation, bound, value, ranges, MISSED):
                return
            if self.value - value > FAR * value and not self.clock.over():
                self.accept(self._started(relaxation, bound))
            value = self._swept(bound, value)
            if value > self.value - self.grain + 0.5:
                return
            if self._split(relaxation, bound, value, ranges, UNITS):
                return
        self._reach(bound, value, ranges, reach)

    def _split(self, relaxation: Relaxation, bound: Bound, value: float, ranges: Floats, side: int) -> bool:
        """Part a branch by a total that is no whole number; tell whether it was."""
        total = bound.totals[side]
        if abs(total - round(total)) <= WHOLE or self.clock.over():
            return False
        for low, high in ((-np.inf, np.floor(total)), (np.ceil(total), np.inf)):
            half = ranges.copy()
            half[side] = max(low, ranges[side, 0]), min(high, ranges[side, 1])
            self.push(max(value, relaxation.bound(half, self.value).value), half)
        return True

    def _swept(self, bound: Bound, value: float) -> float:
        """Sweep for all plans within a reach that widens; give the bound of the branch."""
        if self.blocks > EASY:
            return value
        reach, effort = SWEPT * bound.value, self.clock.limits.effort
        while value <= self.value - self.grain + 0.5 and not self.clock.over():
            whole = self.value - self.grain - bound.value  # a better plan's reduced costs are no more
            limit, before = min(reach, whole) + 0.5, self.value
            found = swept(self.sets, bound.reduced, self.order, limit, effort, self.clock.over)
            self.accept(found.chosen)
            value = max(value, bound.value + found.proven)
            if found.proven >= limit and reach >= whole:
                return self.value
            if found.proven < limit and self.value >= before:
                break
            reach *= WIDER
        return value

    def _reach(self, bound: Bound, value: float, ranges: Floats, reach: float) -> None:
        """Search all plans that pass the bound by no more than the reach; if none, the bound rises by it."""
        reach = max(reach, value / SHARE, 2 * self.grain)
        limit = min(bound.value + reach, self.value - self.grain)
        kept = np.flatnonzero(bound.reduced <= limit - bound.value + 0.5)
        effort = self.clock.limits.effort
        if len(kept) > MOST * effort or self.clock.over():
            self.stuck = min(self.stuck, value)
            return
        answer = best_of(self.sets.those(kept), self.blocks, ranges, int(NODES * effort), self.clock)
        self.accept(None if answer.chosen is None else kept[answer.chosen])
        if not answer.finished:
            self.stuck = min(self.stuck, max(value, min(answer.bound, limit)))
        elif len(kept) < len(self.sets):
            self.push(limit + self.grain, ranges, reach * WIDER)
