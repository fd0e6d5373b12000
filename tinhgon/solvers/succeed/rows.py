"""A programme while it is being written, column by column and row by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from scipy import sparse

from tinhgon.solvers.linear import Linear


@dataclass(slots=True, eq=False)
class Rows:
    """Rows and columns of a programme while it is being written."""

    cost: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    value: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, cost: float, upper: float = 1.0, *, lower: float = 0.0, whole: bool = False) -> int:
        """Add a column; give its place."""
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, terms: Iterable[tuple[int, float]], low: float = -np.inf, high: float = np.inf) -> None:
        """Add a row low ≤ Σ value · column ≤ high."""
        for column, value in terms:
            self.at.append(len(self.low))
            self.column.append(column)
            self.value.append(value)
        self.low.append(low)
        self.high.append(high)

    def linear(self) -> Linear:
        """Give what was written."""
        shape = len(self.low), len(self.cost)
        rows = sparse.csr_array((self.value, (self.at, self.column)), shape=shape, dtype=np.float64)
        cost, lower, upper = (np.array(one, np.float64) for one in (self.cost, self.lower, self.upper))
        low, high = np.array(self.low, np.float64), np.array(self.high, np.float64)
        return Linear(cost, lower, upper, np.array(self.whole, bool), rows, low, high)
