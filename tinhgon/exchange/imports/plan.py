"""What a workbook orders, row by row: operations, dossiers to open, dossiers to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from tinhgon.core.operations import Operation
from tinhgon.core.partial import PartialDay
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
