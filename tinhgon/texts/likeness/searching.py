"""A matter held against all mandates: who else is charged with it, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

import numpy as np

from tinhgon.texts.likeness.comparing import Key, Mandate
from tinhgon.texts.likeness.passages import passages, terms
from tinhgon.texts.likeness.shared import shared_words
from tinhgon.texts.likeness.vectors import Weights

FLOOR = 0.12  # a matter is one sentence: it shares less with a duty than two duties do
LEAST = 2  # pairs of syllables that both have: one word alone is met by chance


@dataclass(frozen=True, slots=True)
class Match(Generic[Key]):
    """A body whose mandate has words of the matter: the passage, the cosine, the words."""

    key: Key
    passage: str
    score: float
    words: tuple[str, ...]


class Corpus(Generic[Key]):
    """All mandates of a day, made ready for questions."""

    def __init__(self, mandates: Sequence[Mandate[Key]]) -> None:
        parts = [(one.key, part) for one in mandates for part in passages(one.text)]
        self.keys, self.texts = [key for key, _ in parts], [part.text for _, part in parts]
        self._weights = Weights(part.terms for _, part in parts)
        self._vectors = self._weights.vectors([part.terms for _, part in parts])

    def like(self, matter: str, *, most: int = 10, floor: float = FLOOR) -> list[Match[Key]]:
        """Give the bodies with the likest passages, one passage each, the likest first."""
        if not self.keys:
            return []
        asked = self._weights.vectors([tuple(terms(matter))])
        scores = (self._vectors @ asked.T).toarray().ravel()
        shared = ((self._vectors != 0).astype(int) @ (asked != 0).T.astype(int)).toarray().ravel()
        best = dict[Key, int]()
        for place in np.argsort(-scores, kind="stable").tolist():
            if scores[place] < floor or len(best) == most:
                break
            if shared[place] >= LEAST:
                best.setdefault(self.keys[place], place)
        return [
            Match(key, self.texts[place], round(float(scores[place]), 3), tuple(self._words(matter, place)))
            for key, place in best.items()
        ]

    def _words(self, matter: str, place: int) -> list[str]:
        return shared_words(matter, self.texts[place])
