"""The text as recognisers want it: one paragraph a line, letters composed, each with its origin."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tinhgon.texts.values import Span

BLANK = re.compile(r"\n[ \t\u00a0\u200b]*\n")
UNSEEN = "\u200b\u00ad\ufeff"
NEW = re.compile(
    r"\s*(?:Điều\s+\d+\s*[.:]|Chương\s+[IVXLC\d]+|CHƯƠNG\s+[IVXLC\d]+|Mục\s+\d+|PHẦN\s|Phần\s+(?:thứ|[IVX])"
    r"|[IVXLC]{1,5}\s*[.\-]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[a-zđ]{1,2}\)\s|[-+*•]\s|Căn cứ|Theo đề nghị"
    r"|Số\s*:?\s*\d|Nơi nhận|Kính gửi)"
)


@dataclass(frozen=True)
class Clean:
    """`text`: paragraphs parted by line feeds; `origins[i]`: where its letter i stood in the source."""

    text: str
    origins: Sequence[int]
    source: str

    def back(self, span: Span) -> Span:
        """Carry a place back to the source."""
        if span.start >= span.end:
            at = self.origins[span.start] if span.start < len(self.origins) else len(self.source)
            return Span(at, at)
        return Span(self.origins[span.start], self.origins[span.end - 1] + 1)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Give the paragraphs' places, without their line feeds."""
        found, at = list[Span](), 0
        for line in self.text.split("\n"):
            found.append(Span(at, at + len(line)))
            at += len(line) + 1
        return tuple(found)

    def paragraph_at(self, place: int) -> Span:
        """Give the paragraph in which a letter stands."""
        starts = [one.start for one in self.paragraphs]
        return self.paragraphs[max(bisect_right(starts, place) - 1, 0)]


def clean(source: str) -> Clean:
    """Join broken lines into paragraphs, compose letters, make one of the kinds of blanks.

    Letters come composed (NFC); tone marks stay where the source has them (`folded` is for comparing).
    """
    letters, origins = list[str](), list[int]()
    for letter, at in _joined(_composed(source)):
        letters.append(letter)
        origins.append(at)
    return Clean("".join(letters), tuple(origins), source)


def _composed(source: str) -> list[tuple[str, int]]:
    made = list[tuple[str, int]]()
    for match in re.finditer(r"(?s).[\u0300-\u036f]*", source):
        for letter in unicodedata.normalize("NFC", match.group()):
            made.append((letter, match.start()))
    return made


def _joined(letters: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Make a blank of a line feed inside a paragraph; drop blanks in a row and at ends of lines."""
    text = "".join(letter for letter, _ in letters)
    breaks = {match.start() for match in BLANK.finditer(text)} | {
        match.start() for match in re.finditer("\n", text) if NEW.match(text, match.end())
    }
    before = "\n"
    for place, (letter, at) in enumerate(letters):
        made = "\n" if place in breaks else " " if letter.isspace() else letter
        doubled = made == before == "\n" or (made == " " and before in " \n")
        if doubled or letter in UNSEEN:
            continue
        before = made
        yield made, at
