"""New text that an amending document quotes: its marks are not marks of the document itself."""

from __future__ import annotations

import re
from bisect import bisect_left

_OPENS = re.compile(
    r"[“\"](?=\s*(?:Điều\s+\d|Chương\s+[IVX\d]|Mục\s+\d|\d{1,3}[a-zđ]?\.|[a-zđ]{1,2}\)|\(?[a-z\d]\)|[-–]\s))"
)
_CLOSES = re.compile(r"[”\"]\s*[.;,]?\s*$")
MOST = 400  # paragraphs after which a quotation that nobody closed counts as none


class Quotation:
    """Follows a text paragraph by paragraph and tells which ones are quoted."""

    def __init__(self, paragraphs: list[str]) -> None:
        self._paragraphs = paragraphs
        self._until = -1
        self._closers = [n for n, said in enumerate(paragraphs) if "”" in said or '"' in said]

    def quoted(self, number: int) -> bool:
        """Whether a paragraph lies, with its beginning, in a quotation of new text."""
        inside = number <= self._until
        if not inside and (opening := _opening(self._paragraphs[number])) >= 0:
            self._until = max(self._until, self._closing(number, opening))
            return opening == 0
        return inside

    def _closing(self, number: int, opening: int) -> int:
        """Give the paragraph with which the quotation ends; the one where it opens if nobody closes it."""
        depth, nearest = 0, bisect_left(self._closers, number)
        if nearest == len(self._closers) or self._closers[nearest] > number + MOST:
            return number
        for at in range(number, min(number + MOST, len(self._paragraphs))):
            said = self._paragraphs[at][opening if at == number else 0 :]
            depth += said.count("“") - said.count("”")
            straight = '"' in said and "“" not in said
            if (depth <= 0 and "”" in said) or (
                straight and _CLOSES.search(said) and (at > number or said.count('"') > 1)
            ):
                return at
        return number


def _opening(said: str) -> int:
    """Give where a paragraph opens a quotation that it does not close; −1 if it opens none."""
    found = _OPENS.search(said)
    if not found or (found.start() and not said[: found.start()].rstrip().endswith((":", "sau"))):
        return -1
    return found.start()
