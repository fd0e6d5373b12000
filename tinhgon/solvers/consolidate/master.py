"""The linear programme over the sets taken in so far, kept warm in HiGHS."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from tinhgon.solvers.consolidate.sets import SCALE
from tinhgon.solvers.consolidate.values import Floats, Places

FREE = highspy.kHighsInf
STRANGE = 1e6  # price of leaving a block out or a limit unkept, in the units of `Weights`


def quiet() -> highspy.Highs:
    """Give a HiGHS that says nothing and runs on one thread, as every model of a process must."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    model.setOptionValue("threads", 1)
    return model


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a linear programme says; duals and value in thousandths.

    :param duals: of the blocks. :param sides: of the side rows.
    :param taken: how much of each set taken in. :param strange: how much is left out.
    """

    value: float
    duals: Floats
    sides: Floats
    taken: Floats
    strange: float


class Master:
    """Each block in just one set; side rows hold totals over the sets within limits.

    :ivar odd: number of odd columns before the sets: a block left out, a total beyond its limits; so there
        is a solution always, and its price tells where there should be none.
    :ivar columns: places of the sets taken in, in the order of the model's columns.
    """

    def __init__(self, blocks: int, sides: int) -> None:
        self.blocks, self.sides = blocks, sides
        self.columns = np.zeros(0, dtype=np.int64)
        self.model = quiet()
        self.model.setOptionValue("presolve", "off")
        rows = blocks + sides
        lower = np.concatenate([np.ones(blocks), np.full(sides, -FREE)])
        upper = np.concatenate([np.ones(blocks), np.full(sides, FREE)])
        no_int, no_float = np.zeros(0, np.int32), np.zeros(0)
        self.model.addRows(rows, lower, upper, 0, np.zeros(rows, np.int32), no_int, no_float)
        self.odd = blocks + 2 * sides
        beyond = blocks + np.arange(sides)
        each = np.concatenate([np.arange(blocks), beyond, beyond]).astype(np.int32)
        ones = np.concatenate([np.ones(blocks + sides), -np.ones(sides)])
        nothing, most = np.zeros(self.odd), np.full(self.odd, FREE)
        price, starts = np.full(self.odd, STRANGE), np.arange(self.odd, dtype=np.int32)
        self.model.addCols(self.odd, price, nothing, most, self.odd, starts, each, ones)

    def take(self, places: Places, members: Places, prices: Floats, totals: Floats) -> None:
        """Take sets in; `totals` are (sets, sides) coefficients of the side rows."""
        if not len(places):
            return
        held = members >= 0
        which, side = np.nonzero(totals)
        rows = np.concatenate([members[held], self.blocks + side])
        columns = np.concatenate([np.nonzero(held)[0], which])
        values = np.concatenate([np.ones(int(held.sum())), totals[which, side]])
        order = np.lexsort((rows, columns))
        starts = np.searchsorted(columns[order], np.arange(len(places))).astype(np.int32)
        nothing, most = np.zeros(len(places)), np.full(len(places), FREE)
        index, value = rows[order].astype(np.int32), values[order]
        self.model.addCols(len(places), prices / SCALE, nothing, most, len(order), starts, index, value)
        self.columns = np.concatenate([self.columns, places])

    def limit(self, ranges: Floats) -> None:
        """Hold the totals of the side rows within (sides, 2) limits."""
        for side in range(self.sides):
            self.model.changeRowBounds(self.blocks + side, ranges[side, 0], ranges[side, 1])

    def solve(self) -> Answer:
        """Solve it, from the last basis."""
        self.model.run()
        solution = self.model.getSolution()
        duals = np.asarray(solution.row_dual) * SCALE
        taken = np.asarray(solution.col_value)
        value = self.model.getInfo().objective_function_value * SCALE
        left_out = float(taken[: self.odd].sum())
        return Answer(value, duals[: self.blocks], duals[self.blocks :], taken[self.odd :], left_out)
