"""Names that a sentence or a title makes longer than their grammar tells, and bodies that it adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase, phrase
from tinhgon.texts.bodies.qualifiers import opens
from tinhgon.texts.bodies.words import Words, split
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.predicates import ENDS, REACH, is_duty, is_strong, strong

WHEN = tuple(map(split, ("trước khi", "sau khi", "trong quá trình", "khi", "nếu", "ngoài việc", "đến việc")))
FEW = 10  # words that a name of a group may have besides those that are known


def wider(words: Words, one: Phrase, end: int, *, whole: bool = False) -> Phrase:
    """Make a name reach to a word; in a sentence, at most to where it tells when they have the duty."""
    end = next((at for at in range(one.end, end) if not whole and _ends_name(words, one, at)), end)
    name = f"{one.name} {words.said(one.end, end)}".strip().rstrip(" ,")
    return replace(one, end=end, name=name, bare=False)


def parted(words: Words, one: Phrase, end: int) -> list[Phrase]:
    """Make a name reach to a word; a whole name that stands last, after “và”, is a body of its own."""
    for at in range(one.end + 1, end):
        if words.at(at - 1) == "và" and (last := phrase(words, at)) and last.end == end:
            return [wider(words, one, at - 1), last]
    return [wider(words, one, end)]


def widened(words: Words, who: Sequence[Phrase], rest: int, end: int) -> Opening | None:
    """Read “Các đơn vị cấp nước sạch … có trách nhiệm”: what stands before the verb belongs to the name."""
    for at in range(rest, min(end, rest + REACH)):
        if words.at(at) in ENDS or words.at(at) == "không":
            return None
        where = words.at(rest) == "nơi" and at > rest + 1 and is_duty(words, at)
        if where or is_strong(words, at):
            return Opening((*who[:-1], *parted(words, who[-1], at)), at, "must")
    return None


def grown(words: Words, who: Sequence[Phrase], rest: int, end: int) -> Opening | None:
    """Read “các cơ quan thông tấn, báo chí tăng cường …”: a few words more belong to the name of a group."""
    last = who[-1]
    many = last.kind == "group" and words.at(last.start) in {"các", "những"}
    named = words.at(rest) == "," and words.capital(rest + 1) and not opens(words, rest + 1)
    if not (many or named) or words.at(rest) in ENDS:
        return None
    for at in range(rest + 1, min(end, rest + FEW)):
        if words.at(at) in ENDS or words.at(at) == "không":
            return None
        if is_duty(words, at):
            return Opening((*who[:-1], wider(words, last, at)), at, "must")
    return None


def directed(words: Words, who: Sequence[Phrase], rest: int, end: int) -> Opening:
    """Add those who are directed, if the text says that they, too, have a duty."""
    if words.match(rest, ("chỉ", "đạo")):
        more, after = listing(words, rest + 2)
        sure = strong(words, after, end) if more else 0
        if sure and sure < end and words.at(sure) != "phải":
            return Opening((*who, *more[:-1], *parted(words, more[-1], sure)), rest, "must")
    return Opening(tuple(who), rest, "must")


def _ends_name(words: Words, one: Phrase, at: int) -> bool:
    if any(words.match(at, when) for when in WHEN):
        return True
    personal = words.at(one.start) in {"người", "cá"} or words.at(one.end) in {"nơi", "được"}
    return at > one.start + 1 and not personal and is_duty(words, at)
