"""What somebody may have meant: the known names nearest to one that is not known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import log

from tinhgon.core.names import fold

MOST, ALIKE = 3, 0.35
TRIED, CACHED = 50, 4096


class Nearest:
    """An index of names by groups of three letters, without marks; rare groups weigh more."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._folded = [fold(name) for name in self._names]
        self._groups = [_groups(folded) for folded in self._folded]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, groups in enumerate(self._groups):
            for group in groups:
                self._places[group].append(place)
        self._weights = {
            group: log(1 + len(self._names) / len(found)) for group, found in self._places.items()
        }
        self._unknown = log(1 + len(self._names))
        self._totals = [sum(self._weights[group] for group in groups) for groups in self._groups]
        self.to = lru_cache(CACHED)(self._to)

    def _to(self, name: str) -> tuple[str, ...]:
        """Give at most three known names, the nearest first; none where none is near."""
        wanted = fold(name)
        groups = _groups(wanted)
        total = sum(self._weights.get(group, self._unknown) for group in groups)
        shared = self._shared(groups)
        scores = [(2 * weight / (total + self._totals[place]), -place) for place, weight in shared.items()]
        best = sorted((score for score in scores if score[0] >= ALIKE), reverse=True)[:MOST]
        return tuple(self._names[-place] for _, place in best)

    def _shared(self, groups: set[str]) -> dict[int, float]:
        """Weigh what each name shares: candidates by the rarest groups, then by all of them."""
        known = sorted((group for group in groups if group in self._places), key=self._frequency)
        candidates: Counter[int] = Counter()
        for group in known[: max(3, len(known) // 2)]:
            candidates.update(self._places[group])
        fewest = max(candidates.values(), default=0) - 1
        best = [place for place, count in candidates.items() if count >= fewest][:TRIED]
        return {place: sum(map(self._weights.__getitem__, groups & self._groups[place])) for place in best}

    def _frequency(self, group: str) -> int:
        return len(self._places[group])


def _groups(folded: str) -> set[str]:
    """Cut a name in groups of three letters; each word begins and ends one, its first letter is one too."""
    words = [f" {word} " for word in folded.split()]
    groups = {word[start : start + 3] for word in words for start in range(len(word) - 2)}
    return groups | {word[:2] for word in words}
