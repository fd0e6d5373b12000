"""Two days of the register side by side: what was added, ended, merged, split, renamed, moved…"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

from tinhgon.core.names import sort_key
from tinhgon.core.rows import Succession, UnitId

Kind: TypeAlias = Literal[
    "merged", "split", "added", "ended", "received", "renamed", "retyped", "recoded", "moved", "figures"
]
KINDS: tuple[Kind, ...] = get_args(Kind)  # in the order that a reader meets them


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a unit is on one day."""

    unit: UnitId
    name: str
    kind: str
    code: str = ""
    parent: UnitId | None = None
    area_km2: Decimal | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is otherwise on the second day; `before` or `after` is None where the unit is not.

    Origins stand as on the first day, results as on the second: whom a unit was made of,
    what became of it; for a move the parents, old and new.
    """

    kind: Kind
    unit: UnitId
    before: Standing | None
    after: Standing | None
    origins: tuple[Standing, ...] = ()
    results: tuple[Standing, ...] = ()

    @property
    def standing(self) -> Standing:
        """The newest side that exists."""
        standing = self.after or self.before
        assert standing is not None  # noqa: S101  (a unit of neither day is never compared)
        return standing


Standings: TypeAlias = Mapping[UnitId, Standing]
Links: TypeAlias = Mapping[UnitId, list[Succession]]


def compare(
    before: Iterable[Standing], after: Iterable[Standing], successions: Sequence[Succession]
) -> tuple[Difference, ...]:
    """Tell what differs, given what passed from unit to unit between the two days.

    A unit of one day only gives one difference: merged or added, split or ended.
    One of both days gives one for each thing that is otherwise.
    """
    first, second = ({row.unit: row for row in rows} for rows in (before, after))
    forward, backward = _links(successions)
    found = [
        *_vanished(first, second, forward),
        *_arrived(first, second, backward),
        *(
            difference
            for unit in first.keys() & second.keys()
            for difference in _altered(unit, first, second)
        ),
    ]
    return tuple(sorted(found, key=_order))


def _links(successions: Iterable[Succession]) -> tuple[Links, Links]:
    forward: defaultdict[UnitId, list[Succession]] = defaultdict(list)
    backward: defaultdict[UnitId, list[Succession]] = defaultdict(list)
    for row in successions:
        forward[row.origin].append(row)
        backward[row.result].append(row)
    return forward, backward


def _vanished(first: Standings, second: Standings, forward: Links) -> Iterator[Difference]:
    for unit in first.keys() - second.keys():
        results = _heirs(unit, second, forward)
        kind: Kind = "split" if len(results) > 1 else "ended"
        yield Difference(kind=kind, unit=unit, before=first[unit], after=None, results=results)


def _arrived(first: Standings, second: Standings, backward: Links) -> Iterator[Difference]:
    """Tell which units are new, and which old ones took others in."""
    for unit in second.keys() & (backward.keys() | (second.keys() - first.keys())):
        origins = tuple(origin for origin in _sources(unit, first, backward) if origin.unit != unit)
        kind: Kind
        if unit not in first:
            kind = "merged" if len(origins) > 1 else "added"
        elif origins:
            kind = "merged" if any(origin.unit not in second for origin in origins) else "received"
        else:
            continue
        yield Difference(kind=kind, unit=unit, before=first.get(unit), after=second[unit], origins=origins)


def _heirs(unit: UnitId, standing: Standings, forward: Links) -> tuple[Standing, ...]:
    """Follow lineage to the units that stand on the second day, through those that came and went."""
    found, ways, seen = {}, list(forward.get(unit, ())), set()
    while ways:
        row = ways.pop()
        if row.result in standing:
            found[row.result] = standing[row.result]
        elif row.key not in seen:
            seen.add(row.key)
            ways += [next_ for next_ in forward.get(row.result, ()) if next_.on >= row.on]
    return _by_name(found)


def _sources(unit: UnitId, standing: Standings, backward: Links) -> tuple[Standing, ...]:
    """Follow lineage back to the units that stood on the first day, through those that came and went."""
    found, ways, seen = {}, list(backward.get(unit, ())), set()
    while ways:
        row = ways.pop()
        if row.origin in standing:
            found[row.origin] = standing[row.origin]
        elif row.key not in seen:
            seen.add(row.key)
            ways += [earlier for earlier in backward.get(row.origin, ()) if earlier.on <= row.on]
    return _by_name(found)


def _altered(unit: UnitId, first: Standings, second: Standings) -> Iterator[Difference]:
    """Tell what is otherwise about a unit that stands on both days."""
    old, new = first[unit], second[unit]
    if old == new:
        return
    facts: tuple[tuple[Kind, bool], ...] = (
        ("renamed", old.name != new.name),
        ("retyped", old.kind != new.kind),
        ("recoded", old.code != new.code),
        ("figures", (old.area_km2, old.population) != (new.area_km2, new.population)),
    )
    for kind, differs in facts:
        if differs:
            yield Difference(kind=kind, unit=unit, before=old, after=new)
    if old.parent != new.parent:
        yield Difference(
            kind="moved", unit=unit, before=old, after=new,
            origins=_standing_of(old.parent, first), results=_standing_of(new.parent, second),
        )  # fmt: skip


def _standing_of(unit: UnitId | None, standings: Standings) -> tuple[Standing, ...]:
    return (standings[unit],) if unit and unit in standings else ()


def _by_name(standings: Mapping[UnitId, Standing]) -> tuple[Standing, ...]:
    return tuple(sorted(standings.values(), key=lambda row: (sort_key(row.name), row.code, row.unit)))


def _order(difference: Difference) -> tuple[int, str, str, UnitId]:
    row = difference.standing
    return KINDS.index(difference.kind), sort_key(row.name), row.code, row.unit
