"""The task as arrays, for solving: people and posts by number, words as codes, prices as whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.place.values import DEPUTY, RANKS, Flags, Floats, Ints, Person, Position, Staffing

SCALE = 100  # whole units of cost to one of price
NEVER = 1 << 40  # costs more than any plan
FREE, PINNED_OUT = -1, -2
Words = NDArray[np.uint64]


class Facts(NamedTuple):
    """What is read in bulk. People's arrays begin with p, posts' with q; -1 is unknown or off, NaN too."""

    p_field: Ints
    p_level: Ints
    p_origin: Ints
    p_bits: Words
    p_months: Ints
    p_barred: Ints
    p_place: Floats  # unit vectors
    p_leaves: Flags
    p_group: Ints  # 1 for a woman + 2 for one who counts as young
    p_pin: Ints  # a post, FREE or PINNED_OUT
    p_out: Ints  # cost of no post
    q_field: Ints
    q_level: Ints
    q_unit: Ints
    q_seats: Ints
    q_bits: Words
    q_place: Floats
    merged: Flags  # units × origins
    near: Ints  # fields × fields: 2 the same, 1 another that is allowed, 0 refused
    wish_from: Ints
    wishes: Ints
    closed_from: Ints
    closed: Ints
    rules: Floats  # lead months, rise, fall, needs, barred, reach km, field; -1 is off
    weights: Floats  # kept, level lost, level gained, km, other field, wish


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """The facts, and which number each name has."""

    staffing: Staffing
    facts: Facts
    person: dict[str, int]
    post: dict[str, int]
    unit: dict[str, int]
    origin: dict[str, int]

    @property
    def leading(self) -> Flags:
        """Tell which posts are leaders'."""
        return self.facts.q_level >= DEPUTY


def laid(staffing: Staffing) -> Ground:
    """Lay the task out as arrays; it must be sound (`faults.assert_sound`)."""
    people, posts = staffing.people, staffing.posts
    person, post = numbered(one.id for one in people), numbered(one.id for one in posts)
    unit = numbered(one.id for one in staffing.units)
    origin = numbered([*(one.origin for one in people), *(o for u in staffing.units for o in u.origins)])
    return Ground(
        staffing=staffing,
        facts=_facts(staffing, person, post, unit, origin),
        person=person,
        post=post,
        unit=unit,
        origin=origin,
    )


def numbered(names: Iterable[str]) -> dict[str, int]:
    """Number names in the order they first come."""
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _facts(
    staffing: Staffing,
    person: dict[str, int],
    post: dict[str, int],
    unit: dict[str, int],
    origin: dict[str, int],
) -> Facts:
    people, posts, pins = staffing.people, staffing.posts, staffing.pins
    fields = numbered(["", *(one.field for one in people), *(one.field for one in posts)])
    words = numbered(word for one in posts for word in sorted(one.needs))
    wish_from, wishes = _lists([[post[name] for name in dict.fromkeys(one.wishes)] for one in people])
    shut: dict[str, list[int]] = {}
    for who, where in sorted(pins.closed):
        shut.setdefault(who, []).append(post[where])
    closed_from, closed = _lists([shut.get(one.id, []) for one in people])
    return Facts(
        p_field=_ints(fields[one.field] for one in people),
        p_level=_ints(one.level for one in people),
        p_origin=_ints(origin[one.origin] for one in people),
        p_bits=_bits([one.qualifications for one in people], words),
        p_months=_ints(-1 if one.months_left is None else max(one.months_left, 0) for one in people),
        p_barred=_ints(sum(1 << RANKS.index(rank) for rank in one.barred) for one in people),
        p_place=_vectors([one.position for one in people]),
        p_leaves=np.array([one.leaves for one in people], np.bool_),
        p_group=_ints(_group(one, staffing.weights.young_age) for one in people),
        p_pin=_ints(_pin(staffing, one.id, post) for one in people),
        p_out=_ints(_out_cost(staffing, place) for place in range(len(people))),
        q_field=_ints(fields[one.field] for one in posts),
        q_level=_ints(one.level for one in posts),
        q_unit=_ints(unit[one.unit] for one in posts),
        q_seats=_ints(0 if one.id in pins.empty else one.seats for one in posts),
        q_bits=_bits([one.needs for one in posts], words),
        q_place=_vectors([one.position for one in posts]),
        merged=_merged(staffing, origin),
        near=_near(staffing, fields),
        wish_from=wish_from,
        wishes=wishes,
        closed_from=closed_from,
        closed=closed,
        rules=_rules(staffing),
        weights=_weights(staffing),
    )


def _group(one: Person, young_age: int) -> int:
    return (one.woman is True) + 2 * (one.age is not None and one.age < young_age)


def _out_cost(staffing: Staffing, place: int) -> int:
    one, weights = staffing.people[place], staffing.weights
    if one.id in staffing.pins.at:
        return NEVER
    due = weights.severance * (one.severance or 0.0)
    if one.leaves:
        return round(SCALE * due)
    if staffing.rules.nobody_out and one.id not in staffing.pins.out:
        return NEVER
    return round(SCALE * (weights.displaced + weights.seniority * (one.seniority_months or 0) + due))


def _pin(staffing: Staffing, name: str, post: dict[str, int]) -> int:
    if name in staffing.pins.out:
        return PINNED_OUT
    at = staffing.pins.at.get(name)
    return FREE if at is None else post[at]


def _rules(staffing: Staffing) -> Floats:
    rules = staffing.rules
    asked = (
        rules.lead_months,
        rules.rise,
        rules.fall,
        rules.needs or None,
        rules.barred or None,
        rules.reach_km,
    )
    return np.array([-1.0 if one is None else float(one) for one in (*asked, rules.field and 1)])


def _weights(staffing: Staffing) -> Floats:
    prices = staffing.weights
    named = (prices.kept, prices.level_lost, prices.level_gained, prices.km, prices.other_field, prices.wish)
    return SCALE * np.array(named, np.float64)


def _near(staffing: Staffing, fields: dict[str, int]) -> Ints:
    rule = staffing.rules.field
    near = np.full((len(fields), len(fields)), 0 if rule else 1, np.int64)
    if rule == "adjacent":
        for one, other in staffing.rules.adjacent:
            if one in fields and other in fields:
                near[fields[one], fields[other]] = near[fields[other], fields[one]] = 1
    np.fill_diagonal(near, 2)
    near[fields[""], :] = 0 if rule else 2  # an unknown field is no other field
    near[:, fields[""]] = 2
    return near


def _merged(staffing: Staffing, origin: dict[str, int]) -> Flags:
    merged = np.zeros((len(staffing.units), len(origin)), np.bool_)
    for place, unit in enumerate(staffing.units):
        merged[place, [origin[name] for name in unit.origins]] = True
    return merged


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, np.int64)


def _lists(lists: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    starts = np.concatenate([[0], np.cumsum([len(one) for one in lists], dtype=np.int64)]).astype(np.int64)
    return starts, _ints(value for one in lists for value in one)


def _bits(sets: Sequence[frozenset[str]], words: dict[str, int]) -> Words:
    bits = np.zeros((len(sets), max(1, -(-len(words) // 64))), np.uint64)
    for place, held in enumerate(sets):
        for word in held:
            if word in words:
                block, bit = divmod(words[word], 64)
                bits[place, block] |= np.uint64(1 << bit)
    return bits


def _vectors(positions: Sequence[Position | None]) -> Floats:
    degrees = np.array([(np.nan, np.nan) if one is None else one for one in positions], np.float64)
    lat, lon = np.radians(degrees.reshape(-1, 2)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
