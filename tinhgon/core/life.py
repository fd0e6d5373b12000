"""All that is known of one unit, post or person, as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tinhgon.core.periods import Period, joined
from tinhgon.core.rows import (
    NATIONAL,
    Appointment,
    Fact,
    Grading,
    Identifier,
    Placement,
    PostVersion,
    Quota,
    Version,
)


@dataclass(frozen=True, slots=True)
class Life:
    """All that is known now of one unit, post or person, each list in order of days."""

    versions: tuple[Version, ...] = ()
    placements: tuple[Placement, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    staffing: tuple[Quota | PostVersion | Appointment | Grading, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All rows."""
        return (*self.versions, *self.placements, *self.identifiers, *self.staffing)

    @property
    def quotas(self) -> tuple[Quota, ...]:
        """How many staff a unit may have."""
        return tuple(row for row in self.staffing if isinstance(row, Quota))

    @property
    def posts(self) -> tuple[PostVersion, ...]:
        """What a post was."""
        return tuple(row for row in self.staffing if isinstance(row, PostVersion))

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """Which posts a person held."""
        return tuple(row for row in self.staffing if isinstance(row, Appointment))

    @property
    def grades(self) -> tuple[Grading, ...]:
        """In which grades a person was."""
        return tuple(row for row in self.staffing if isinstance(row, Grading))

    def post_on(self, day: date) -> PostVersion | None:
        """What the post was on a day, or None."""
        return next((row for row in self.posts if day in row.valid), None)

    def version_on(self, day: date) -> Version | None:
        """What the unit was on a day, or None."""
        return next((row for row in self.versions if day in row.valid), None)

    def placement_on(self, line: str, day: date) -> Placement | None:
        """Where it stood in a line on a day, or None."""
        return next((row for row in self.placements if row.line == line and day in row.valid), None)

    @property
    def stretches(self) -> tuple[Period, ...]:
        """The unbroken stretches a unit or a post lived; a second one means that it was restored."""
        return joined(row.valid for row in self.versions or self.posts)

    def label(self) -> str:
        """Name it for a reader: its last name and its last national code."""
        name = self.versions[-1].name if self.versions else "?"
        codes = [row.value for row in self.identifiers if row.scheme == NATIONAL]
        return f"{name} ({codes[-1]})" if codes else name

    def with_facts(self, facts: Iterable[Fact]) -> Life:
        """Give a life of these rows, put in order."""
        ordered = sorted(facts, key=_order)
        return Life(
            tuple(row for row in ordered if isinstance(row, Version)),
            tuple(row for row in ordered if isinstance(row, Placement)),
            tuple(row for row in ordered if isinstance(row, Identifier)),
            tuple(row for row in ordered if isinstance(row, Quota | PostVersion | Appointment | Grading)),
        )


def _order(row: Fact) -> tuple[date, str]:
    """By day; rows of several lines or schemes that begin on one day always stand alike."""
    match row:
        case Placement():
            return row.valid.since, row.line
        case Identifier():
            return row.valid.since, row.scheme
        case Quota():
            return row.valid.since, row.staff
        case Appointment():
            return row.valid.since, str(row.post)
    return row.valid.since, ""
