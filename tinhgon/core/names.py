"""Vietnamese names: folded for search, keyed for sorting."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The order of the alphabet; a tone is weighed only after all letters of a syllable are equal.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]  # ngang huyền hỏi ngã sắc nặng
_SHAPES = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn: they make other letters
_RANK = {letter: chr(0x61 + number) for number, letter in enumerate(_LETTERS)}


def nfc(text: str) -> str:
    """Compose the letters and make one space of all white space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def sought(text: str) -> str:
    """Make what somebody typed a text to look for; what cannot be printed is in no name."""
    return nfc("".join(letter if letter.isprintable() else " " for letter in text))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Take away marks and case: “Cái Khế” is found as “cai khe”."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(maxsize=65536)
def sort_key(text: str) -> str:
    """Order as a Vietnamese dictionary does, numbers by value; compare keys as plain code points.

    Syllable by syllable: letters first (a < ă < â …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng),
    so that “Đông Hải” stands before “Đồng”.
    """
    return " ".join(_syllable(syllable) for syllable in nfc(nfc(text).lower()).split())


def person_key(name: str) -> str:
    """Order people as lists do: by given name, which is the last word, then surname, then what is between."""
    words = nfc(name).split()
    return sort_key(" ".join((*words[-1:], *words[:-1])))


@lru_cache(maxsize=16384)
def _syllable(syllable: str) -> str:
    letters, tones = [], []
    for character in syllable:
        letter, tone = _split(character)
        letters.append(_RANK.get(letter, letter))
        tones.append(str(tone))
    spelled = re.sub(r"\d+", lambda number: number.group().zfill(6), "".join(letters))
    return spelled + "\x01" + "".join(tones)


@lru_cache(maxsize=4096)
def _split(character: str) -> tuple[str, int]:
    """Part a letter from its tone."""
    parts = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in parts if mark in _TONES[1:]), "")
    letter = "".join(p for p in parts if not unicodedata.combining(p) or p in _SHAPES)
    return unicodedata.normalize("NFC", letter), _TONES.index(tone)
