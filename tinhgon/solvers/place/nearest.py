"""The cheapest open posts of everyone, and the cheapest at given prices and tolls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.pairs import Block, blocks, costs
from tinhgon.solvers.place.values import DEPUTY, Floats, Ints


def nearest(ground: Ground, most: int, extra: Ints) -> tuple[Ints, Ints, Ints]:
    """Give everyone's `most` cheapest open posts by cost + extra: people, posts, costs, sorted."""
    found = [_nearest(ground, block, most, extra) for block in blocks(ground)]
    return _sorted(found)


def _sorted(found: list[tuple[Ints, Ints, Ints]]) -> tuple[Ints, Ints, Ints]:
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.int64)
    people, posts, prices = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.lexsort((posts, people))
    return people[order], posts[order], prices[order]


def _nearest(ground: Ground, block: Block, most: int, extra: Ints) -> tuple[Ints, Ints, Ints]:
    price = costs(ground, block)
    # Ties are broken by the post's place, so that the choice is the same on any machine.
    keys = (price + extra[block.posts]) * len(block.posts) + np.arange(len(block.posts))
    if most < len(block.posts):
        columns = np.argpartition(keys, most - 1, axis=1)[:, :most]
    else:
        columns = np.broadcast_to(np.arange(len(block.posts)), keys.shape)
    chosen = np.take_along_axis(price, columns, axis=1)
    open_ = chosen < NEVER
    people = np.broadcast_to(block.people[:, None], columns.shape)
    return people[open_], block.posts[columns][open_], chosen[open_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Charges:
    """What prices and tolls put on a pair.

    :param posts: of a seat of each post, its quota's price in it.
    :param team: (posts, 4) toll by whether the person is a woman (+1) and young (+2).
    :param own: of a person, tolls in a unit, whether of leaders' posts only.
    """

    posts: Floats
    team: Floats
    own: Mapping[int, Sequence[tuple[int, bool, float]]]


def charged(ground: Ground, charges: Charges) -> Iterator[tuple[Block, Ints, Floats]]:
    """Give every block with its costs, and with its costs and charges."""
    groups = ground.facts.p_group
    for block in blocks(ground):
        price = costs(ground, block)
        total = price + charges.posts[block.posts]
        for group in np.unique(groups[block.people]):
            total[groups[block.people] == group] += charges.team[block.posts, group]
        _add_own(ground, block, charges, total)
        yield block, price, total


def least(ground: Ground, charges: Charges) -> tuple[Floats, Ints]:
    """Give each person's least charged cost over every open post, and the post; -1 is no post."""
    best, post = ground.facts.p_out.astype(np.float64), np.full(len(ground.person), -1, np.int64)
    for block, _, total in charged(ground, charges):
        column = np.argmin(total, axis=1)
        value = total[np.arange(len(column)), column]
        better = value < best[block.people]
        best[block.people[better]] = value[better]
        post[block.people[better]] = block.posts[column[better]]
    return best, post


def within(ground: Ground, charges: Charges, most: Floats, each: int) -> tuple[Ints, Ints, Ints]:
    """Give pairs whose charged cost is at most `most`, at most `each` pairs a person."""
    found = []
    for block, price, total in charged(ground, charges):
        limit = most[block.people][:, None]
        if each < len(block.posts):
            limit = np.minimum(limit, np.partition(total, each - 1, axis=1)[:, each - 1 : each])
        row, column = np.nonzero((total <= limit) & (price < NEVER))
        found.append((block.people[row], block.posts[column], price[row, column]))
    return _sorted(found)


def _add_own(ground: Ground, block: Block, charges: Charges, total: Floats) -> None:
    unit, leads = ground.facts.q_unit[block.posts], ground.facts.q_level[block.posts] >= DEPUTY
    for row, person in enumerate(block.people.tolist()):
        for where, leaders, toll in charges.own.get(person, ()):
            total[row, (unit == where) & leads if leaders else unit == where] += toll
