"""The working copy that `apply` changes: dated writes on frozen rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.core import refusals
from tinhgon.core.periods import Period
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
from tinhgon.core.snapshot import Life, Snapshot


class Draft:
    """A snapshot being changed by one decision from one day on."""

    def __init__(self, snapshot: Snapshot, *, on: date, decision: DecisionId) -> None:
        self.snapshot, self.on, self.decision = snapshot, on, decision
        self.operation = 0  # the one being applied, counted from 1
        self.touched: dict[UnitId, dict[object, Fact]] = {}
        self.successions: dict[object, Change] = {}
        self.given: dict[UnitId, tuple[Decimal, Decimal]] = {}  # shares passed on by units that end
        self.ending: set[UnitId] = set()
        self._lives: dict[UnitId, Life] = {}
        self._children = _children(snapshot)

    # Reading

    def life(self, unit: UnitId) -> Life:
        """Give the unit's rows as they stand in the draft."""
        if unit not in self.touched:
            return self.snapshot.lives.get(unit) or Life()
        if unit not in self._lives:
            self._lives[unit] = Life().with_facts(self.touched[unit].values())
        return self._lives[unit]

    def label(self, unit: UnitId) -> str:
        """Name a unit for a reader, even one that the draft took away."""
        life = self.life(unit)
        life = life if life.versions else self.snapshot.lives.get(unit) or life
        return life.label() if life.versions else str(unit)

    def alive(self, unit: UnitId) -> Version:
        """Give the version in force on the decision's day.

        :raises UnknownUnit: no such unit.
        :raises NotAlive: not on that day.
        """
        life = self.life(unit)
        if not life.versions:
            raise refusals.UnknownUnit(operation=self.operation, unit=self.label(unit))
        if version := life.version_on(self.on):
            return version
        raise refusals.NotAlive(operation=self.operation, unit=self.label(unit), day=self.on)

    def under(self, unit: UnitId) -> Iterator[Placement]:
        """Give every placement under a unit, of any day."""
        for child in sorted(self._children.get(unit, ())):
            yield from (row for row in self.life(child).placements if row.parent == unit)

    def children(self, unit: UnitId) -> Iterator[Placement]:
        """Give the placements under a unit that reach beyond the decision's day."""
        return (row for row in self.under(unit) if row.valid.until is None or row.valid.until > self.on)

    # Writing

    def put(self, row: Fact) -> None:
        """Write a row; it takes the place of one with the same key."""
        self._facts(row.unit)[row.key] = row
        self._lives.pop(row.unit, None)
        if isinstance(row, Placement) and row.parent:
            self._children.setdefault(row.parent, set()).add(row.unit)

    def drop(self, row: Fact) -> None:
        """Take a row away."""
        self._facts(row.unit).pop(row.key, None)
        self._lives.pop(row.unit, None)

    def set_facts(self, unit: UnitId, **facts: Any) -> None:
        """Change facts of a unit from the day on.

        A later version keeps a fact that it states itself; where it only repeats
        the old value, the new one holds on.

        :raises NothingChanges: it is already so.
        """
        current = self.alive(unit)
        changed = {name: new for name, new in facts.items() if getattr(current, name) != new}
        if not changed:
            raise refusals.NothingChanges(operation=self.operation, unit=self.label(unit), day=self.on)
        until = current.valid.until
        self._cut(current)
        self.put(replace(current, valid=Period(self.on, until), decision=self.decision, **changed))
        for name, new in changed.items():
            self._carry_on(unit, name, old=getattr(current, name), new=new)

    def place(self, unit: UnitId, line: str, parent: UnitId | None) -> None:
        """Put a unit under a parent from the day on, until its next placement in the line."""
        self._follow(Placement(
            unit=unit, line=line, parent=parent, valid=Period(self.on), decision=self.decision
        ), [row for row in self.life(unit).placements if row.line == line])  # fmt: skip

    def identify(self, unit: UnitId, value: str, scheme: str = NATIONAL) -> None:
        """Give a unit a code from the day on, until its next one; an empty value ends the code."""
        same = [row for row in self.life(unit).identifiers if row.scheme == scheme]
        if value:
            self._follow(Identifier(
                unit=unit, scheme=scheme, value=value, valid=Period(self.on), decision=self.decision
            ), same)  # fmt: skip
            return
        for row in same:
            if self.on in row.valid:
                self._cut(row)

    def begin(self, version: Version) -> None:
        """Open a unit's life, or a further stretch of it."""
        self.put(version)

    def end(self, unit: UnitId) -> None:
        """Close a unit's life, its places and codes on the day.

        :raises LaterFacts: something about it is recorded after that day.
        :raises EndsOnFirstDay: it begins on that very day.
        """
        current = self.alive(unit)
        if current.valid.since == self.on and self.life(unit).versions[0] == current:
            raise refusals.EndsOnFirstDay(operation=self.operation, unit=self.label(unit), day=self.on)
        for row in self.life(unit).facts:
            if row.valid.since > self.on:
                raise refusals.LaterFacts(
                    operation=self.operation, unit=self.label(unit), day=row.valid.since
                )
            if self.on in row.valid:
                self._cut(row)

    def succeed(self, origin: UnitId, result: UnitId, how: str, **shares: Any) -> None:
        """Record that something of one unit passed to another."""
        row = Succession(origin=origin, result=result, on=self.on, decision=self.decision, how=how, **shares)
        if row.key in self.successions:
            raise refusals.NamedTwice(operation=self.operation, unit=self.label(origin))
        self.successions[row.key] = Change(None, row)

    # The outcome

    def changes(self) -> tuple[Change, ...]:
        """Give what differs from the snapshot, row by row."""
        changes: list[Change] = []
        for unit, now in self.touched.items():
            life = self.snapshot.lives.get(unit) or Life()
            before: dict[object, Row] = {row.key: row for row in life.facts}
            keys = {**before, **now}
            changes.extend(
                Change(before.get(key), now.get(key)) for key in keys if before.get(key) != now.get(key)
            )
        return (*changes, *self.successions.values())

    # Inner parts

    def _facts(self, unit: UnitId) -> dict[object, Fact]:
        if unit not in self.touched:
            life = self.snapshot.lives.get(unit) or Life()
            self.touched[unit] = {row.key: row for row in life.facts}
        return self.touched[unit]

    def _cut(self, row: Fact) -> None:
        """End a row on the day; one that begins on it never was."""
        self.drop(row)
        if row.valid.since < self.on:
            self.put(replace(row, valid=Period(row.valid.since, self.on)))

    def _follow(self, row: Placement | Identifier, same: list[Any]) -> None:
        """Let a row follow the one in force, until the next that is recorded."""
        later = [other.valid.since for other in same if other.valid.since > self.on]
        current = next((other for other in same if self.on in other.valid), None)
        until = current.valid.until if current else min(later, default=self._life_end(row.unit))
        if current:
            self._cut(current)
        self.put(replace(row, valid=Period(self.on, until)))

    def _life_end(self, unit: UnitId) -> date | None:
        """The day the unit's present stretch of life ends, where that is known."""
        version = self.life(unit).version_on(self.on)
        while version and version.valid.until:
            following = self.life(unit).version_on(version.valid.until)
            if not following:
                return version.valid.until
            version = following
        return None

    def _carry_on(self, unit: UnitId, name: str, *, old: Any, new: Any) -> None:
        for row in self.life(unit).versions:
            if row.valid.since <= self.on:
                continue
            if getattr(row, name) != old:
                return
            self.put(replace(row, **{name: new}))


def _children(snapshot: Snapshot) -> dict[UnitId, set[UnitId]]:
    children: dict[UnitId, set[UnitId]] = {}
    for unit, life in snapshot.lives.items():
        for row in life.placements:
            if row.parent:
                children.setdefault(row.parent, set()).add(unit)
    return children
