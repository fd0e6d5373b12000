"""Pairs of people and posts: which rule refuses one, what it costs; in blocks, never all at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tinhgon.solvers.place.ground import FREE, NEVER, PINNED_OUT, Ground
from tinhgon.solvers.place.values import DEPUTY, Flags, Floats, Ints

EARTH_KM = 6371.0088
BLOCK = 1 << 20  # pairs looked at together
EMPTY, CLOSED, FIELD, RISE, FALL, NEEDS, BARRED, LEAD, REACH = range(1, 10)  # as values.PAIR_RULES
UNKNOWN = 16  # added where a rule refuses because a fact is missing


class Block(NamedTuple):
    """People who are alike to every rule but reach, and the posts these rules leave them."""

    people: Ints
    posts: Ints


def blocks(ground: Ground) -> Iterator[Block]:
    """Give everyone who may get a post once, in blocks."""
    facts = ground.facts
    signs = np.column_stack(
        [
            facts.p_field,
            facts.p_level,
            facts.p_barred,
            _lead(ground),
            facts.p_pin,
            facts.p_bits.astype(np.int64),
        ]
    )
    kinds, kind = np.unique(signs, axis=0, return_inverse=True)
    order = np.argsort(kind, kind="stable")
    for people in np.split(order, np.cumsum(np.bincount(kind.ravel(), minlength=len(kinds)))[:-1]):
        if not len(people) or facts.p_pin[people[0]] == PINNED_OUT:
            continue
        posts = np.flatnonzero(_refused_alike(ground, int(people[0])) == 0)
        if facts.p_pin[people[0]] != FREE:
            posts = posts[posts == facts.p_pin[people[0]]]
        size = max(BLOCK // max(len(posts), 1), 1)
        for begin in range(0, len(people) if len(posts) else 0, size):
            yield Block(people[begin : begin + size], posts)


def refused(ground: Ground, i: int) -> NDArray[np.int8]:
    """Give the first rule that refuses a person each post, 0 if none; + UNKNOWN where a fact is missing."""
    facts, codes = ground.facts, _refused_alike(ground, i)
    posts = np.arange(len(codes))
    far = _reach(ground, np.array([i]), posts)[0]
    codes = np.where(codes == 0, far, codes)
    codes[facts.closed[facts.closed_from[i] : facts.closed_from[i + 1]]] = CLOSED
    codes[facts.q_seats == 0] = EMPTY
    return codes


def costs(ground: Ground, block: Block) -> Ints:
    """Price each pair of a block in whole units; NEVER where reach or a pin refuses it."""
    facts, weights = ground.facts, ground.facts.weights
    people, posts = block
    step = facts.q_level[posts][None, :] - facts.p_level[people][:, None]
    total = np.where(step < 0, -step * weights[1], step * weights[2])
    total += weights[0] * facts.p_leaves[people][:, None]
    total += weights[4] * (facts.near[facts.p_field[people][:, None], facts.q_field[posts][None, :]] == 1)
    if weights[3] > 0:
        total += weights[3] * np.nan_to_num(distances(ground, people, posts))
    _wish(ground, block, total)
    whole = np.rint(total).astype(np.int64)
    if facts.rules[5] >= 0:
        whole[_reach(ground, people, posts) != 0] = NEVER
    _close(ground, block, whole)
    return whole


def open_price(ground: Ground, post_of: Ints) -> Ints:
    """Give what each person's post costs; NEVER where a rule or a pin refuses it, or there is none."""
    price = np.full(len(post_of), NEVER, np.int64)
    for block in blocks(ground):
        column = np.searchsorted(block.posts, post_of[block.people])
        column = np.minimum(column, len(block.posts) - 1)
        hit = np.flatnonzero(block.posts[column] == post_of[block.people])
        price[block.people[hit]] = costs(ground, block)[hit, column[hit]]
    return price


def distances(ground: Ground, people: Ints, posts: Ints) -> Floats:
    """Give the kilometres between people's places and posts'; NaN where one is unknown."""
    facts, apart = ground.facts, np.zeros((len(people), len(posts)))
    for axis in range(3):
        apart += (facts.p_place[people, axis][:, None] - facts.q_place[posts, axis][None, :]) ** 2
    return 2 * EARTH_KM * np.arcsin(np.minimum(np.sqrt(apart) / 2, 1.0))


def _lead(ground: Ground) -> Ints:
    """Tell of everyone: 0 has months enough to rise to a leader's post, 1 has not, 2 is unknown."""
    months, asked = ground.facts.p_months, ground.facts.rules[0]
    return np.where(asked < 0, 0, np.where(months < 0, 2, (months < asked).astype(np.int64)))


def _refused_alike(ground: Ground, i: int) -> NDArray[np.int8]:
    """Try the rules that ask nothing of place; the first that refuses stands."""
    facts, rules = ground.facts, ground.facts.rules
    codes = np.zeros(len(facts.q_level), np.int8)
    step, lead = facts.q_level - facts.p_level[i], int(_lead(ground)[i])
    tried: list[tuple[int, Flags]] = [
        (EMPTY, facts.q_seats == 0),
        (FIELD + (UNKNOWN if facts.p_field[i] == 0 else 0), facts.near[facts.p_field[i]][facts.q_field] == 0),
        (RISE, (rules[1] >= 0) & (step > rules[1])),
        (FALL, (rules[2] >= 0) & (-step > rules[2])),
        (NEEDS, (rules[3] >= 0) & ((facts.q_bits & ~facts.p_bits[i]) != 0).any(axis=1)),
        (BARRED, (rules[4] >= 0) & ((facts.p_barred[i] >> facts.q_level) & 1 == 1)),
        (LEAD + (UNKNOWN if lead == 2 else 0), (lead > 0) & (facts.q_level >= DEPUTY) & (step > 0)),
    ]  # fmt: skip
    for code, flags in reversed(tried):
        codes[flags] = code
    return codes


def _reach(ground: Ground, people: Ints, posts: Ints) -> NDArray[np.int8]:
    facts, most = ground.facts, ground.facts.rules[5]
    if most < 0:
        return np.zeros((len(people), len(posts)), np.int8)
    km = distances(ground, people, posts)
    own = facts.merged[facts.q_unit[posts]][:, facts.p_origin[people]].T
    codes = np.where(np.isnan(km), REACH + UNKNOWN, np.where(km > most, REACH, 0)).astype(np.int8)
    codes[own] = 0
    return codes


def _wish(ground: Ground, block: Block, total: Floats) -> None:
    facts = ground.facts
    begins, ends = facts.wish_from[block.people], facts.wish_from[block.people + 1]
    for row in np.flatnonzero(ends > begins).tolist():
        wished = facts.wishes[begins[row] : ends[row]]
        steps = np.full(len(block.posts), len(wished))
        found = np.searchsorted(block.posts, wished)
        hit = (found < len(block.posts)) & (block.posts[np.minimum(found, len(block.posts) - 1)] == wished)
        steps[found[hit]] = np.flatnonzero(hit)
        total[row] += facts.weights[5] * steps


def _close(ground: Ground, block: Block, whole: Ints) -> None:
    facts = ground.facts
    begins, ends = facts.closed_from[block.people], facts.closed_from[block.people + 1]
    for row in np.flatnonzero(ends > begins).tolist():
        whole[row, np.isin(block.posts, facts.closed[begins[row] : ends[row]])] = NEVER
