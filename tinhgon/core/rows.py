"""The facts of the register as frozen rows; each has a unit, a period and the decision that began it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from tinhgon.core.periods import Period

UnitId: TypeAlias = UUID
DecisionId: TypeAlias = UUID

TERRITORIAL, GOVERNMENT, PARTY = LINES = ("territorial", "government", "party")
NATIONAL = "national"

ONE = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a unit was over a period: its life is the sum of its versions."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    name: str
    kind: str
    short_name: str = ""
    area_km2: Decimal | None = None
    population: int | None = None
    mandate: str = ""
    estimated: bool = False
    note: str = ""

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Version, self.unit, self.valid.since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Under which parent a unit stood in one line; a parent of None is the line's top."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    line: str
    parent: UnitId | None

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Placement, self.unit, self.line, self.valid.since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A code of one scheme that a unit bore; codes are re-used, units are not."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    scheme: str
    value: str

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Identifier, self.unit, self.scheme, self.valid.since)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What passed from one unit to another on a day: lineage, with shares of area and people."""

    origin: UnitId
    result: UnitId
    on: date
    decision: DecisionId
    how: str
    share_area: Decimal = ONE
    share_population: Decimal = ONE
    estimated: bool = False

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Succession, self.origin, self.result, self.decision)

    @property
    def unit(self) -> UnitId:
        """The unit whose line it continues: the origin."""
        return self.origin


Fact: TypeAlias = Version | Placement | Identifier
Row: TypeAlias = Fact | Succession


@dataclass(frozen=True, slots=True)
class Change:
    """One row as it was and as it becomes; no `before` is new, no `after` is taken back."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The newest side that exists."""
        row = self.after or self.before
        assert row is not None  # noqa: S101  (a change of nothing into nothing is never made)
        return row

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)
