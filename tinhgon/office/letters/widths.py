"""How wide a text comes out, by classes of letters, and how a table shares its line."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import chain

# Advance widths of bold Times New Roman's shapes, in ems.
EM = {
    **dict.fromkeys(" .,;:|", 0.25),
    **dict.fromkeys("ijltfr()-'/", 0.33),
    **dict.fromkeys("I", 0.39),
    **dict.fromkeys("aceszgkovxyJ", 0.46),
    **dict.fromkeys("SPFbdhnpqu", 0.56),
    **dict.fromkeys("BELTZ", 0.66),
    **dict.fromkeys("ACDNRUVXY", 0.72),
    **dict.fromkeys("GHKOQw", 0.77),
    **dict.fromkeys("Mm", 0.9),
    "W": 1.0,
}
USUAL = 0.5


def ems(text: str) -> float:
    """Give the width of one line of bold text, in ems; marks above and below letters take no room."""
    bare = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return sum(EM.get(letter, USUAL) for letter in bare if not unicodedata.combining(letter))


def shares(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Share a line among columns: by the longest word each must hold, and by how much each has to say."""
    needs = [_need([title, *(row[place] for row in rows)]) for place, title in enumerate(columns)]
    whole = sum(needs) or 1
    return [round(need / whole, 4) for need in needs]


def _need(texts: Sequence[str]) -> float:
    word = max((ems(word) for word in chain.from_iterable(text.split() for text in texts)), default=1.0)
    usual = sum(ems(text) for text in texts) / len(texts)
    return max(word + 1.2, min(usual, 30.0))
