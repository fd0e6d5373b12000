"""Letters composed and made alike, each with the place in the source from which it comes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_CLUSTER = re.compile(r"(?s).[\u0300-\u036f\u1160-\u11ff]+")
_BLANKS = "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_FEEDS = "\v\u0085\u2028\u2029\x1c\x1d\x1e"  # the form feed stays: it tells that a page ends
_ALIKE = str.maketrans(
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys(_FEEDS, "\n")
    | {"\r": " ", "Ð": "Đ", "ð": "đ", "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u02bc": "’"}
)


@dataclass(frozen=True, slots=True)
class Letters:
    """`origins[i]`: where letter i of `text` stood in the source; never falling."""

    text: str
    origins: Sequence[int]


def letters(source: str) -> Letters:
    """Compose the letters (NFC) and make one kind of blanks, line feeds, hyphens and of the letter Đ."""
    text, origins = _composed(source)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return Letters(text.translate(_ALIKE), origins)


def _composed(source: str) -> tuple[str, Sequence[int]]:
    if unicodedata.is_normalized("NFC", source):
        return source, range(len(source))
    made, origins, at = list[str](), list[int](), 0
    for found in _CLUSTER.finditer(source):
        made.append(source[at : found.start()])
        origins.extend(range(at, found.start()))
        composed = unicodedata.normalize("NFC", found.group())
        made.append(composed)
        origins.extend([found.start()] * len(composed))
        at = found.end()
    made.append(source[at:])
    origins.extend(range(at, len(source)))
    return "".join(made), origins
