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
# In ems of a table's letters: the line, a cell's margins with some leeway, the most a column may ask for.
LINE, MARGINS, MOST = 38.0, 1.2, 30.0


def ems(text: str) -> float:
    """Give the width of one line of bold text, in ems; marks above and below letters take no room."""
    bare = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return sum(EM.get(letter, USUAL) for letter in bare if not unicodedata.combining(letter))


def shares(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Share a line among columns: room for each one's longest word, then by how much each has to say."""
    texts = [[title, *(row[place] for row in rows)] for place, title in enumerate(columns)]
    least = [_longest_word(one) + MARGINS for one in texts]
    wanted = [
        max(0.0, min(_usual(one) + MARGINS, MOST) - word) for one, word in zip(texts, least, strict=True)
    ]
    spare, asked = LINE - sum(least), sum(wanted)
    part = 0.0 if spare <= 0 or not asked else min(1.0, spare / asked)
    needs = [word + part * more for word, more in zip(least, wanted, strict=True)]
    return [round(need / (sum(needs) or 1), 4) for need in needs]


def _longest_word(texts: Sequence[str]) -> float:
    return max((ems(word) for word in chain.from_iterable(text.split() for text in texts)), default=0.0)


def _usual(texts: Sequence[str]) -> float:
    return sum(ems(text) for text in texts) / len(texts)
