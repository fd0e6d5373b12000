"""How many staff a unit may have, and what a post was."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from tinhgon.core.periods import Period
from tinhgon.core.rows.words import SPECIALIST, DecisionId, OwnerId, PostId, UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many staff of a kind a unit may have."""

    unit: UnitId
    valid: Period
    decision: DecisionId
    staff: str
    number: int

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Quota, self.unit, self.staff, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the unit."""
        return self.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PostVersion:
    """What a post was over a period, and of which unit; it has as many seats as people may hold it."""

    post: PostId
    valid: Period
    decision: DecisionId
    unit: UnitId
    title: str
    staff: str
    rank: str = SPECIALIST
    seats: int = 1
    reports_to: PostId | None = None
    description: str = ""

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (PostVersion, self.post, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the post."""
        return self.post
