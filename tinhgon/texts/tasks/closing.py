"""The sentence that closes a decision: “Chánh Văn phòng …, Thủ trưởng các sở … chịu trách nhiệm thi hành”."""

from __future__ import annotations

import re

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import MANY, Phrase, phrase, starts
from tinhgon.texts.bodies.words import Words, longest
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.widening import WHEN
from tinhgon.texts.values import BodyKind

DUTY = (("chịu", "trách", "nhiệm"), ("có", "trách", "nhiệm"))
BETWEEN = {",", ";", "và"}
BEFORE_LIST = {")", "bà", "ông", "sở", "ngành", "bộ", "ban", "phòng"}  # “các Sở, ngành: Tư pháp, Y tế”
FAR = 30  # words from the duty to the document of which it is said
MANY_WORDS = 160  # words of such a list


def executing(words: Words, start: int, end: int) -> int:
    """Give where “chịu trách nhiệm thi hành … này” stands behind a list that begins the sentence; else 0."""
    if words.at(start) not in starts():
        return 0
    for at in range(start + 1, min(end, start + MANY_WORDS)):
        if words.at(at) == "." or (words.at(at) == ":" and words.at(at - 1) not in BEFORE_LIST):
            return 0
        if words.at(at) in {"chịu", "có"} and any(words.match(at, one) for one in DUTY):
            said = any(words.at(n) == "này" for n in range(at, min(end, at + FAR)))
            return at if said and phrase(words, start) else 0
    return 0


def executors(words: Words, start: int, end: int, known: Opening | None) -> Opening | None:
    """Read everybody who stands before the closing formula; what is no known name goes on the one before.

    `known`: what the sentence says by its common grammar, which holds unless more bodies follow it.
    """
    verb = executing(words, start, end)
    if not verb or (known and (known.how != "must" or not _cut(words, listing(words, start)[1], verb))):
        return known
    found, at = list[Phrase](), start
    while at < verb:
        who, rest = listing(words, at)
        stop = _cut(words, rest, verb) or verb
        found += _reaching(words, who, at, stop)
        at = _past(words, stop)
    return Opening(tuple(found), verb, "must")


def _reaching(words: Words, who: list[Phrase], at: int, stop: int) -> list[Phrase]:
    """Make the last name reach to a word; without a known one, all the words are the name."""
    last = who[-1] if who else None
    if last and last.end >= stop:
        return who
    known = (last.name, last.end) if last else ("", at)
    stop = next((n for n in range(known[1] + 1, stop) if any(words.match(n, one) for one in WHEN)), stop)
    name = re.sub(r" (?=[,;:)])", "", f"{known[0]} {words.said(known[1], stop)}".strip())
    kind: BodyKind = last.kind if last else "group" if longest(words, at, MANY) else "body"
    name = name[:1].lower() + name[1:] if kind == "group" else name
    return [*who[:-1], Phrase(last.start if last else at, stop, name, kind)]


def _cut(words: Words, start: int, verb: int) -> int:
    """Find the mark behind which the next name begins; 0 for none."""
    depth = 0
    for at in range(start, verb):
        depth += (words.at(at) == "(") - (words.at(at) == ")")
        if depth <= 0 and words.at(at) in BETWEEN and _begins(words, _past(words, at)):
            return at
    return 0


def _past(words: Words, at: int) -> int:
    while words.at(at) in BETWEEN:
        at += 1
    return at


def _begins(words: Words, at: int) -> bool:
    if words.match(at, ("xã", "hội")):
        return False
    if longest(words, at, MANY) or (words.capital(at) and words.at(at) in starts()):
        return True
    one = phrase(words, at)
    return one is not None and (words.capital(at) or (one.kind == "group" and words.at(at - 1) == "và"))
