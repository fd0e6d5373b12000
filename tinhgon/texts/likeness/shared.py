"""The words that two passages share, as a reader marks them: the longest runs first."""

from __future__ import annotations

from collections.abc import Sequence

from tinhgon.texts.likeness.passages import terms

MOST = 8


def shared_words(one: str, other: str) -> list[str]:
    """Give the runs of words that both texts have, the longest first; each as the first text has it."""
    runs = sorted(_runs(list(terms(one)), set(terms(other))), key=lambda run: (-len(run), run))
    found = list[str]()
    for run in runs:
        if not any(run in longer for longer in found):
            found.append(run)
    return found[:MOST]


def _runs(pairs: Sequence[str], known: set[str]) -> set[str]:
    """Join pairs that follow each other, “nguồn nước” after “tài nguyên nước”, into runs."""
    runs, run = set[str](), list[str]()
    for pair in [*pairs, ""]:
        first, _, last = pair.partition(" ")
        if pair in known and run and run[-1] == first:
            run.append(last)
            continue
        if run:
            runs.add(" ".join(run))
        run = [first, last] if pair in known else []
    return runs
