"""What a workbook orders, row by row: operations, dossiers to open, dossiers to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon.core.errors import Refused
from tinhgon.core.operations import Operation
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import Reach
from tinhgon.exchange.imports.matching.units import Units
from tinhgon.office.sheets.reading import Reading, Row
from tinhgon.people.actions.opening import NewPerson


@dataclass(frozen=True, slots=True)
class Step:
    """One operation: the row that orders it, the day, whom it is about and what it says of them."""

    row: int
    on: date
    operation: Operation
    about: str
    unit: UUID | None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier to open, and what goes into its first entry."""

    row: int
    person: NewPerson
    number: str
    ethnic: str
    unit: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A dossier that is there, and what of it becomes different: field, before, after."""

    row: int
    person: UUID
    revision: int
    name: str
    sex: str
    born: PartialDay | None
    changes: Mapping[str, tuple[str, str]]
    ethnic: str | None = None  # the new one, where it changes


@dataclass(slots=True)
class Plan:
    """All of it."""

    steps: list[Step] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    mended: list[Mended] = field(default_factory=list)
    unchanged: list[int] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        """Tell whether every row is in the register as it stands."""
        return not (self.steps or self.opened or self.mended)

    @property
    def days(self) -> list[date]:
        """The days on which operations take effect, in order."""
        return sorted({step.on for step in self.steps})

    def on(self, day: date) -> list[Step]:
        """Give the operations of one day, in order."""
        return [step for step in self.steps if step.on == day]

    def counts(self) -> list[tuple[str, int]]:
        """Count the operations by their name."""
        return Counter(str(step.operation.op) for step in self.steps).most_common()

    def by_unit(self) -> list[tuple[UUID, int]]:
        """Count the operations by the unit that they are about."""
        return Counter(step.unit for step in self.steps if step.unit).most_common()


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
