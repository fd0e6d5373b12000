"""Days, whole or partly known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tinhgon.core.errors import Said
from tinhgon.core.partial import PartialDay
from tinhgon.office.sheets import faults
from tinhgon.office.sheets.cells import Cell, shown
from tinhgon.office.sheets.kinds.kind import Kind

EXCEL_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True)
class Partial(Kind):
    """A day of which the day, or the month too, may be unknown."""

    hint = Said(
        "Ngày/tháng/năm; chỉ biết năm thì ghi năm: 01/03/1975, 03/1975 hoặc 1975.",
        "Day/month/year, or what is known of it: 01/03/1975, 03/1975 or 1975.",
    )

    def read(self, cell: Cell) -> PartialDay:
        """Give what is known of the day."""
        if isinstance(cell, datetime | date):
            return PartialDay.of(cell.date() if isinstance(cell, datetime) else cell)
        if isinstance(cell, int | float):
            return self._of_number(float(cell))
        return PartialDay.parse(shown(cell))

    def _of_number(self, number: float) -> PartialDay:
        """A number may be a year; a large one is a day that lost its form."""
        if number.is_integer() and 1800 <= number < 2200:
            return PartialDay(int(number))
        meant = f"{EXCEL_EPOCH + timedelta(days=number):%d/%m/%Y}" if 10_000 < number < 60_000 else ""
        raise faults.DayAsNumber(found=shown(number), suggested=meant)


@dataclass(frozen=True)
class Day(Partial):
    """A day known to the day."""

    hint = Said("Ngày/tháng/năm: 01/03/1975.", "Day/month/year: 01/03/1975.")

    def read(self, cell: Cell) -> date:  # type: ignore[override]
        """Give the day."""
        day = super().read(cell).whole
        if day is None:
            raise faults.DayIncomplete(found=shown(cell)[:40])
        return day
