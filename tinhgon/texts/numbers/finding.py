"""Finds numbers of documents in running text and brings them to their normal form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tinhgon.texts.numbers.making import Part, make
from tinhgon.texts.values import Number, Span

DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
START = re.compile(
    rf"(?:(?<=số)|(?<=SỐ)|(?<=Số)|(?<![\w/.,{DASHES}]))"
    rf"(\d{{1,5}}(?:[a-zA-Z]|\.\d{{1,2}}(?=/20\d\d/))?)"  # 66.2/2025/NQ-CP: one of a row of resolutions
    rf"(?=[ \n]?[/{DASHES}]| ?[A-ZĐÐ]{{2}})"
)
YEAR = re.compile(rf"[ \n]?[/{DASHES}][ \n]?((?:19|20)\d\d)(?=[ \n]?[/{DASHES}])")
PART = re.compile(
    rf"([ \n]?)([/{DASHES}])([ \n]?)"
    r"([^\W\d_][^\W_]{0,15}(?:&[^\W_]{1,9}|\.[A-ZĐ]{1,5}(?![^\W_]))*)(?![^\W_])"
)
# The Youth Union writes “61 KH/TWĐTN”; a hidden hyphen leaves “18NQ/TW”.
LOOSE = re.compile(r"()()( ?)([A-ZĐÐ][A-Za-zĐÐ]{1,5})(?= ?[/-])")
AFTER_WORD = re.compile(
    r"(?:[Ss]ố|SỐ|Nghị (?:định|quyết)|Quyết định|Chỉ thị|Thông tư|Công văn|Kết luận|Quy định) ?:? ?$"
)
FORM = re.compile(r"(?:mẫu|biểu(?: mẫu)?|phụ lục|bảng|tiêu chuẩn|QCVN|TCVN)(?: số)? ?:? ?$", re.IGNORECASE)


class _Taken(NamedTuple):
    number: Number
    end: int


def find(text: str) -> Iterator[tuple[Span, Number]]:
    """Give every number of a document with its place, in order."""
    at = 0
    while start := START.search(text, at):
        at = start.end()
        before = text[max(start.start() - 20, 0) : start.start()]
        if _impossible(before):
            continue
        if taken := _take(text, start, announced=bool(AFTER_WORD.search(before))):
            at = taken.end
            yield Span(start.start(), taken.end), taken.number


def read(written: str) -> Number | None:
    """Take one number apart, however it is written; nothing if it is no number of a document."""
    text = re.sub(r"^\s*số\s*:?\s*", "", written, flags=re.IGNORECASE).strip()
    start = START.match(text)
    taken = _take(text, start, announced=True) if start else None
    return taken.number if taken and taken.end == len(text) else None


def _impossible(before: str) -> bool:
    if FORM.search(before):
        return True
    return before.endswith(":") and not AFTER_WORD.search(before)


def _take(text: str, start: re.Match[str], *, announced: bool) -> _Taken | None:
    """Add part after part; the longest row of parts that makes a number is it."""
    year = YEAR.match(text, start.end())
    at, parts, best = year.end() if year else start.end(), list[Part](), None
    while len(parts) < 7 and (
        found := PART.match(text, at) or (not parts and announced and LOOSE.match(text, at))
    ):
        if best and (found[1] or found[3]):
            break  # a dash between blanks after a whole number parts sentences
        parts.append(Part("-" if found[2] != "/" else "/", found[4]))
        at = found.end()
        if made := make(start[1], int(year[1]) if year else None, tuple(parts), announced=announced):
            best = _Taken(made, at)
    return best
