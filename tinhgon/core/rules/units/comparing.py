"""A unit held against every standard that may apply to it: what they agree on is a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from tinhgon.core.rulebook import Dated, Finding, unknown, warn
from tinhgon.core.rulebook.findings import UNKNOWN


class Standard(NamedTuple):
    """The least area and the least population that one kind of place must have."""

    area: Decimal
    population: Decimal

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Standard:
        """Read it from a figure."""
        return cls(Decimal(table["area_km2"]), Decimal(table["population"]))

    def share(self, percents: Mapping[str, int | Decimal]) -> Standard:
        """Give these percentages of it."""
        return Standard(
            self.area * percents["area_km2"] / 100, self.population * percents["population"] / 100
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """The standards that may apply to a unit, and the fact that would tell which one does."""

    standards: Sequence[Standard]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What a unit lacks; `unknown` with the fact where that cannot be said."""

    says: str
    found: Any = None
    allowed: Any = None
    fact: str = ""

    @property
    def sure(self) -> bool:
        """Tell whether it is one under every standard that may apply."""
        return self.says != UNKNOWN


class Sized(Protocol):
    """Whatever has an area and a population."""

    @property
    def area_km2(self) -> Decimal | None: ...
    @property
    def population(self) -> int | None: ...


def terrains(table: Mapping[str, Any], terrain: str | None) -> tuple[str, ...]:
    """Give the rows of a table by terrain that may apply; what has no row of its own is `other`."""
    if terrain is None:
        return tuple(table)
    return (terrain if terrain in table else "other",)


def by_terrain(table: Mapping[str, Any], terrain: str | None) -> Choice:
    """Give the standards of a table by terrain that may apply."""
    return Choice([Standard.of(table[row]) for row in terrains(table, terrain)], "terrain")


def shortfalls(unit: Sized, choice: Choice) -> Iterator[Shortfall]:
    """Say what a unit lacks under every standard that may apply, or which fact leaves it open."""
    area, people, standards = unit.area_km2, unit.population, choice.standards
    small = [area is not None and area < one.area for one in standards]
    few = [people is not None and people < one.population for one in standards]
    if all(small):
        yield Shortfall("too_small", area, min(one.area for one in standards))
    if all(few):
        yield Shortfall("too_few", people, min(one.population for one in standards))
    if not all(small) and not all(few) and (any(small) or any(few)):
        yield _open(area, choice, [one or other for one, other in zip(small, few, strict=True)])
    if area is None:
        yield Shortfall(UNKNOWN, fact="area_km2")
    if people is None:
        yield Shortfall(UNKNOWN, fact="population")


def _open(area: Decimal | None, choice: Choice, short: Sequence[bool]) -> Shortfall:
    """Under each standard it lacks something else, or under some it lacks nothing."""
    if all(short):
        return Shortfall("short_either", area, max(one.area for one in choice.standards))
    return Shortfall(UNKNOWN, fact=choice.missing)


def told(rule: str, lacks: Shortfall, *cited: Dated) -> Finding:
    """Make a warning of what a unit lacks, or say which fact is missing."""
    if not lacks.sure:
        return unknown(rule, lacks.fact, *cited)
    return warn(rule, lacks.says, *cited, found=lacks.found, allowed=lacks.allowed)
