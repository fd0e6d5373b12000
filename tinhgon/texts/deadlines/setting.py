"""Where an expression stands: its sentence, its cell, and what the document says of its own day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tinhgon.texts.clean import Clean
from tinhgon.texts.marks import modern
from tinhgon.texts.values import Head, Span

FAR = 400  # letters; no sentence is looked at farther away than this
END = re.compile(r"[\n;|]|[.!?](?=\s+[^\W\d_a-zà-ỹ]|\s*$|\s*\n)")
SCHEDULE = re.compile(
    r"(?:thời\s+(?:gian|hạn)|tiến\s+độ)\s+(?:hoàn\s+thành|thực\s+hiện|trình|báo\s+cáo)\s*(?:\||\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
PLANNED = re.compile(r"(?<!đến )năm\s+(20\d\d)\b(?!\s*[-–])", re.IGNORECASE)
EDGE = "\n|"
# Types that rule for good: what they set without a year comes again every year.
STANDING = {"L", "BL", "PL", "NĐ", "TT", "TTLT", "QyĐ", "QĐi", "QC", "HP", "ĐL"}


@dataclass(frozen=True)
class Setting:
    """A clean text in the modern way of tone marks, and its document's day; places are the clean text's."""

    clean: Clean
    head: Head

    @cached_property
    def text(self) -> str:
        """The text in which to look."""
        return modern(self.clean.text)

    @property
    def issued(self) -> date | None:
        """The document's day."""
        return self.head.day

    @cached_property
    def standing(self) -> bool:
        """Whether the document rules for good, as a law does."""
        number = self.head.number
        return self.head.type in STANDING or bool(number and number.year)

    def in_abstract(self, place: int) -> bool:
        """Tell whether a letter stands in what the document says it is about."""
        found = self.head.places.get("abstract")
        return bool(found and found.start <= place < found.end)

    @cached_property
    def scheduled(self) -> tuple[int, ...]:
        """Give where columns begin that say when things are to be done."""
        return tuple(found.end() for found in SCHEDULE.finditer(self.text))

    @cached_property
    def planned(self) -> int | None:
        """The year that a plan is for, by its abstract, if that is the document's own or the next."""
        years = {int(found) for found in PLANNED.findall(self.head.abstract)}
        fitting = [year for year in years if self.issued and 0 <= year - self.issued.year <= 1]
        return fitting[0] if len(years) == len(fitting) == 1 else None

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Places at which a sentence, an item of a list or a cell ends."""
        return (-1, *(found.start() for found in END.finditer(self.text)), len(self.text))

    def before(self, place: int, most: int = FAR) -> str:
        """Give what stands before a place in its sentence."""
        return self.text[max(self.sentence(place).start, place - most) : place]

    def after(self, place: int, most: int = FAR) -> str:
        """Give what stands after a place in its sentence."""
        return self.text[place : min(self.sentence(place).end, place + most)]

    def sentence(self, place: int) -> Span:
        """Give the sentence in which a place lies."""
        index = bisect_left(self.ends, place)
        return Span(self.ends[index - 1] + 1, self.ends[index])

    def matches(self, pattern: re.Pattern[str], hint: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Give what a pattern finds in the sentences in which a cheaper one finds a hint of it."""
        end = -1
        for hinted in hint.finditer(self.text):
            if hinted.start() >= end:
                start, end = self.sentence(hinted.start())
                yield from pattern.finditer(self.text, start, end)

    def is_basis(self, place: int) -> bool:
        """Tell whether a place lies in a paragraph that names the legal bases."""
        return bool(BASIS.match(self.text, self.text.rfind("\n", 0, place) + 1))

    def alone(self, span: Span) -> bool:
        """Tell whether an expression is all that its cell or paragraph holds, or all before its colon."""
        left = self.text[max(span.start - FAR, 0) : span.start].rstrip(" -+*•(")
        right = self.text[span.end : span.end + FAR].lstrip(" .;)")
        whole = (not left or left[-1] in EDGE) and (not right or right[0] in EDGE + ":")
        return whole or (bool(self.scheduled) and self.scheduled[0] < span.start and self._own_line(span))

    def _own_line(self, span: Span) -> bool:
        """Tell whether an expression has a line of the source for itself, as a cell of a table in a PDF."""
        at = self.clean.back(span)
        source = self.clean.source
        left, right = source[max(at.start - FAR, 0) : at.start], source[at.end : at.end + FAR]
        before, after = left.rstrip(" \t\u00a0"), right.lstrip(" \t\u00a0.")
        return before.endswith("\n") and (not after or after[0] in "\n\r")


BASIS = re.compile(
    r"\s*(?:[-+*•]\s*)?(?:Căn cứ|Theo đề nghị|Xét đề nghị|Trên cơ sở đề nghị)\b", re.IGNORECASE
)
