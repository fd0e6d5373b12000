"""What a decision orders of people: who holds which post, and in which grade."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from tinhgon.core.operations.base import Ordered
from tinhgon.core.rows import ONE, REGULAR, PersonId, PostId
from tinhgon.core.values import Day, Name, Word

How: TypeAlias = Literal["regular", "acting", "concurrent", "job_share", "absent"]
SeatShare: TypeAlias = Annotated[Decimal, Field(gt=0, le=1, decimal_places=2)]
Coefficient: TypeAlias = Annotated[Decimal, Field(ge=0, lt=100, decimal_places=2)]
Step: TypeAlias = Annotated[int, Field(ge=1, le=20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint(Ordered):
    """A person takes a post; `term_until` is when a limited term runs out, which ends nothing by itself."""

    person: PersonId
    post: PostId
    how: How = REGULAR  # type: ignore[assignment]
    share: SeatShare = ONE
    term_until: Day | None = None
    op: Literal["appoint"] = "appoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reappoint(Ordered):
    """A person keeps a post for another term."""

    person: PersonId
    post: PostId
    term_until: Day | None = None
    op: Literal["reappoint"] = "reappoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPerson(Ordered):
    """A person leaves the main post for another one."""

    person: PersonId
    post: PostId
    term_until: Day | None = None
    op: Literal["transfer_person"] = "transfer_person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Second(Ordered):
    """A person works elsewhere until a day, and keeps the main post without doing its work."""

    person: PersonId
    post: PostId
    until: Day
    op: Literal["second"] = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeOccupancy(Ordered):
    """A person holds the same post in another way: an acting head becomes head, a holder goes to study."""

    person: PersonId
    post: PostId
    how: How
    share: SeatShare = ONE
    op: Literal["change_occupancy"] = "change_occupancy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Ordered):
    """A person leaves a post, or all of them where none is named."""

    person: PersonId
    post: PostId | None = None
    op: Literal["release"] = "release"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retire(Ordered):
    """A person leaves all posts for good."""

    person: PersonId
    op: Literal["retire"] = "retire"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGrade(Ordered):
    """A person is of another grade, or of another step of it."""

    person: PersonId
    grade: Word
    step: Step | None = None
    coefficient: Coefficient | None = None
    op: Literal["change_grade"] = "change_grade"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectAppointment(Ordered):
    """The register said wrongly over which days a person held a post: put them; without a first day, none."""

    person: PersonId
    post: PostId
    recorded_since: Day
    since: Day | None
    until: Day | None = None
    reason: Name
    op: Literal["correct_appointment"] = "correct_appointment"
