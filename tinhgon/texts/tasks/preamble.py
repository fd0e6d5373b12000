"""What stands before the first duty: title and bases, which lay none, and to whom a letter is addressed."""

from __future__ import annotations

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.words import Words
from tinhgon.texts.tasks.predicates import HANDING
from tinhgon.texts.values import Head

ABOVE = ("type", "abstract", "addressees")
ASKING = 4  # words between “đề nghị” and the colon that leads in what is asked


def first_duty(head: Head) -> int:
    """Give the letter before which no duty is laid: the end of the title, the bases, the addressees."""
    ends = [head.places[name].end for name in ABOVE if name in head.places]
    return max([*ends, *(base.end for base in head.bases)], default=0)


def addressed(words: Words, head: Head) -> tuple[Phrase, ...]:
    """Read the bodies to whom a letter is addressed."""
    place = head.places.get("addressees")
    if place is None:
        return ()
    found, n, end = list[Phrase](), words.after(place.start), words.after(place.end)
    while n < end:
        who, rest = listing(words, n) if words.at(n - 1) in {":", "-", "gửi", "+"} else ([], n)
        found += who
        n = max(rest, n + 1)
    return tuple(found)


def asks(words: Words, start: int, end: int) -> bool:
    """Say whether a sentence ends in “… đề nghị:”: what is asked follows, of whom the letter is for."""
    if words.at(end - 1) != ":":
        return False
    near = range(max(start, end - 1 - ASKING - 2), end - 1)
    return any(words.at(n) in HANDING - {"giao"} and words.at(n + 1) in {"nghị", "cầu"} for n in near)
