"""The shape of every kind of column."""

from __future__ import annotations

from typing import Any, ClassVar

from tinhgon.core.errors import Said
from tinhgon.core.partial import DayRefused
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.cells import Cell

REFUSALS = (faults.CellRefused, DayRefused)


class Kind:
    """Reads a cell; `hint` tells people how to fill it."""

    hint: ClassVar[Said]

    def read(self, cell: Cell) -> Any:
        """Give the value of a cell that is not blank.

        :raises CellRefused: it holds something else; a day may raise a DayRefused.
        """
        raise NotImplementedError
