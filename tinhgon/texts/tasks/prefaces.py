"""Sentences in which an adverbial stands before who is obliged."""

from __future__ import annotations

from tinhgon.texts.bodies.phrases import phrase
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words, split
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.predicates import HANDING, commas
from tinhgon.texts.tasks.subjects import handed, subject

TIMES = {"hằng", "hàng", "định", "đồng", "riêng"}  # after these the body may come without a comma
PREFACE = 250  # words of an adverbial before a body
BACK = 8  # words before a comma in which a list may have begun
# A closing sentence that asks to tell of difficulties is no task.
TROUBLE = tuple(map(split, ("khó khăn", "vướng mắc", "phát sinh", "bất cập")))
OBJECTS = {"các", "những", "việc", "với", "cho"}


def after_preface(words: Words, n: int, end: int) -> Opening | None:
    """Read “Hằng năm, Sở Nội vụ tổng hợp …”, “Trên cơ sở …, giao Sở Y tế …”."""
    length = match(words, n, "before")
    if not length or match(words, n, "must") > length or _troubled(words, n, end):
        return None
    direct = (n + length,) if words.at(n) in TIMES else ()
    held: Opening | None = None
    for at in (*direct, *commas(words, n + length, min(end, n + PREFACE))):
        if _acts_on(words, at):
            break
        found = _begun(words, at, end)
        if found and not _inside_list(words, at):
            return found
        held = held or (found if found and found.who[0].head[:1].isupper() else None)
    return held  # what may also go on a list is taken only if nothing else comes


def _begun(words: Words, at: int, end: int) -> Opening | None:
    found = handed(words, at, end) if words.at(at) in HANDING else None
    found = found or subject(words, at, end, first=False)
    return found if found and found.how != "heading" else None


def _acts_on(words: Words, n: int) -> bool:
    """Say whether a verb with its object stands there: then the subject is not said, and none comes later."""
    verb = match(words, n, "must")
    return verb > 0 and words.at(n) not in HANDING and words.at(n + verb) in OBJECTS


def _troubled(words: Words, start: int, end: int) -> bool:
    if not words.match(start, ("trong", "quá", "trình")):
        return False
    return any(words.match(n, one) for one in TROUBLE for n in range(start, end))


def _inside_list(words: Words, at: int) -> bool:
    """Say whether what stands after a comma may only go on a list: “cho các tổ chức, cá nhân”."""
    return any(one.end > at for n in range(max(at - BACK, 0), at - 1) if (one := phrase(words, n)))
