"""Where what a body must do begins."""

from __future__ import annotations

from collections.abc import Iterator

from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words, split

STRONG = tuple(map(split, ("có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "phải")))
HANDING = {"giao", "yêu", "đề", "phân"}  # the first words of verbs that hand a duty over
ENDS = {".", ";", ":"}
ASIDE = {"trong", "căn", "theo"}
REACH = 25  # words between a body and its verb


def is_duty(words: Words, n: int) -> bool:
    """Say whether a verb that tells of a duty stands there, and none that tells of a power."""
    must, free = match(words, n, "must"), match(words, n, "free")
    return not words.capital(n) and must > 0 and must >= free


def is_strong(words: Words, n: int) -> bool:
    """Say whether “có trách nhiệm” or the like stands there."""
    return words.at(n - 1) != "không" and any(words.match(n, one) for one in STRONG)


def strong(words: Words, n: int, end: int) -> int:
    """Give where “có trách nhiệm” stands, if nothing but the rest of a name is before it; else 0."""
    given = words.match(n, ("được", "giao")) or words.match(n - 2, ("được", "giao"))
    for at in range(n, min(end, n + REACH)):
        if is_strong(words, at):
            return at
        word = words.at(at)
        if word in ENDS or (word in {",", "và"} and not given and is_duty(words, at + 1)):
            return 0
        if word in ASIDE and words.at(at - 1) != "và" and not is_duty(words, at):
            return 0
    return 0


def over_adverbial(words: Words, n: int, end: int) -> int:
    """Give the verb after “, trong phạm vi nhiệm vụ của mình, …”; 0 if there is none near."""
    last = min(end, n + REACH)
    sure = next((at for at in range(n, last) if is_strong(words, at)), 0)
    if sure:
        return sure
    adverbial = n + 1 if words.at(n) == "," else n
    if not match(words, adverbial, "before"):
        return adverbial if words.at(n) == "," and is_duty(words, adverbial) else 0
    after = next((at for at in commas(words, adverbial, last) if is_duty(words, at)), 0)
    return after or next((at for at in range(adverbial + 3, last) if is_duty(words, at)), 0)


def commas(words: Words, n: int, end: int) -> Iterator[int]:
    """Give the words after commas and after “thì”."""
    return (at + 1 for at in range(n, end) if words.at(at) in {",", "thì"})
