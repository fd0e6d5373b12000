"""A text with marks: cut into paragraphs and these into pieces, each of which knows what it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tinhgon.texts.values import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of a finding: its code, its kind for the look, what it links to."""

    span: Span
    code: str
    kind: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that all belong to the same marks; the last of them lies innermost."""

    text: str
    marks: tuple[Mark, ...] = ()
    first: str = ""  # code of the mark that begins here

    @property
    def codes(self) -> str:
        """The codes of all marks, parted by blanks."""
        return " ".join(dict.fromkeys(mark.code for mark in self.marks))

    @property
    def inner(self) -> Mark | None:
        """The shortest mark around."""
        return self.marks[-1] if self.marks else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text: on which letter it begins, and its pieces."""

    start: int
    pieces: tuple[Piece, ...]


def paragraphs(text: str, marks: Iterable[Mark]) -> list[Paragraph]:
    """Cut a text by lines and marks; blank lines are left out, marks outside of the text too."""
    within = sorted((one for one in marks if one.span.start < one.span.end <= len(text)), key=_order)
    made, start, open_marks, waiting = [], 0, [], 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting < len(within) and within[waiting].span.start < end:
            open_marks.append(within[waiting])
            waiting += 1
        open_marks = [one for one in open_marks if one.span.end > start]
        if line.strip():
            made.append(Paragraph(start, tuple(_pieces(text, start, end, open_marks))))
        start = end + 1
    return made


def _order(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    edges = {start, end}
    for one in marks:
        edges |= {max(one.span.start, start), min(one.span.end, end)}
    cuts = sorted(edges)
    for left, right in pairwise(cuts):
        around = [one for one in marks if one.span.start <= left and right <= one.span.end]
        around.sort(key=lambda one: one.span.start - one.span.end)  # the longest first
        first = next((one.code for one in reversed(around) if one.span.start == left), "")
        yield Piece(text[left:right], tuple(around), first)
