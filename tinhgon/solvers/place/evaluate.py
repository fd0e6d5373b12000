"""What a plan costs, term by term, from the values themselves: slow, plain, and no part of any search."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tinhgon.solvers.place import values as v
from tinhgon.solvers.place.values import DEPUTY, HEAD, NewUnit, Person, Post, Staffing

EARTH_KM = 6371.0088


class Costs(NamedTuple):
    """The terms of a plan in their prices, and how often a fact was missing for one."""

    terms: dict[str, float]
    unknown: dict[str, int]

    @property
    def value(self) -> float:
        """Give their sum."""
        return math.fsum(self.terms.values())


def evaluate(staffing: Staffing, post_of: Sequence[str | None]) -> Costs:
    """Price a plan."""
    terms, unknown = dict.fromkeys((*v.OUT_TERMS, *v.PAIR_TERMS, *v.TEAM_TERMS), 0.0), Counter[str]()
    posts = {post.id: post for post in staffing.posts}
    for person, name in zip(staffing.people, post_of, strict=True):
        parts = out_terms(staffing, person) if name is None else pair_terms(staffing, person, posts[name])
        for term, price in parts:
            unknown[term] += price is None
            terms[term] += price or 0.0
    sizes, led = team_sizes(staffing), teams(staffing, post_of)
    for unit in staffing.units:
        for term, price in team_terms(staffing, unit, led[unit.id], sizes[unit.id]):
            terms[term] += price
    return Costs(terms, {term: count for term, count in unknown.items() if count})


def out_terms(staffing: Staffing, person: Person) -> Iterator[tuple[str, float | None]]:
    """Price a person's having no post; None where a fact is missing."""
    weights, due, months = staffing.weights, person.severance, person.seniority_months
    if weights.severance:
        yield v.SEVERANCE, None if due is None else weights.severance * due
    if not person.leaves:
        yield v.DISPLACED, weights.displaced
        yield v.SENIORITY, None if months is None else weights.seniority * months


def pair_terms(staffing: Staffing, person: Person, post: Post) -> Iterator[tuple[str, float | None]]:
    """Price a person's having a post; None where a fact is missing."""
    weights, step = staffing.weights, post.level - person.level
    yield v.KEPT, weights.kept if person.leaves else 0.0
    yield v.LEVEL_LOST, weights.level_lost * max(-step, 0)
    yield v.LEVEL_GAINED, weights.level_gained * max(step, 0)
    if weights.km:
        km = distance(person, post)
        yield v.KM, None if km is None else weights.km * km
    if post.field and not person.field:
        yield v.OTHER_FIELD, None
    else:
        yield v.OTHER_FIELD, weights.other_field if post.field not in ("", person.field) else 0.0
    wishes = tuple(dict.fromkeys(person.wishes))
    yield v.WISH, weights.wish * (wishes.index(post.id) if post.id in wishes else len(wishes))


def distance(person: Person, post: Post) -> float | None:
    """Give the kilometres between a person's place and a post's; None where one is unknown."""
    if person.position is None or post.position is None:
        return None
    (lat, lon), (to_lat, to_lon) = (map(math.radians, one) for one in (person.position, post.position))
    across = math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(math.sin((to_lat - lat) / 2) ** 2 + across)))


def teams(staffing: Staffing, post_of: Sequence[str | None]) -> dict[str, list[Person]]:
    """Give each unit's leaders."""
    posts = {post.id: post for post in staffing.posts}
    found: dict[str, list[Person]] = {unit.id: [] for unit in staffing.units}
    for person, name in zip(staffing.people, post_of, strict=True):
        if name is not None and posts[name].level >= DEPUTY:
            found[posts[name].unit].append(person)
    return found


def team_sizes(staffing: Staffing) -> dict[str, int]:
    """Give each unit's seats of leaders, deputies counted up to the quota."""
    seats: dict[tuple[str, int], int] = defaultdict(int)
    for post in staffing.posts:
        seats[post.unit, post.level] += 0 if post.id in staffing.pins.empty else post.seats
    return {
        unit.id: seats[unit.id, HEAD] + min(seats[unit.id, DEPUTY], quota(staffing, unit))
        for unit in staffing.units
    }


def quota(staffing: Staffing, unit: NewUnit) -> int:
    """Give how many deputies a unit may have; endless where nothing limits them."""
    asked = unit.deputies if staffing.rules.deputies else None
    return 1 << 30 if asked is None else asked


def team_terms(
    staffing: Staffing, unit: NewUnit, team: Sequence[Person], size: int
) -> Iterator[tuple[str, float]]:
    """Price what a unit's leaders lack in shares and balance."""
    weights, origins = staffing.weights, set(unit.origins)
    women = sum(person.woman is True for person in team)
    young = sum(person.age is not None and person.age < weights.young_age for person in team)
    yield v.WOMEN, weights.women * max(math.ceil(weights.women_share * size - 1e-9) - women, 0)
    yield v.YOUNG, weights.young * max(math.ceil(weights.young_share * size - 1e-9) - young, 0)
    if len(origins) > 1:
        come = Counter(person.origin for person in team)
        even = -(-size // len(origins))
        yield v.BALANCE, weights.balance * sum(max(come[origin] - even, 0) for origin in origins)
