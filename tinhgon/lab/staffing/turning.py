"""People, posts and units of a scenario as the solver takes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tinhgon.core.rows import RANKS
from tinhgon.core.rulebook import Book
from tinhgon.lab.drafting.bodies import Tree
from tinhgon.lab.drafting.values import Body, Present, Wanted
from tinhgon.lab.models import Location, Placing, Scenario
from tinhgon.lab.staffing.facts import Facts
from tinhgon.lab.staffing.sums import Due, left_of
from tinhgon.solvers.place.values import NewUnit, Person, Position, Post

LEVEL = {rank: level for level, rank in enumerate(reversed(RANKS))}
LEADING = ("deputy", "head")


@dataclass(frozen=True, kw_only=True, eq=False)
class Seen:
    """What is known of the people to be placed."""

    origin: Mapping[UUID, Present]
    facts: Mapping[UUID, Facts]
    due: Mapping[UUID, Due]
    barred: Collection[UUID]
    places: Mapping[UUID, Position]
    on: date
    law: Book


def people_of(scenario: Scenario, seen: Seen) -> tuple[Person, ...]:
    """Give the people, in the order of their ids."""
    leave = set(Placing.objects.filter(scenario=scenario, leaves=True).values_list("person_id", flat=True))
    return tuple(_person(person, seen, person in leave) for person in sorted(seen.facts))


def _person(person: UUID, seen: Seen, leaves: bool) -> Person:
    now, known, due = seen.origin[person], seen.facts[person], seen.due[person]
    level = LEVEL[now.rank]
    return Person(
        id=str(person), origin=str(now.unit), field=now.title, level=level, leaves=leaves,
        months_left=left_of(known, seen.on, seen.law), age=known.age_on(seen.on),
        woman=known.sex == "female" if known.sex else None,
        seniority_months=known.served_months(seen.on),
        severance=float(due.total) if due.total is not None else None,
        # A bar keeps from higher posts, not from those of one's own level.
        barred=frozenset(one for one in LEADING if person in seen.barred and LEVEL[one] > level),
        position=seen.places.get(now.unit),
    )  # fmt: skip


def posts_of(
    wanted: Iterable[Wanted], bodies: Iterable[Body], places: Mapping[UUID, Position]
) -> tuple[Post, ...]:
    """Give the posts that are main posts; who takes those beside them follows."""
    seats = {body.id: body.members[0] for body in bodies}
    return tuple(
        Post(
            id=str(one.id), unit=str(one.body), field=one.title, level=LEVEL[one.rank], seats=one.seats,
            position=places.get(seats[one.body]),
        )
        for one in wanted
        if not one.beside
    )  # fmt: skip


def units_of(bodies: Iterable[Body]) -> tuple[NewUnit, ...]:
    """Give the new bodies with those they are made of."""
    return tuple(NewUnit(id=str(one.id), origins=tuple(map(str, one.members))) for one in bodies)


def places_of(tree: Tree) -> dict[UUID, Position]:
    """Give where units lie; a body lies where the nearest unit above it does, if anybody has said."""
    rows: Any = Location.objects.filter(unit__in=list(tree.units)).values_list(
        "unit", "latitude", "longitude"
    )
    known = {unit: (float(latitude), float(longitude)) for unit, latitude, longitude in rows}
    found = {}
    for unit, standing in tree.units.items():
        ways = (tree.above(unit, line) for line in standing.parents)
        near = next((known[one] for way in ways for one in (unit, *way) if one in known), None)
        if near:
            found[unit] = near
    return found
