"""A mandate taken apart: its passages, and the terms of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import yaml

WORDS = Path(__file__).with_name("words.yaml")
END = re.compile(r"\n+|;\s+|(?<=[.:])\s+(?=[A-ZĐÀ-Ỹ])")
MARKER = re.compile(r"^\s*(?:[-+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s*")
SYLLABLE = re.compile(r"[^\W\d_]+")
BREAK = re.compile(r"[.,;:()“”\"/–]|\s-\s")
LEAST = 3  # terms; what is shorter says too little to be compared


@dataclass(frozen=True, slots=True)
class Passage:
    """One duty of a mandate, in its own words."""

    text: str
    terms: tuple[str, ...]  # pairs of syllables that stand side by side: most words of Vietnamese have two


def passages(mandate: str) -> Iterator[Passage]:
    """Part a mandate into its duties; what has no matter of its own is left out."""
    for piece in END.split(unicodedata.normalize("NFC", mandate)):
        text = MARKER.sub("", piece).strip(" .;:")
        found = tuple(terms(text))
        if len(found) >= LEAST:
            yield Passage(text, found)


def terms(text: str) -> Iterator[str]:
    """Give the pairs of syllables of a text, none across a comma or a word that all mandates have."""
    for piece in BREAK.split(_without_common(text.lower())):
        run = list[str]()
        for syllable in [*SYLLABLE.findall(piece), ""]:
            if syllable and syllable not in _common()[1]:
                run.append(syllable)
                continue
            yield from (f"{one} {other}" for one, other in pairwise(run))
            run = []


def _without_common(text: str) -> str:
    return _common()[0].sub(" , ", text)


@cache
def _common() -> tuple[re.Pattern[str], frozenset[str]]:
    raw = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    longest_first = sorted(raw["phrases"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), frozenset(raw["syllables"])
