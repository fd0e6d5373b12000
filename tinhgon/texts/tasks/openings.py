"""How a sentence lays a duty on somebody: by handing it over, by its subject, by its passive."""

from __future__ import annotations

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.words import Words, split
from tinhgon.texts.tasks.closing import executors
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.predicates import HANDING, is_duty
from tinhgon.texts.tasks.prefaces import after_preface
from tinhgon.texts.tasks.subjects import handed, subject

DONE = tuple(
    map(split, ("thực hiện", "chủ trì", "chịu trách nhiệm", "đảm nhiệm", "tổ chức thực hiện", "soạn thảo"))
)
ASKED = ("phải", "được")
BY = {("do",): DONE, ("giao", "cho"): DONE, ASKED: (), ("(",): DONE}
BY_FIRST = {one[0] for one in BY}


def opening(words: Words, start: int, end: int) -> Opening | None:
    """Read whom the sentence between two words obliges, if anybody."""
    found = handed(words, start, end) or subject(words, start, end) or after_preface(words, start, end)
    found = executors(words, start, end, found)
    return found or _passive(words, start, end)


def leading(words: Words, start: int, end: int) -> tuple[Phrase, ...]:
    """Read whom a sentence that leads in all items obliges: “… yêu cầu các sở thực hiện như sau:”."""
    if words.at(end - 1) != ":":
        return ()
    for n in range(end - 1, start - 1, -1):
        if words.at(n) in HANDING and (found := handed(words, n, end)):
            return found.who
    return ()


def _passive(words: Words, n: int, end: int) -> Opening | None:
    """“… do Sở Y tế chủ trì”, “phải được Ủy ban Pháp luật thẩm tra”, “… (Sở Y tế chủ trì)”."""
    for at in range(n + 1, end):
        if words.words[at] not in BY_FIRST:
            continue
        by = next((one for one in BY if words.match(at, one)), None)
        if by is None:
            continue
        who, rest = listing(words, at + len(by))
        done = any(words.match(rest, one) for one in BY[by]) or (by == ASKED and is_duty(words, rest))
        if who and rest <= end and who[0].kind != "group" and done:
            return Opening(tuple(who), n, "must")
    return None
