"""Duties told by the columns of a table that was pasted as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.words import Words, folded
from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Span

WHO = r"(?:cơ quan|đơn vị|bộ phận)(?:\s*[/,]\s*(?:cơ quan|đơn vị))?\s+"
LEAD = re.compile(
    rf"{WHO}(?:chủ trì|thực hiện|phụ trách|đầu mối|tham mưu)|phân công thực hiện|chủ trì thực hiện"
)
REST = re.compile(rf"{WHO}phối hợp|phối hợp thực hiện|thời gian|thời hạn|tiến độ|sản phẩm|kết quả")
FIRST = re.compile(r"\b(?:stt|tt|số tt|nội dung|nhiệm vụ|công việc|hoạt động|tên văn bản)\b")
END = re.compile(r"\n\s*(?:nơi nhận|tm\.|kt\.|t/m|điều \d+)")
ROW = re.compile(
    r"(?:^|(?<=\s))(?:(\d{1,3})(?:\.\d{1,2})*|[IVXL]{1,6})[.)]?(?:\s+|\s*\|\s*)(?=[“\"]?[A-ZĐÁÀẢÃẠĂÂÉÈÊÍÌÓÒÔƠÚÙƯÝỨỦ])"
)
NEAR = 160  # letters between the titles of columns


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its words, who is in charge, who helps; `labels`: of its part and its own."""

    span: Span
    who: tuple[Phrase, ...]
    helping: tuple[Phrase, ...]
    labels: tuple[str, ...] = ()


def tables(clean: Clean) -> Iterator[Span]:
    """Find the tables that have a column of those in charge; their spans begin after the titles."""
    low = folded(clean.text)
    at = 0
    while lead := LEAD.search(low, at):
        at = lead.end()
        rest = REST.search(low, lead.end(), lead.end() + NEAR // 2) if fresh(clean, lead.start()) else None
        if (
            rest
            and fresh(clean, rest.start())
            and FIRST.search(low, max(lead.start() - NEAR, 0), lead.start())
            and _short(low, lead, rest)
        ):
            end = END.search(low, rest.end())
            at = end.start() if end else len(low)
            yield Span(rest.end(), at)


def rows(clean: Clean, words: Words, table: Span) -> Iterator[Row]:
    """Part a table into rows, and find in each the cells that hold bodies alone."""
    marks = [
        found for found in ROW.finditer(clean.text, table.start, table.end) if fresh(clean, found.start())
    ]
    ends = [*(mark.start() for mark in marks[1:]), table.end]
    part = ""
    for mark, end in zip(marks, ends, strict=False):
        start, label = mark.start(), mark.group().strip(" .)|\n")
        part = part if mark[1] else label
        cells = list(_cells(clean, words, words.after(start), words.after(end)))
        if cells:
            said = Span(start, words.ends[words.after(end) - 1])
            labels = tuple(dict.fromkeys(one for one in (part, label) if one))
            yield Row(said, cells[0], cells[1] if cells[1:] else (), labels)


def _short(low: str, lead: re.Match[str], rest: re.Match[str]) -> bool:
    # Titles of columns follow each other; a sentence has other words and marks between.
    between = low[lead.end() : rest.start()]
    return not re.search(r"[.;:,]", between) and len(between.split()) <= 4


def _cells(clean: Clean, words: Words, start: int, end: int) -> Iterator[tuple[Phrase, ...]]:
    n = start
    while n < end:
        if words.capital(n) and fresh(clean, words.starts[n]):
            found, after = listing(words, n)
            if found and after <= end and (after >= end or _ends(clean, words, after)):
                yield tuple(found)
                n = after
                continue
        n += 1


def _ends(clean: Clean, words: Words, n: int) -> bool:
    if words.at(n) in {".", ";"}:
        n += 1
    return n >= len(words) or words.at(n) == "|" or fresh(clean, words.starts[n])


def fresh(clean: Clean, place: int) -> bool:
    """Say whether a line or a cell begins at a place of the source."""
    at = clean.origins[place] - 1
    while at >= 0 and clean.source[at] in " \u00a0*|":
        if clean.source[at] == "|":
            return True
        at -= 1
    return at < 0 or clean.source[at] in "\n\t\r"
