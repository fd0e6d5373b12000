"""Who is in the story: people and the posts they hold, as they stand while it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from tinhgon.core.rows import ABSENT, CONCURRENT, HEAD, ONE, REGULAR, SEATED


@dataclass(slots=True, eq=False)
class Post:
    """A post with seats; one held beside a main post counts against no quota."""

    id: UUID
    unit: UUID
    title: str
    rank: str
    seats: int
    staff: str
    tier: str
    province: str
    district: UUID | None
    beside: str = ""
    reports_to: UUID | None = None
    holders: dict[Person, tuple[str, Decimal]] = field(default_factory=dict)

    @property
    def free(self) -> bool:
        """Tell whether a seat is free; one of somebody absent is kept."""
        kept = (share for how, share in self.holders.values() if how in SEATED or how == ABSENT)
        return sum(kept, Decimal(0)) <= self.seats - 1


@dataclass(slots=True, eq=False)
class Person:
    """A person who does not exist."""

    id: UUID
    number: int
    name: str
    sex: str
    born: date
    precision: str
    group: str
    entered: date
    province: str
    main: Post | None = None
    how: str = REGULAR
    term: date | None = None
    others: list[Post] = field(default_factory=list)
    away_until: date | None = None
    since: date = date.min
    grade: str = ""
    step: int = 1
    stepped: date = date.min
    retired_on: date | None = None

    def age_on(self, day: date) -> int:
        """Count the full years."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def due_on(self, day: date) -> bool:
        """Tell whether the age of leaving is reached: it rises by months each year, as in the land's rule."""
        base, more = (720, 3) if self.sex == "male" else (660, 4)
        months = (day.year - self.born.year) * 12 + day.month - self.born.month - (day.day < self.born.day)
        return months >= base + more * (min(day.year, 2028) - 2020)

    @property
    def settled(self) -> bool:
        """Tell whether nothing but the main post binds the person, so that another may follow."""
        beside = (post.holders[self][0] for post in self.others)
        return (
            self.main is not None
            and self.how == REGULAR
            and self.away_until is None
            and all(how == CONCURRENT for how in beside)
        )

    @property
    def leads(self) -> bool:
        """Tell whether the main post is a head's."""
        return self.main is not None and self.main.rank == HEAD


FULL = (REGULAR, ONE)
