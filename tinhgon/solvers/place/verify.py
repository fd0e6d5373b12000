"""Checks a plan against every hard rule, from the values themselves; it shares no code with any search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tinhgon.solvers.place import values as v
from tinhgon.solvers.place.evaluate import distance, quota, teams
from tinhgon.solvers.place.values import DEPUTY, RANKS, NewUnit, Person, Post, Staffing


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A rule that a plan breaks, by whom and where."""

    rule: str
    people: tuple[str, ...] = ()
    post: str | None = None
    unit: str | None = None


def verify(staffing: Staffing, post_of: Sequence[str | None]) -> tuple[Breach, ...]:
    """Find every breach of a plan."""
    return (*_of_pairs(staffing, post_of), *_of_seats(staffing, post_of), *_of_units(staffing, post_of))


def refusals(staffing: Staffing, person: Person, post: Post) -> Iterator[str]:
    """Give every rule on pairs that keeps a person from a post; what is unknown is refused."""
    rules, step = staffing.rules, post.level - person.level
    if post.id in staffing.pins.empty:
        yield v.EMPTY
    if (person.id, post.id) in staffing.pins.closed:
        yield v.CLOSED
    if rules.field and not _fields_fit(staffing, person.field, post.field):
        yield v.FIELD
    if rules.rise is not None and step > rules.rise:
        yield v.RISE
    if rules.fall is not None and -step > rules.fall:
        yield v.FALL
    if rules.needs and not post.needs <= person.qualifications:
        yield v.NEEDS
    if rules.barred and RANKS[post.level] in person.barred:
        yield v.BARRED
    if rules.lead_months is not None and post.level >= DEPUTY and step > 0:
        months = person.months_left
        if months is None or months < rules.lead_months:
            yield v.LEAD
    if rules.reach_km is not None and not _own(staffing, person, post):
        km = distance(person, post)
        if km is None or km > rules.reach_km:
            yield v.REACH


def _fields_fit(staffing: Staffing, one: str, other: str) -> bool:
    if other in ("", one):
        return True
    near = staffing.rules.adjacent if staffing.rules.field == "adjacent" else frozenset()
    return bool(one) and ((one, other) in near or (other, one) in near)


def _own(staffing: Staffing, person: Person, post: Post) -> bool:
    return person.origin in origins_of(staffing.units)[post.unit]


@lru_cache(maxsize=4)
def origins_of(units: tuple[NewUnit, ...]) -> dict[str, frozenset[str]]:
    """Give the old units each unit was merged from."""
    return {unit.id: frozenset(unit.origins) for unit in units}


def _of_pairs(staffing: Staffing, post_of: Sequence[str | None]) -> Iterator[Breach]:
    posts, pins = {post.id: post for post in staffing.posts}, staffing.pins
    for person, name in zip(staffing.people, post_of, strict=True):
        if person.id in pins.at and pins.at[person.id] != name:
            yield Breach(rule=v.AT, people=(person.id,), post=pins.at[person.id])
        if name is None:
            if staffing.rules.nobody_out and not person.leaves and person.id not in pins.out:
                yield Breach(rule=v.NOBODY_OUT, people=(person.id,))
            continue
        if person.id in pins.out:
            yield Breach(rule=v.OUT, people=(person.id,), post=name)
        for rule in refusals(staffing, person, posts[name]):
            yield Breach(rule=rule, people=(person.id,), post=name)


def _of_seats(staffing: Staffing, post_of: Sequence[str | None]) -> Iterator[Breach]:
    taken = Counter(name for name in post_of if name is not None)
    for post in staffing.posts:
        if taken[post.id] > post.seats:
            yield Breach(rule=v.SEATS, post=post.id, unit=post.unit)


def _of_units(staffing: Staffing, post_of: Sequence[str | None]) -> Iterator[Breach]:
    posts, rules = {post.id: post for post in staffing.posts}, staffing.rules
    at = {person.id: posts[name] for person, name in zip(staffing.people, post_of, strict=True) if name}
    deputies = Counter(post.unit for post in at.values() if post.level == DEPUTY)
    led = teams(staffing, post_of)
    for unit in staffing.units:
        if deputies[unit.id] > quota(staffing, unit):
            yield Breach(rule=v.DEPUTIES, unit=unit.id)
        come = Counter(person.origin for person in led[unit.id])
        for origin in dict.fromkeys(unit.origins if len(set(unit.origins)) > 1 else ()):
            if rules.one_origin is not None and come[origin] > rules.one_origin:
                people = tuple(person.id for person in led[unit.id] if person.origin == origin)
                yield Breach(rule=v.ONE_ORIGIN, people=people, unit=unit.id)
    for one, other in rules.relatives:
        if one in at and other in at and at[one].unit == at[other].unit:
            yield Breach(rule=v.RELATIVES, people=(one, other), unit=at[one].unit)
