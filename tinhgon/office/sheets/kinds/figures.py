"""Numbers, with a fraction or whole."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import isfinite

from tinhgon.core.errors import Said
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.cells import Cell, shown
from tinhgon.office.sheets.kinds.kind import Kind
from tinhgon.office.sheets.numbers import of_float, parse_number, written


@dataclass(frozen=True)
class Number(Kind):
    """A decimal number."""

    least: Decimal | int | None = None
    most: Decimal | int | None = None
    hint = Said("Số, dấu phẩy cho phần lẻ: 1.234,56.", "A number, with a decimal comma: 1.234,56.")

    def read(self, cell: Cell) -> Decimal:
        """Give the number."""
        number = self._number(cell)
        if number is None:
            raise faults.NotANumber(found=shown(cell)[:40])
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            ends = {"least": _end(self.least), "most": _end(self.most)}
            raise faults.NumberOutOfRange(found=written(number), **ends)
        return number

    def _number(self, cell: Cell) -> Decimal | None:
        if isinstance(cell, bool):
            return None
        if isinstance(cell, float | int):
            return of_float(cell) if isfinite(cell) else None
        return parse_number(cell) if isinstance(cell, str) else None


@dataclass(frozen=True)
class Whole(Number):
    """A number without a fraction."""

    hint = Said("Số nguyên: 1.234.", "A whole number: 1.234.")

    def read(self, cell: Cell) -> int:  # type: ignore[override]
        """Give the number."""
        number = super().read(cell)
        if number != int(number):
            raise faults.NotWhole(found=written(number))
        return int(number)


def _end(end: Decimal | int | None) -> str:
    return "…" if end is None else written(Decimal(end))
