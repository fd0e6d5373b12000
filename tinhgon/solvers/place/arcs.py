"""The pairs a search looks at: of each person the cheapest open posts, and what further rounds add."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tinhgon.solvers.place.ground import Ground
from tinhgon.solvers.place.nearest import nearest
from tinhgon.solvers.place.values import Floats, Ints

MOST = 40  # posts a person; pricing adds what is missing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arcs:
    """Pairs sorted by person, then post.

    :param starts: (n + 1,) where each person's begin.
    """

    starts: Ints
    person: Ints
    post: Ints
    cost: Ints

    def __len__(self) -> int:
        return len(self.post)


def arcs_of(ground: Ground, most: int = MOST, extra: Ints | None = None) -> Arcs:
    """Give everyone's cheapest open posts, by cost + extra of the post."""
    posts = len(ground.staffing.posts)
    added = np.zeros(posts, np.int64) if extra is None else extra
    return sorted_arcs(len(ground.person), *nearest(ground, most, added))


def joined(ground: Ground, arcs: Arcs, person: Ints, post: Ints, price: Ints) -> Arcs:
    """Add pairs with their costs; those already there are kept once."""
    posts = max(len(ground.staffing.posts), 1)
    keys = np.concatenate([arcs.person * posts + arcs.post, person * posts + post])
    keys, first = np.unique(keys, return_index=True)
    return sorted_arcs(
        len(ground.person), keys // posts, keys % posts, np.concatenate([arcs.cost, price])[first]
    )


def sorted_arcs(people: int, person: Ints, post: Ints, price: Ints) -> Arcs:
    """Make arcs of pairs that are sorted by person and post."""
    starts = np.searchsorted(person, np.arange(people + 1)).astype(np.int64)
    return Arcs(starts=starts, person=person, post=post, cost=price)


def kept(arcs: Arcs, flags: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Arcs:
    """Keep some of the arcs."""
    people = len(arcs.starts) - 1
    return sorted_arcs(people, arcs.person[flags], arcs.post[flags], arcs.cost[flags])


def least_of(ground: Ground, arcs: Arcs, price: Floats) -> Floats:
    """Give everyone's least price among their arcs and no post."""
    least = ground.facts.p_out.astype(np.float64)
    np.minimum.at(least, arcs.person, price)
    return least
