"""What a decision orders of the register itself: to correct it, to take a decision back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tinhgon.core.operations.base import Ordered
from tinhgon.core.operations.parts import Line
from tinhgon.core.rows import TERRITORIAL, DecisionId, UnitId
from tinhgon.core.values import Day, Name, Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Ordered):
    """The register said it wrongly over a period: put what was so."""

    unit: UnitId
    field: Literal["name", "short_name", "kind", "area_km2", "population", "mandate", "code", "parent"]
    value: Stated
    since: Day
    until: Day | None = None
    line: Line = TERRITORIAL  # type: ignore[assignment]
    reason: Name
    op: Literal["correct"] = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoke(Ordered):
    """A signed decision is taken back as if it had not been."""

    decision: DecisionId
    op: Literal["revoke"] = "revoke"
