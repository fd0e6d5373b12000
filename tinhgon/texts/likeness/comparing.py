"""Each mandate held against each other: which pairs are charged with the same, and by which passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from tinhgon.texts.likeness.passages import Passage, passages
from tinhgon.texts.likeness.shared import shared_words
from tinhgon.texts.likeness.vectors import Matrix, Weights

FLOOR = 0.35  # cosine from which two passages are shown beside each other
BLOCK = 1024  # rows that are multiplied at a time: memory stays small however many bodies there are
MOST_PASSAGES = 12  # shown of a pair

Key = TypeVar("Key", bound=Hashable)
Hits = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Mandate(Generic[Key]):
    """A body and what it is charged with."""

    key: Key
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of each, how alike they are (cosine, 0 to 1), and the words that both have."""

    one: str
    other: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness(Generic[Key]):
    """Two bodies. `score` is the share of the lesser mandate, by weight of words, that the other has, too."""

    one: Key
    other: Key
    score: float
    pairs: tuple[Pair, ...]


def compare(
    mandates: Sequence[Mandate[Key]], comparable: Callable[[Key, Key], bool], *, floor: float = FLOOR
) -> list[Likeness[Key]]:
    """Find the pairs of bodies with like passages, the most alike first.

    :param comparable: tells of two bodies whether their likeness says anything: one above the other, or the
        same body of another place, are alike by design.
    """
    parts = [(place, part) for place, one in enumerate(mandates) for part in passages(one.text)]
    if not parts:
        return []
    owners = np.array([place for place, _ in parts])
    weights = Weights(_terms_by_owner(parts).values())
    vectors = weights.vectors([part.terms for _, part in parts])
    weight = np.array([weights.weight(part.terms) for _, part in parts])
    weight /= np.bincount(owners, weight)[owners]  # of a body's passages together: 1
    found = _by_bodies(_hits(vectors, owners, floor), owners)
    made = (
        _likeness(mandates[one].key, mandates[other].key, hits, parts, weight)
        for (one, other), hits in found.items()
        if comparable(mandates[one].key, mandates[other].key)
    )
    return sorted(made, key=lambda likeness: -likeness.score)


def _terms_by_owner(parts: Sequence[tuple[int, Passage]]) -> Mapping[int, set[str]]:
    by_owner = defaultdict[int, set[str]](set)
    for owner, part in parts:
        by_owner[owner].update(part.terms)
    return by_owner


def _hits(vectors: Matrix, owners: np.ndarray, floor: float) -> Iterator[tuple[int, int, float]]:
    """Give the pairs of passages of different bodies that are alike, each once."""
    turned = vectors.T.tocsr()
    for first in range(0, vectors.shape[0], BLOCK):
        product = (vectors[first : first + BLOCK] @ turned).tocoo()
        rows, columns = product.row + first, product.col
        kept = (product.data >= floor) & (columns > rows) & (owners[rows] != owners[columns])
        yield from zip(rows[kept].tolist(), columns[kept].tolist(), product.data[kept].tolist(), strict=True)


def _by_bodies(hits: Iterator[tuple[int, int, float]], owners: np.ndarray) -> dict[tuple[int, int], Hits]:
    found = defaultdict[tuple[int, int], Hits](dict)
    for row, column, score in hits:
        found[int(owners[row]), int(owners[column])][row, column] = score
    return found


def _likeness(
    one: Key, other: Key, hits: Hits, parts: Sequence[tuple[int, Passage]], weight: np.ndarray
) -> Likeness[Key]:
    rows, columns = defaultdict[int, float](float), defaultdict[int, float](float)
    for (row, column), score in hits.items():
        rows[row], columns[column] = max(rows[row], score), max(columns[column], score)
    shares = [sum(float(weight[place]) * score for place, score in side.items()) for side in (rows, columns)]
    best = sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))[:MOST_PASSAGES]
    return Likeness(one, other, max(shares), tuple(_pair(parts, *places, score) for places, score in best))


def _pair(parts: Sequence[tuple[int, Passage]], row: int, column: int, score: float) -> Pair:
    one, other = parts[row][1].text, parts[column][1].text
    return Pair(one, other, round(score, 3), tuple(shared_words(one, other)))
