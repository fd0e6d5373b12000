"""Names that a text gives itself: “(sau đây gọi là Ban Chỉ đạo)”, “(sau đây viết tắt là Sở)”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tinhgon.texts.bodies.phrases import phrase
from tinhgon.texts.bodies.words import Words

SAID = re.compile(
    r"\((?:(?:sau|dưới) đây )?(?:được )?(?:gọi|viết) (?:tắt|chung|tắt chung)? ?là ?:? ?([^()]{2,60})\)",
    re.IGNORECASE,
)
BACK = 14  # words before the bracket in which the long name begins


def aliases(words: Words) -> Mapping[str, str]:
    """Give the short names of the text, folded, with the full ones; only bodies count."""
    found = dict[str, str]()
    for said in SAID.finditer(words.text):
        end = words.after(said.start())
        full = _before(words, end)
        if full:
            found[_key(said[1])] = full
    return found


def full_name(name: str, known: Mapping[str, str]) -> str:
    """Put the full name for a short one."""
    return known.get(_key(name), name)


def _before(words: Words, end: int) -> str:
    if words.at(end - 1) == "*":
        end -= 1
    for start in range(max(end - BACK, 0), end):
        one = phrase(words, start)
        if one and one.end == end and one.kind != "group":
            return one.name
    return ""


def _key(name: str) -> str:
    return " ".join(name.strip(" “”\"'.").casefold().split())
