"""The part of a text in which a head may stand: all before its first base, item or long paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tinhgon.texts import numbers
from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Number, Span

MOST = 60  # paragraphs that a head has at most
LONG = 240  # letters of a paragraph that is no part of a head
_STOP = re.compile(
    r"(?:[-–+•]\s*)?(?:Căn cứ|Xét (?:đề nghị|[Tt]ờ trình)|Theo đề nghị|(?:Thực hiện|Triển khai) .*[.;:,]$)"
    r"|Điều\s+\d+\s*[.:]|[IVX]{1,4}\s*[.\-–]\s*\S|1\s*[.)]\s|a\)\s|Kính gửi|Kính trình|Nơi nhận"
    r"|(?:Chương|Phần)\s+[IVX1]"
    r"|Thời gian(?: bắt đầu)?\s*:|Tại (?:phiên họp|cuộc họp|Hội nghị)|\(?Kèm theo|\((?:Ban hành )?[Kk]èm theo"
)
_HEADING = re.compile(r"(?:CỘNG HÒA XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM$)")
_BLANK = re.compile(r"[ |]")
WIDE = 4  # blanks that part two columns
ALONE = 80  # letters of a line that holds a day without a place
_PLACED = re.compile(r"[^\W\d_],\s*$")
_KINDS = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Lệnh|Văn bản hợp nhất)"
# Within a line only “Số:” is the label of the number; “Nghị quyết số 57” there names another document.
LABEL = re.compile(
    rf"(?:^|(?<=[|*_])\s?)(?:{_KINDS}\s+)?[Ss]ố\s*:?\s*(?=[\d.…_/ -])|(?<![\w])S[ốỐ]\s*:\s*(?=[\d.…_/ -])",
    re.MULTILINE,
)
DATE = re.compile(
    r"ngày\s*(?P<day>\d{1,2}|[.…_\s]*)\s*tháng\s*(?P<month>\d{1,2}|[.…_\s]*)\s*năm\s*(?P<year>\d{4}|[\d.…_]*)"
    r"|ngày\s*(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Zone:
    """`text`: the clean text in modern tone marks, letter for letter."""

    clean: Clean
    text: str

    @cached_property
    def lines(self) -> Sequence[Span]:
        """Give the paragraphs that may be a head."""
        return self._lines(0) if self._headed == 0 else self._lines(self._headed) or self._lines(0)

    @cached_property
    def _headed(self) -> int:
        """Give the paragraph with which the head begins, where a site has put its own words before it."""
        for number, span in enumerate(self.clean.paragraphs[:MOST]):
            if _HEADING.match(self.said(span)):
                plain = self._lines(0)
                return 0 if plain and plain[-1].start >= span.start else self._above(number)
        return 0

    def _above(self, number: int) -> int:
        """Step back over the lines in capitals above the heading of the state or the Party."""
        while number and not any(map(str.islower, self.said(self.clean.paragraphs[number - 1]))):
            number -= 1
        return number

    def _lines(self, first: int) -> Sequence[Span]:
        found = list[Span]()
        for span in self.clean.paragraphs[first : first + MOST]:
            said = self.said(span)
            if _STOP.match(said) or (len(said) > LONG and not said.isupper() and "|" not in said):
                break
            found.append(span)
        return found

    def said(self, span: Span) -> str:
        """Give the words of a place."""
        return self.text[span.start : span.end]

    def columns(self, span: Span) -> list[Span]:
        """Part a line at the borders of cells and where many blanks stood between two columns."""
        cuts, origins, source = [span.start], self.clean.origins, self.clean.source
        if span.end <= span.start:
            return [span]
        if " " * WIDE not in source[origins[span.start] : origins[span.end - 1]] and "|" not in self.said(
            span
        ):
            return [span]
        for found in _BLANK.finditer(self.text, span.start, span.end):
            if 0 < found.start() < found.end() < len(origins) and found.group() == " ":
                between = source[origins[found.start() - 1] + 1 : origins[found.end()]]
                if len(between) < WIDE or "\n" in between:
                    continue
            cuts.append(found.end())
        return [Span(at, end) for at, end in pairwise([*cuts, span.end])]

    @cached_property
    def number(self) -> tuple[Span, Span, Number | None] | None:
        """Find the label “Số:”, the number behind it, and what the number is if it is there."""
        for line in self.lines:
            for label in LABEL.finditer(self.text, line.start, line.end):
                if number := _number_after(self.text, label.end(), line.end):
                    return Span(label.start(), label.end()), *number
        return None

    @cached_property
    def dated(self) -> re.Match[str] | None:
        """Find the day in the head: the one behind a place, else the first that stands in a short line."""
        short = [line for line in self.lines if line.end - line.start < LONG or "|" in self.said(line)]
        found = [day for line in short for day in DATE.finditer(self.text, line.start, line.end)]
        placed = (day for day in found if _PLACED.search(self.text[: day.start()][-40:]))
        loose = (day for day in found if len(self.said(self.clean.paragraph_at(day.start()))) < ALONE)
        return next(placed, None) or next(loose, None)

    @cached_property
    def below(self) -> int:
        """Give where the line of number or day ends; the title stands behind it."""
        ends = [self.number[1].end] if self.number else []
        ends += [self.dated.end()] if self.dated else []
        return max(ends, default=0)


def zone(clean: Clean) -> Zone:
    """Make the zone of a text."""
    return Zone(clean, clean.modern)


_OPEN = re.compile(r"[.…_ \d]*[/-][\w.…/&-]*(?=\s|$|\|)")


def _number_after(text: str, start: int, end: int) -> tuple[Span, Number | None] | None:
    for span, number in numbers.find("số " + text[start : min(end, start + 60)]):
        if span.start <= 4:
            return Span(start + span.start - 3, start + span.end - 3), number
        break
    open_ = _OPEN.match(text, start, end)
    return (Span(start, open_.end()), None) if open_ else None
