"""What passed from one unit to another."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tinhgon.core.rows.words import ONE, DecisionId, OwnerId, UnitId


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

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit whose line it continues."""
        return self.origin
