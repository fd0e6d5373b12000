"""Area and people of a unit: its own figures, and what its sub-units add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from tinhgon.register.pages.words import counted
from tinhgon.register.queries.tallies import Tally


@dataclass(frozen=True, slots=True)
class Total:
    """What the units of one depth add up to, and whether each of them has the figure."""

    units: int
    area_km2: Decimal | None
    whole_area: bool
    population: int | None
    whole_population: bool
    estimated: bool


def by_kind(tallies: Iterable[Tally], kinds: Mapping[str, str]) -> list[tuple[int, str]]:
    """Count units by the name of their kind, nearest and highest first."""
    units: dict[str, int] = {}
    for row in tallies:
        units[row.kind] = units.get(row.kind, 0) + row.units
    return [(count, kinds.get(kind, kind)) for kind, count in units.items()]


def in_words(counts: Iterable[tuple[int, str]]) -> str:
    """Write such a count: 31 phường, 72 xã."""
    return ", ".join(counted(count, name.lower()) for count, name in counts)


def total(tallies: Iterable[Tally]) -> Total | None:
    """Add up the nearest depth at which units have figures, so that nobody is counted twice."""
    depths: dict[int, list[Tally]] = {}
    for row in tallies:
        depths.setdefault(row.depth, []).append(row)
    for depth in sorted(depths):
        if any(row.with_area or row.with_population for row in depths[depth]):
            return _sum(depths[depth])
    return None


def _sum(rows: list[Tally]) -> Total:
    units = sum(row.units for row in rows)
    areas = [row.area_km2 for row in rows if row.area_km2 is not None]
    people = [row.population for row in rows if row.population is not None]
    return Total(
        units=units,
        area_km2=sum(areas, Decimal(0)) if areas else None,
        whole_area=sum(row.with_area for row in rows) == units,
        population=sum(people) if people else None,
        whole_population=sum(row.with_population for row in rows) == units,
        estimated=any(row.estimated for row in rows),
    )


def by_top(tallies: Iterable[Tally]) -> dict[UUID, list[Tally]]:
    """Part the tallies by the child below which they stand, without the child itself."""
    parted: dict[UUID, list[Tally]] = {}
    for row in tallies:
        if row.depth > 1:
            parted.setdefault(row.top, []).append(row)
    return parted
