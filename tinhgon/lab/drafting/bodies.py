"""Which bodies a plan gives birth to: the new units, and below each one body for its members' like bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tinhgon.core.names import fold
from tinhgon.core.operations.parts import Line
from tinhgon.core.rows import UnitId
from tinhgon.lab.drafting.values import Body, Naming
from tinhgon.lab.refusals import NoLineTogether


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A unit on the eve: what it is, and under which unit it stands in each line."""

    id: UnitId
    name: str
    kind: str
    parents: Mapping[Line, UnitId | None]
    area_km2: Decimal | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A new unit of a plan."""

    members: tuple[UnitId, ...]
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The units that merge, all below them and all above."""

    units: Mapping[UnitId, Standing]

    def below(self, unit: UnitId) -> Iterator[tuple[Line, Standing]]:
        """Give the units right under one, by name."""
        found = [
            (line, one) for one in self.units.values()
            for line, parent in one.parents.items() if parent == unit
        ]  # fmt: skip
        yield from sorted(found, key=lambda pair: (pair[0], pair[1].name, pair[1].id))

    def above(self, unit: UnitId, line: Line) -> list[UnitId]:
        """Give the units above one, the nearest first."""
        found: list[UnitId] = []
        while (parent := self.units[unit].parents.get(line)) is not None:
            found.append(parent)
            unit = parent
            if unit not in self.units:
                break
        return found


def bodies_of(plan: Sequence[Entry], tree: Tree, name: Naming) -> tuple[Body, ...]:
    """Give the bodies to be born, each after the one it stands under.

    Bodies under the members that differ by nothing but the member's name (its office, its division of the
    economy …) are merged too; one that only one member has follows as it is.
    """
    bodies = [body for entry in plan if len(entry.members) > 1 for body in _born(entry, tree, name)]
    into = {unit: body.id for body in bodies for unit in body.members}
    return tuple(replace(body, also=_also(body, into, tree)) for body in bodies)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A unit that stays by itself, but is of another kind then."""

    unit: UnitId
    name: str
    kind: str
    was: Standing


def turned_of(plan: Sequence[Entry], tree: Tree) -> tuple[Turned, ...]:
    """Give the units that no other joins and whose kind or name changes all the same."""
    alone = ((entry, tree.units[entry.members[0]]) for entry in plan if len(entry.members) == 1)
    return tuple(
        Turned(unit=one.id, name=entry.name or one.name, kind=entry.kind or one.kind, was=one)
        for entry, one in alone
        if (entry.name or one.name, entry.kind or one.kind) != (one.name, one.kind)
    )


def _born(entry: Entry, tree: Tree, name: Naming) -> Iterator[Body]:
    members = [tree.units[unit] for unit in entry.members]
    line = _lines(members)[0]
    top = _body(entry, members, line, _shared(entry.members, line, tree), name)
    yield top
    yield from _below(top, members, tree, name)


def _lines(members: Sequence[Standing]) -> list[Line]:
    """Give the lines that all of them stand in: territorial before party before government.

    :raises NoLineTogether: there is none.
    """
    lines = sorted(set.intersection(*(set(one.parents) for one in members)), reverse=True)
    if not lines:
        raise NoLineTogether(units=[one.name for one in members])
    return lines


def _also(body: Body, into: Mapping[UnitId, UnitId], tree: Tree) -> tuple[tuple[Line, UnitId | None], ...]:
    """Give the other lines that all members of a body stand in, and what it is to stand under there."""
    members, found = [tree.units[unit] for unit in body.members], []
    for line in (one for one in _lines(members) if one != body.line):
        above = {one.parents[line] for one in members}
        born = {into.get(one, one) if one else None for one in above}
        shared = _shared(body.members, line, tree)
        found.append((line, born.pop() if len(born) == 1 else into.get(shared, shared) if shared else None))
    return tuple(found)


def _below(top: Body, members: Sequence[Standing], tree: Tree, name: Naming) -> Iterator[Body]:
    taken: set[UnitId] = set()  # one that stands below in two lines is merged once
    alike: dict[tuple[Line, str, str], list[tuple[Standing, str]]] = {}
    for member in members:
        for line, one in tree.below(member.id):
            if one.id in taken:
                continue
            taken.add(one.id)
            stem = _stem(one.name, member.name)
            alike.setdefault((line, one.kind, fold(stem)), []).append((one, stem))
    for (line, kind, _), ones in alike.items():
        if len(ones) < 2:
            continue
        called = f"{ones[0][1]} {top.name[:1].lower()}{top.name[1:]}".strip()
        entry = Entry(members=tuple(one.id for one, _ in ones), name=called, kind=kind)
        born = _body(entry, [one for one, _ in ones], line, top.id, name)
        yield born
        yield from _below(born, [one for one, _ in ones], tree, name)


def _body(
    entry: Entry, members: Sequence[Standing], line: Line, parent: UnitId | None, name: Naming
) -> Body:  # fmt: skip
    areas, people = [one.area_km2 for one in members], [one.population for one in members]
    return Body(
        id=name(*sorted(map(str, entry.members))), name=entry.name, kind=entry.kind, parent=parent,
        members=entry.members, line=line,
        area_km2=None if None in areas else sum(filter(None, areas), Decimal(0)),
        population=None if None in people else sum(filter(None, people)),
    )  # fmt: skip


def _shared(units: Sequence[UnitId], line: Line, tree: Tree) -> UnitId | None:
    """Give the nearest unit above all of them; None where they have no such."""
    ways = [tree.above(unit, line) for unit in units]
    return next((one for one in ways[0] if all(one in way for way in ways)), None)


def _stem(name: str, of: str) -> str:
    """Take the name of the unit above out of a name: “Phòng Kinh tế xã An Lạc Thôn” is “Phòng Kinh tế”."""
    place = name.casefold().rfind(of.casefold())
    return name if place < 0 else f"{name[:place]}{name[place + len(of) :]}".strip()
