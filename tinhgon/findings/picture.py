"""Units on a day, each with the figures that rules ask for; from a snapshot or from the whole register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from tinhgon.core.life import Life
from tinhgon.core.rows import DEPUTY, HEAD, SEATED, TERRITORIAL, Succession, UnitId
from tinhgon.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One unit on a day.

    :param parents: the unit above, by line.
    :param quotas: staff that it may have, by kind.
    :param heads, deputies: how many people hold such posts of it.
    :param origins: of how many units it was made or enlarged on `merged_on`; 0: it never was.
    """

    unit: UnitId
    name: str
    kind: str
    area_km2: Decimal | None = None
    population: int | None = None
    parents: Mapping[str, UnitId | None] = field(default_factory=dict)
    quotas: Mapping[str, int] = field(default_factory=dict)
    heads: int = 0
    deputies: int = 0
    origins: int = 0
    merged_on: date | None = None


@dataclass(frozen=True)
class Picture:
    """All units that are seen on a day."""

    on: date
    units: Mapping[UnitId, Seen]

    @cached_property
    def children(self) -> Mapping[UnitId, tuple[Seen, ...]]:
        """What stands right under each unit, in whatever line, once."""
        found: dict[UnitId, dict[UnitId, Seen]] = {}
        for seen in self.units.values():
            for parent in seen.parents.values():
                if parent is not None:
                    found.setdefault(parent, {})[seen.unit] = seen
        return {parent: tuple(ones.values()) for parent, ones in found.items()}

    def above(self, seen: Seen) -> Seen | None:
        """Give the unit above it: in the line of places, or else in any."""
        parents = seen.parents
        parent = parents.get(TERRITORIAL) or next((one for one in parents.values() if one), None)
        return self.units.get(parent) if parent else None

    def label(self, unit: UnitId) -> str:
        """Name a unit; of a body say under what it stands, for many bear one name."""
        one = self.units[unit]
        above = self.above(one)
        return f"{one.name} – {above.name}" if above and TERRITORIAL not in one.parents else one.name

    def top(self, seen: Seen) -> Seen:
        """Climb to the highest unit that is seen: the province."""
        climbed = {seen.unit}
        while (above := self.above(seen)) and above.unit not in climbed:
            climbed.add(above.unit)
            seen = above
        return seen


def picture(snapshot: Snapshot, *, on: date) -> Picture:
    """Draw the units of a snapshot as they are on a day."""
    holders = _holders(snapshot, on)
    merged = _merged(snapshot.successions, on)
    units = {
        unit: _seen(unit, life, holders.get(unit, {}), merged.get(unit), on)
        for unit, life in snapshot.lives.items()
        if life.version_on(on)
    }
    return Picture(on, units)


def _seen(
    unit: UnitId, life: Life, holders: Mapping[str, int], merged: tuple[date, int] | None, on: date
) -> Seen:
    version = life.version_on(on)
    assert version is not None  # noqa: S101  (only living units are drawn)
    return Seen(
        unit=unit,
        name=version.name,
        kind=version.kind,
        area_km2=version.area_km2,
        population=version.population,
        parents={row.line: row.parent for row in life.placements if on in row.valid},
        quotas={row.staff: row.number for row in life.quotas if on in row.valid},
        heads=holders.get(HEAD, 0),
        deputies=holders.get(DEPUTY, 0),
        merged_on=merged[0] if merged else None,
        origins=merged[1] if merged else 0,
    )


def _holders(snapshot: Snapshot, on: date) -> dict[UnitId, dict[str, int]]:
    """Count who holds posts of each rank, by unit."""
    found: dict[UnitId, dict[str, int]] = {}
    for life in snapshot.lives.values():
        for row in life.appointments:
            post = snapshot.lives.get(row.post, Life()).post_on(on)
            if post and on in row.valid and row.how in SEATED:
                ranks = found.setdefault(post.unit, {})
                ranks[post.rank] = ranks.get(post.rank, 0) + 1
    return found


def _merged(successions: Iterable[Succession], on: date) -> dict[UnitId, tuple[date, int]]:
    """Give the last day on which each unit received others, and of how many it is made by that."""
    received: dict[tuple[UnitId, date], list[Succession]] = {}
    for row in successions:
        if row.on <= on and row.how != "split":
            received.setdefault((row.result, row.on), []).append(row)
    found: dict[UnitId, tuple[date, int]] = {}
    for (unit, day), rows in received.items():
        if unit not in found or day > found[unit][0]:
            found[unit] = (day, _members(rows))
    return found


def _members(rows: Iterable[Succession]) -> int:
    """Count what was put together; a unit that stays and receives is one of them."""
    ways = {row.how for row in rows}
    stays = "absorb" in ways or ways == {"part"}
    return len({row.origin for row in rows}) + stays
