"""The register as values: the lives of the units that a decision touches or leans on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tinhgon.core.periods import Period, joined
from tinhgon.core.rows import (
    NATIONAL,
    Change,
    DecisionId,
    Fact,
    Identifier,
    Placement,
    Row,
    Succession,
    UnitId,
    Version,
)


@dataclass(frozen=True, slots=True)
class Life:
    """All that is known now of one unit, each list in order of days."""

    versions: tuple[Version, ...] = ()
    placements: tuple[Placement, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All rows."""
        return (*self.versions, *self.placements, *self.identifiers)

    def version_on(self, day: date) -> Version | None:
        """What the unit was on a day, or None."""
        return next((row for row in self.versions if day in row.valid), None)

    def placement_on(self, line: str, day: date) -> Placement | None:
        """Where it stood in a line on a day, or None."""
        return next((row for row in self.placements if row.line == line and day in row.valid), None)

    @property
    def stretches(self) -> tuple[Period, ...]:
        """The unbroken stretches it lived; a second one means that it was restored."""
        return joined(row.valid for row in self.versions)

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
        )


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Lives by unit; what signed decisions changed, where one may be revoked; the kinds there are.

    The successions are those that touch its units: lineage must not lose an end.
    An empty set of kinds means that any is taken (as a test of periods alone wants).
    """

    lives: Mapping[UnitId, Life] = field(default_factory=dict)
    signed: Mapping[DecisionId, tuple[Change, ...]] = field(default_factory=dict)
    successions: frozenset[Succession] = frozenset()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rows: Iterable[Row], **more: object) -> Snapshot:
        """Sort rows into lives."""
        facts: dict[UnitId, list[Fact]] = {}
        successions = set()
        for row in rows:
            if isinstance(row, Succession):
                successions.add(row)
            else:
                facts.setdefault(row.unit, []).append(row)
        lives = {unit: Life().with_facts(of) for unit, of in facts.items()}
        return cls(lives, successions=frozenset(successions), **more)  # type: ignore[arg-type]

    def after(self, changes: Iterable[Change]) -> Snapshot:
        """Give the register as the changes leave it."""
        facts: dict[UnitId, dict[object, Fact]] = {}
        successions = set(self.successions)
        for change in changes:
            if isinstance(change.row, Succession):
                _replace(successions, change)
                continue
            unit = change.row.unit
            if unit not in facts:
                facts[unit] = {row.key: row for row in self.lives.get(unit, Life()).facts}
            if change.before is not None:
                facts[unit].pop(change.before.key, None)
            if change.after is not None:
                facts[unit][change.row.key] = change.row
        lives = dict(self.lives)
        for unit, rows in facts.items():
            lives[unit] = Life().with_facts(rows.values())
            if not rows:
                del lives[unit]
        return replace(self, lives=lives, successions=frozenset(successions))


def _replace(successions: set[Succession], change: Change) -> None:
    if isinstance(change.before, Succession):
        successions.discard(change.before)
    if isinstance(change.after, Succession):
        successions.add(change.after)


def _order(row: Fact) -> tuple[date, str]:
    """By day; rows of several lines or schemes that begin on one day always stand alike."""
    match row:
        case Placement():
            return row.valid.since, row.line
        case Identifier():
            return row.valid.since, row.scheme
    return row.valid.since, ""
