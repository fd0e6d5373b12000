"""A workbook being turned into a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon.core.errors import Refused
from tinhgon.core.operations import Operation
from tinhgon.core.reach import Reach
from tinhgon.exchange.imports.matching.units import Units
from tinhgon.exchange.imports.plan import Plan, Step
from tinhgon.office.sheets.reading import Reading, Row


@dataclass(slots=True)
class Work:
    """A workbook being turned: what was read, whose reach it is, the plan as far as it has come."""

    reading: Reading
    on: date
    reach: Reach
    units: Units
    plan: Plan = field(default_factory=Plan)
    faulty: set[int] = field(default_factory=set)

    def rows(self) -> Iterator[Row]:
        """Give the rows that nothing is wrong with so far."""
        return (row for row in self.reading.rows if row.number not in self.faulty)

    def day(self, row: Row) -> date:
        """Give the day from which a row holds."""
        since: date | None = row.values.get("since")
        return since or self.on

    def fault(self, row: Row, key: str, reason: Refused) -> None:
        """Note a fault; its fact `suggested` becomes what may have been meant."""
        self.faulty.add(row.number)
        meant = reason.facts.get("suggested", ())
        self.reading.fault(row, key, reason.with_traceback(None), tuple(meant))

    def same(self, row: Row) -> None:
        """Note that the register says already what a row says."""
        self.plan.unchanged.append(row.number)

    def order(
        self, row: Row, operation: Operation, about: str, unit: UUID | None, said: str = ""
    ) -> None:  # fmt: skip
        """Add an operation."""
        self.plan.steps.append(Step(row.number, self.day(row), operation, about, unit, said))

    def unit(self, row: Row, key: str = "unit") -> UUID | None:
        """Find the unit that a cell names; what it is not is a fault."""
        text: Any = row.values.get(key)
        if not text:
            return None
        try:
            return self.units.find(text, self.day(row))
        except Refused as refused:
            self.fault(row, key, refused)
            return None
