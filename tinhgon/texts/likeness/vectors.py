"""Passages as vectors of weighted terms: a term that few bodies have weighs more.

tf–idf with logarithmic frequencies and rows of length one (Salton and Buckley, 1988, “Term-weighting
approaches in automatic text retrieval”), so that the product of two rows is their cosine.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

Matrix: TypeAlias = Any  # scipy.sparse.csr_matrix, which has no types


class Weights:
    """What each term weighs: the rarer among bodies, the more."""

    def __init__(self, bodies: Iterable[Iterable[str]]) -> None:
        counts = Counter[str]()
        number = 0
        for terms in bodies:
            counts.update(set(terms))
            number += 1
        self.places = {term: place for place, term in enumerate(sorted(counts))}
        self.of = {term: math.log((1 + number) / count) for term, count in counts.items()}

    def vectors(self, rows: Sequence[Sequence[str]]) -> Matrix:
        """Give a row of length one for each list of terms; a term that nobody has counts for nothing."""
        columns, values, ends = list[int](), list[float](), [0]
        for terms in rows:
            known = {term: count for term, count in Counter(terms).items() if term in self.places}
            own = [
                (self.places[term], (1 + math.log(count)) * self.of[term]) for term, count in known.items()
            ]
            length = math.sqrt(sum(value * value for _, value in own)) or 1.0
            columns += [place for place, _ in own]
            values += [value / length for _, value in own]
            ends.append(len(columns))
        shape = (len(rows), max(len(self.places), 1))
        return sparse.csr_matrix((np.array(values), np.array(columns, int), np.array(ends, int)), shape=shape)

    def weight(self, terms: Iterable[str]) -> float:
        """Tell how much a passage says: the sum of its terms' weights."""
        return sum(self.of.get(term, 0.0) for term in set(terms))
