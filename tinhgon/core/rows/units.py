"""What a unit was, where it stood, and which code it bore."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal

from tinhgon.core.periods import Period
from tinhgon.core.rows.words import DecisionId, OwnerId, UnitId


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

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


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

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


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

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit
