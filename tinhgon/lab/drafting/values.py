"""What a plan says, as the decisions that carry it out need it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

from tinhgon.core.operations.parts import Line
from tinhgon.core.rows import CONCURRENT, MAIN, REGULAR, TERRITORIAL, PersonId, PostId, UnitId

# Gives the identity of what is to be born, of the words that say which it is.
Naming: TypeAlias = Callable[..., UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A unit to be born of several; `parent` is one that lives, or one born before it.

    :param also: the other lines that all members stand in, and what it stands under there.
    """

    id: UnitId
    name: str
    kind: str
    parent: UnitId | None
    members: tuple[UnitId, ...]
    line: Line = TERRITORIAL  # type: ignore[assignment]
    also: tuple[tuple[Line, UnitId | None], ...] = ()
    area_km2: Decimal | None = None
    population: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How somebody holds a post on the eve."""

    person: PersonId
    how: str

    @property
    def moves(self) -> bool:
        """Tell whether a plan may put this person elsewhere: who is absent or lent keeps the post."""
        return self.how == REGULAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A post as it is on the eve, and who holds it."""

    id: PostId
    unit: UnitId
    title: str
    staff: str
    rank: str
    seats: int
    holders: tuple[Holding, ...] = ()
    reports_to: PostId | None = None

    @property
    def is_beside(self) -> bool:
        """Tell whether it is only ever held beside a main post."""
        return bool(self.holders) and all(one.how == CONCURRENT for one in self.holders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A post that a body is to have.

    :param beside: the title of the main post whose holder takes it, too; empty where it is a main post.
    """

    id: PostId
    body: UnitId
    title: str
    staff: str
    rank: str
    seats: int = 1
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffed:
    """Who takes which post that is wanted, and who leaves; all others keep what they have, as surplus."""

    posts: Mapping[PersonId, PostId] = field(default_factory=dict)
    leaving: frozenset[PersonId] = frozenset()


def main_of(present: Present) -> tuple[PersonId, ...]:
    """Give those whose main post it is, absent ones included."""
    return tuple(one.person for one in present.holders if one.how in MAIN)
