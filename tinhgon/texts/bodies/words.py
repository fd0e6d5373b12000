"""A text as a row of words and marks, folded for comparing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from tinhgon.texts.marks import modern

WORD = re.compile(r"[^\W_]+|[^\w\s]")
Table: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
DASHES = str.maketrans("–—‐‑", "----")


def folded(text: str) -> str:
    """Set small letters, modern tone marks, plain hyphens; as many letters as before."""
    small = text.lower() if len(text.lower()) == len(text) else "".join(one.lower()[:1] for one in text)
    return modern(small).translate(DASHES)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """`words[n]` stands folded at `text[starts[n]:ends[n]]`."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, n: int) -> str:
        """Give the n-th word, or nothing after the end."""
        return self.words[n] if 0 <= n < len(self.words) else ""

    def capital(self, n: int) -> bool:
        """Say whether a word begins with a capital."""
        return 0 <= n < len(self.words) and self.text[self.starts[n]].isupper()

    def broken(self, n: int) -> bool:
        """Say whether a line ends between the word n - 1 and the word n."""
        return 0 < n < len(self.words) and "\n" in self.text[self.ends[n - 1] : self.starts[n]]

    def tight(self, n: int) -> bool:
        """Say whether no blank stands between the word n - 1 and the word n."""
        return 0 < n < len(self.words) and self.starts[n] == self.ends[n - 1]

    def after(self, place: int) -> int:
        """Give the first word that begins at or after a letter."""
        return bisect_left(self.starts, place)

    def said(self, start: int, end: int) -> str:
        """Give the text of words, without the white space of broken lines."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split()) if end > start else ""

    def match(self, n: int, wanted: tuple[str, ...]) -> bool:
        """Say whether these words stand at n, in one paragraph."""
        words = self.words
        if not 0 <= n < len(words) or words[n] != wanted[0]:
            return False
        return len(wanted) == 1 or tuple(words[n : n + len(wanted)]) == wanted


def words_of(text: str) -> Words:
    """Part a text into words."""
    spans = [one.span() for one in WORD.finditer(text)]
    low = folded(text)
    words = [low[start:end] for start, end in spans]
    return Words(text, words, [start for start, _ in spans], [end for _, end in spans])


@lru_cache(maxsize=4)
def whole_words(text: str) -> Words:
    """Part a whole text into words; the readers of one text share them."""
    return words_of(text)


def table(phrases: Iterable[str]) -> Table:
    """Index phrases by their first word, the longest first."""
    found = dict[str, set[tuple[str, ...]]]()
    for phrase in phrases:
        them = split(phrase)
        found.setdefault(them[0], set()).add(them)
    return {word: tuple(sorted(them, key=len, reverse=True)) for word, them in found.items()}


def longest(words: Words, n: int, among: Table) -> int:
    """Give how many words of the longest phrase stand at a place; 0 for none."""
    for one in among.get(words.at(n), ()):
        if words.match(n, one):
            return len(one)
    return 0


def split(text: str) -> tuple[str, ...]:
    """Give the folded words of a short text."""
    return tuple(words_of(text).words)
