"""Duties told by labels: “Cơ quan chủ trì: …”, “Đơn vị phối hợp: …”."""

from __future__ import annotations

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.verbs import Sort, match
from tinhgon.texts.bodies.words import Words

LABELS: tuple[Sort, ...] = ("lead", "help")


def lead_of(words: Words, start: int) -> tuple[Phrase, ...]:
    """Read the bodies after a label of the one in charge; none if another thing begins there."""
    colon = start + match(words, start, "lead")
    if colon == start or words.at(colon) != ":":
        return ()
    found = listing(words, colon + 1)[0]
    other = next((at for at, one in enumerate(found) if is_label(words, one.start)), len(found))
    return tuple(found[:other])


def is_label(words: Words, start: int) -> bool:
    """Say whether words begin with a label, of the one in charge or of those who help."""
    return any((length := match(words, start, sort)) and words.at(start + length) == ":" for sort in LABELS)
