"""One line of a text, with what can be told from it alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tinhgon.texts.lines.letters import Letters
from tinhgon.texts.lines.markers import ALONE, BULLET, HANGING, OPENING, STOPPED

_UNSEEN = "\u200b\u200c\u200d\u2060\u00ad\ufeff"
_ODD = re.compile(rf"  |[{_UNSEEN}*\f]")
_WORD = re.compile(rf"[^ {_UNSEEN}*\f]+|(?<![^ ])\*+(?![^ ])")
_RULE = re.compile(r"[-_*=.…~·–—\s|]{2,}|[*|_=~-]")
_RULES = ("---", "___", "===", "***", "———", "–––")
_RULED = "-_=*–—| \t\f"
_NUMBER = re.compile(r"(?:\d{1,4}(?:[.,]\d{1,3})*%?|[IVX]{1,5}|STT|TT)$")


@dataclass(frozen=True, slots=True)
class Line:
    """`text` without blanks around it; `origins` of its letters; `gap`: an empty line or a rule is above."""

    text: str
    origins: Sequence[int]
    gap: bool
    page: bool = False  # a page begins here
    caps: bool = field(init=False)
    opens: bool = field(init=False)  # begins with the mark of an item, or of a part of the head
    bullet: bool = field(init=False)
    alone: bool = field(init=False)  # nothing but such a mark
    hangs: bool = field(init=False)  # cannot end a paragraph
    stopped: bool = field(init=False)  # ends a sentence or a part of a list
    cell: bool = field(init=False)  # nothing but a number, as the first column of a table

    def __post_init__(self) -> None:
        text = self.text
        put = object.__setattr__
        put(self, "caps", text.isupper() and sum(map(str.isalpha, text)) > 2)
        put(self, "opens", OPENING.match(text) is not None)
        put(self, "bullet", BULLET.match(text) is not None)
        put(self, "alone", ALONE.match(text) is not None)
        put(self, "stopped", STOPPED.search(text) is not None)
        put(self, "hangs", HANGING.search(text) is not None)
        put(self, "cell", _NUMBER.match(text) is not None)

    @property
    def small(self) -> bool:
        """Whether it begins in the midst of a sentence, by its first letter."""
        first = self.text.lstrip("“\"'(")[:1]
        return first.islower() or first in ",.;:)”%&/"


def split(letters: Letters) -> list[Line]:
    """Give the lines that have something to read; empty ones and rules (-----) leave a gap."""
    found, gap, at = list[Line](), True, 0
    for raw in letters.text.split("\n"):
        text, places = _tight(raw, letters.origins, at)
        at += len(raw) + 1
        page = "\f" in raw
        if not text or _RULE.fullmatch(text):
            gap = True
            continue
        found.append(Line(text, places, gap or page, page))
        gap = False
    return found


def _tight(raw: str, origins: Sequence[int], at: int) -> tuple[str, Sequence[int]]:
    """Make one blank of many, leave out what is not seen and the stars of emphasis."""
    start, end = _inside(raw)
    if not _ODD.search(raw, start, end):
        return raw[start:end], origins[at + start : at + end]
    text, places = "", list[int]()
    for word in _WORD.finditer(raw, start, end):
        if text and " " in raw[end : word.start()]:
            text += " "
            places.append(origins[at + end])
        text += word.group()
        places.extend(origins[at + word.start() : at + word.end()])
        end = word.end()
    return text, places


def _inside(raw: str) -> tuple[int, int]:
    """Give where the line's own letters begin and end, without blanks and rules around them."""
    start, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    if not any(rule in raw for rule in _RULES):
        return start, max(start, end)
    before, behind = len(raw) - len(raw.lstrip(_RULED)), len(raw.rstrip(_RULED))
    if any(rule in raw[:before] for rule in _RULES):
        start = before
    if any(rule in raw[behind:] for rule in _RULES):
        end = behind
    return start, max(start, end)
