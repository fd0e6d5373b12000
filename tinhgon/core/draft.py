"""The working copy that `apply` changes: dated writes on frozen rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Any

from tinhgon.core import refusals
from tinhgon.core.life import Life
from tinhgon.core.periods import Period
from tinhgon.core.refusals import OperationRefused
from tinhgon.core.rows import (
    NATIONAL,
    Appointment,
    Change,
    DecisionId,
    Fact,
    Identifier,
    OwnerId,
    Placement,
    PostId,
    PostVersion,
    Quota,
    Row,
    Succession,
    UnitId,
    Version,
)
from tinhgon.core.snapshot import Snapshot

# Words about a name or a figure: they hold on only where that name or those figures do.
_BESIDE = {
    "short_name": ("name",),
    "estimated": ("area_km2", "population"),
    "note": ("area_km2", "population"),
}


class Draft:
    """A snapshot being changed by one decision from one day on."""

    def __init__(self, snapshot: Snapshot, *, on: date, decision: DecisionId) -> None:
        self.snapshot, self.on, self.decision = snapshot, on, decision
        self.operation = 0  # the one being applied, counted from 1
        self.touched: dict[OwnerId, dict[object, Fact]] = {}
        self.successions: dict[object, Change] = {}
        self.divided: dict[UnitId, int] = {}  # units that end once all their parts are given, by operation
        self._concerned: dict[OwnerId, int] = {}  # the last operation that concerned a unit, post or person
        self._lives: dict[OwnerId, Life] = {}
        self._children: dict[UnitId, set[UnitId]] = {}
        self._posts: dict[UnitId, set[PostId]] = {}
        self._holders: dict[PostId, set[OwnerId]] = {}
        for life in snapshot.lives.values():
            for row in (*life.placements, *life.staffing):
                self._index(row)

    # Reading

    def life(self, owner: OwnerId) -> Life:
        """Give the rows of a unit, a post or a person as they stand in the draft."""
        if owner not in self.touched:
            return self.snapshot.lives.get(owner) or Life()
        if owner not in self._lives:
            self._lives[owner] = Life().with_facts(self.touched[owner].values())
        return self._lives[owner]

    def label(self, owner: OwnerId) -> str:
        """Name a unit, a post or a person for a reader, even one that the draft took away."""
        life = self.life(owner)
        if life.posts:
            last = life.posts[-1]
            return f"{self.snapshot.titles.get(last.title, last.title)} – {self.label(last.unit)}"
        return self.snapshot.label(owner, life if life.versions else None)

    def refusal(self, reason: type[OperationRefused], owner: OwnerId, **facts: Any) -> OperationRefused:
        """Make a refusal that names the operation, the unit (or post, or person) and the day."""
        number = self.operation or self._concerned.get(owner, 0)
        return reason(**{"operation": number, "unit": self.label(owner), "day": self.on, **facts})

    def alive(self, unit: UnitId) -> Version:
        """Give the version in force on the decision's day.

        :raises UnknownUnit: no such unit.
        :raises NotAlive: not on that day.
        """
        life = self.life(unit)
        if not life.versions:
            raise self.refusal(refusals.UnknownUnit, unit)
        if version := life.version_on(self.on):
            return version
        raise self.refusal(refusals.NotAlive, unit)

    def under(self, unit: UnitId) -> Iterator[Placement]:
        """Give every placement under a unit, of any day."""
        for child in sorted(self._children.get(unit, ())):
            yield from (row for row in self.life(child).placements if row.parent == unit)

    def children(self, unit: UnitId) -> Iterator[Placement]:
        """Give the placements under a unit that reach beyond the decision's day."""
        return (row for row in self.under(unit) if row.valid.until is None or row.valid.until > self.on)

    def posts_of(self, unit: UnitId) -> Iterator[PostVersion]:
        """Give every version of a post that stands in a unit, of any day."""
        for post in sorted(self._posts.get(unit, ())):
            yield from (row for row in self.life(post).posts if row.unit == unit)

    def holders(self, post: PostId) -> Iterator[Appointment]:
        """Give every appointment to a post, of any day."""
        for person in sorted(self._holders.get(post, ())):
            yield from (row for row in self.life(person).appointments if row.post == post)

    def lineage(self) -> Set[Succession]:
        """Give the successions as they stand in the draft."""
        if not self.successions:
            return self.snapshot.successions  # very many, in the usual case untouched
        rows = set(self.snapshot.successions)
        for change in self.successions.values():
            rows -= {row for row in (change.before,) if isinstance(row, Succession)}
            rows |= {row for row in (change.after,) if isinstance(row, Succession)}
        return rows

    def stretch_end(self, owner: OwnerId) -> date | None:
        """Give the day on which a unit's or a post's present stretch of life ends, where that is known."""
        return next((days.until for days in self.life(owner).stretches if self.on in days), None)

    # Writing

    def put(self, row: Fact) -> None:
        """Write a row; it takes the place of one with the same key."""
        self._facts(row.owner)[row.key] = row
        self._concern_others(row)
        self._lives.pop(row.owner, None)
        self._index(row)

    def drop(self, row: Fact) -> None:
        """Take a row away."""
        self._facts(row.owner).pop(row.key, None)
        self._lives.pop(row.owner, None)

    def cut(self, row: Fact) -> None:
        """End a row on the day; one that begins on it never was."""
        self.drop(row)
        if row.valid.since < self.on:
            self.put(replace(row, valid=Period(row.valid.since, self.on)))

    def set_facts(self, unit: UnitId, **facts: Any) -> None:
        """Change facts of a unit from the day on.

        A later version keeps a fact that it states itself; where it only repeats
        the old value, the new one holds on.

        :raises NothingChanges: it is already so.
        """
        self.revise(self.alive(unit), **facts)

    def revise(self, current: Any, **facts: Any) -> None:
        """Change facts of the row in force from the day on, and of later rows that only repeat them.

        :raises NothingChanges: it is already so.
        """
        changed = {name: new for name, new in facts.items() if getattr(current, name) != new}
        if not changed:
            raise self.refusal(refusals.NothingChanges, current.owner)
        until = current.valid.until
        self.cut(current)
        self.put(replace(current, valid=Period(self.on, until), decision=self.decision, **changed))
        self.carry_on(current, **changed)

    def carry_on(self, before: Fact, **changed: Any) -> None:
        """Change facts of those later rows, too, that only repeat them."""
        for row in self.life(before.owner).facts:
            if _of_one_sort(row, before) and row.valid.since > self.on:
                changed = {name: new for name, new in changed.items() if _repeats(row, before, name)}
                self.put(replace(row, **changed))

    def place(self, unit: UnitId, line: str, parent: UnitId | None) -> None:
        """Put a unit under a parent from the day on, until its next placement in the line."""
        self.follow(Placement(
            unit=unit, line=line, parent=parent, valid=Period(self.on), decision=self.decision
        ), [row for row in self.life(unit).placements if row.line == line])  # fmt: skip

    def identify(self, unit: UnitId, value: str, scheme: str = NATIONAL) -> None:
        """Give a unit a code from the day on, until its next one; an empty value ends the code."""
        same = [row for row in self.life(unit).identifiers if row.scheme == scheme]
        if value:
            self.follow(Identifier(
                unit=unit, scheme=scheme, value=value, valid=Period(self.on), decision=self.decision
            ), same)  # fmt: skip
            return
        for row in same:
            if self.on in row.valid:
                self.cut(row)

    def follow(self, row: Any, same: Sequence[Any]) -> None:
        """Let a row follow the one in force, until the next that is recorded or the end of the life."""
        current = next((other for other in same if self.on in other.valid), None)
        if current:
            self.cut(current)
            self.put(replace(row, valid=Period(self.on, current.valid.until)))
            return
        ends = [other.valid.since for other in same if other.valid.since > self.on]
        ends.extend(end for end in (self.stretch_end(row.owner),) if end)
        self.put(replace(row, valid=Period(self.on, min(ends, default=None))))

    def end(self, unit: UnitId) -> None:
        """Close a unit's life, its places and codes on the day.

        :raises LaterFacts: something about it is recorded after that day, its end included.
        :raises EndsOnFirstDay: it begins on that very day.
        """
        current, life = self.alive(unit), self.life(unit)
        if current.valid.since == self.on and life.versions[0] == current:
            raise self.refusal(refusals.EndsOnFirstDay, unit)
        later = [row.valid.since for row in life.facts if row.valid.since > self.on]
        known_end = self.stretch_end(unit)
        if later or known_end:
            day = min([*later, *([known_end] if known_end else [])])
            raise self.refusal(refusals.LaterFacts, unit, day=day)
        for row in life.facts:
            if self.on in row.valid:
                self.cut(row)

    def succeed(self, origin: UnitId, result: UnitId, how: str, **shares: Any) -> None:
        """Record that something of one unit passed to another.

        :raises NothingGiven: both shares are 0.
        :raises NamedTwice: this decision passes something between the two already.
        """
        row = Succession(origin=origin, result=result, on=self.on, decision=self.decision, how=how, **shares)
        if row.share_area == row.share_population == 0:
            raise self.refusal(refusals.NothingGiven, origin, heir=self.label(result))
        if row.key in self.successions:
            raise self.refusal(refusals.NamedTwice, origin)
        self.successions[row.key] = Change(None, row)
        self._concerned[origin] = self._concerned[result] = self.operation

    # The outcome

    def changes(self) -> tuple[Change, ...]:
        """Give what differs from the snapshot, row by row."""
        changes: list[Change] = []
        for owner, now in self.touched.items():
            life = self.snapshot.lives.get(owner) or Life()
            before: dict[object, Row] = {row.key: row for row in life.facts}
            keys = {**before, **now}
            changes.extend(
                Change(before.get(key), now.get(key)) for key in keys if before.get(key) != now.get(key)
            )
        return (*changes, *self.successions.values())

    # Inner parts

    def _facts(self, owner: OwnerId) -> dict[object, Fact]:
        self._concerned[owner] = self.operation
        if owner not in self.touched:
            life = self.snapshot.lives.get(owner) or Life()
            self.touched[owner] = {row.key: row for row in life.facts}
        return self.touched[owner]

    def _concern_others(self, row: Fact) -> None:
        """A holder concerns the post too, a quota or a place the unit above: what is wrong may show there."""
        match row:
            case Appointment():
                self._concerned[row.post] = self.operation
            case Quota():
                above = {place.parent for place in self.life(row.unit).placements if place.parent}
                self._concerned |= dict.fromkeys(above, self.operation)
            case Placement(parent=parent) if parent:
                self._concerned[parent] = self.operation

    def _index(self, row: Fact) -> None:
        match row:
            case Placement(parent=parent) if parent:
                self._children.setdefault(parent, set()).add(row.unit)
            case PostVersion():
                self._posts.setdefault(row.unit, set()).add(row.post)
            case Appointment():
                self._holders.setdefault(row.post, set()).add(row.person)


def _of_one_sort(row: Fact, other: Fact) -> bool:
    """Tell whether two facts of one owner say the same thing of it; each post a person holds is another."""
    return type(row) is type(other) and getattr(row, "post", None) == getattr(other, "post", None)


def _repeats(row: Fact, before: Fact, name: str) -> bool:
    """Tell whether a later version only repeats a fact of the one before."""
    return all(getattr(row, each) == getattr(before, each) for each in (name, *_BESIDE.get(name, ())))
