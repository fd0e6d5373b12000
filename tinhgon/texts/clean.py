"""The text as recognisers want it: one paragraph a line, letters composed, each with its origin."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tinhgon.texts.lines.glued import parted
from tinhgon.texts.lines.joining import paragraphs
from tinhgon.texts.lines.letters import letters
from tinhgon.texts.lines.line import split
from tinhgon.texts.marks import modern
from tinhgon.texts.values import Span


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
        end = self.origins[span.end - 1] + 1
        while end < len(self.source) and unicodedata.combining(self.source[end]):
            end += 1  # the marks of a letter that the source has in parts
        return Span(self.origins[span.start], end)

    @cached_property
    def modern(self) -> str:
        """The text with tone marks set in the modern way, letter for letter."""
        return modern(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Give the paragraphs' places, without their line feeds."""
        found, at = list[Span](), 0
        for line in self.text.split("\n"):
            found.append(Span(at, at + len(line)))
            at += len(line) + 1
        return tuple(found)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(one.start for one in self.paragraphs)

    def below(self, place: int) -> Iterator[Span]:
        """Give the paragraphs that begin behind a letter, in order."""
        for number in range(bisect_right(self._starts, place), len(self.paragraphs)):
            yield self.paragraphs[number]

    def paragraph_at(self, place: int) -> Span:
        """Give the paragraph in which a letter stands."""
        return self.paragraphs[max(bisect_right(self._starts, place) - 1, 0)]


def clean(source: str) -> Clean:
    """Join broken lines into paragraphs, leave out page numbers and rules, make one of the kinds of blanks.

    Letters come composed (NFC); tone marks stay where the source has them (`modern` is for comparing).
    """
    made, origins = list[str](), list[int]()
    for paragraph in paragraphs(split(parted(letters(source)))):
        for place, line in enumerate(paragraph):
            if origins:
                made.append(" " if place else "\n")
                origins.append(origins[-1] + 1)
            made.append(line.text)
            origins.extend(line.origins)
    return Clean("".join(made), tuple(origins), source)
