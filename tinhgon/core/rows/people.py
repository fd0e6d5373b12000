"""Which posts a person held, and in which grade."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tinhgon.core.periods import Period
from tinhgon.core.rows.words import ONE, REGULAR, DecisionId, OwnerId, PersonId, PostId


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Which post a person held, and how. `term_until` is the day a limited term runs out."""

    person: PersonId
    valid: Period
    decision: DecisionId
    post: PostId
    how: str = REGULAR
    share: Decimal = ONE
    term_until: date | None = None

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Appointment, self.person, self.post, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the person."""
        return self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """In which grade and step of salary a person was."""

    person: PersonId
    valid: Period
    decision: DecisionId
    grade: str
    step: int | None = None
    coefficient: Decimal | None = None

    @property
    def key(self) -> Hashable:
        """What no two rows share."""
        return (Grading, self.person, self.valid.since)

    @property
    def owner(self) -> OwnerId:
        """Whom it is about: the person."""
        return self.person
