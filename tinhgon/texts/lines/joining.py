"""Whether a paragraph ends between two lines, told by signs, marks and lengths."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tinhgon.texts.lines.furniture import without_furniture
from tinhgon.texts.lines.line import Line
from tinhgon.texts.lines.manner import Manner, manner

_ROOM = 0.9  # of a full line: below it the next word would have fitted
_HEADING = re.compile(r"(?:[IVXLC]{1,6}|[A-H]|\d{1,2}(?:\.\d{1,2})*)\s*[.\-–/)]|Điều\s+\d")
_WENT_ON = re.compile(r"(?:ngày|tháng|năm|số|Số|quý|khoản|Điều|điểm)$|[-/]$")
_DATED = re.compile(r"\b(?:ngày|tháng|năm|số|quý)$")
_REFERS = re.compile(r"(?<!\w)(?:khoản|[Đđ]iều|mục|số|chương|tại|của|theo|và|hoặc|đến|từ|các|với)$|[(/]$")
_PLACED = re.compile(r"[^\d,]{2,30},\s*ngày\b")
_HALF_PLACE = re.compile(r"(?:[^\W\d_]+[ -]?){1,3}$")
_ABBREVIATED = {"TP.", "Tp.", "TX."}  # a narrow cell has “TP.” and “Hồ Chí Minh, ngày …” on two lines
_POINT = re.compile(r"[a-zđ]{1,2}\)")


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Put lines together that are one paragraph; what belongs to pages is left out."""
    kept = without_furniture(lines)
    way = manner([line for line, _ in kept])
    made, table, opening = list[list[Line]](), False, False
    for line, turned in kept:
        above = made[-1][-1] if made else None
        table = (table and not line.gap) or line.cell
        if above is None or _ends(above, line, way, table=table, turned=turned, opening=opening):
            made.append([line])
            opening = bool(_HEADING.match(line.text))
        else:
            made[-1].append(line)
    return made


def _ends(above: Line, line: Line, way: Manner, *, table: bool, turned: bool, opening: bool) -> bool:
    if above.text in _ABBREVIATED and line.text[:1].isupper():
        return False
    if above.alone:
        return line.opens and not _number_after(above, line)
    if line.opens or line.bullet:
        return not _runs_into(above, line, way)
    if line.cell or above.cell:
        return not (line.text.isdigit() and _DATED.search(above.text))
    if line.caps or above.caps:
        return _ends_at_capitals(above, line, opening=opening)
    if line.gap and not turned and not (above.hangs or line.small):
        return way.parted or not way.wrapped or above.stopped or _short(above, line, way)
    if line.small or _starts_with_figure(line):
        return _ends_before_small(above, line, way)
    return _ends_before_capital(above, line, way, table=table)


def _number_after(above: Line, line: Line) -> bool:
    named = above.text.rstrip(":").endswith("ố") or above.text in {"Điều", "ĐIỀU", "Khoản"}
    return named and line.text[:1].isdigit()


def _runs_into(above: Line, line: Line, way: Manner) -> bool:
    """Whether a mark at the beginning of a line is but a part of the sentence above it."""
    if above.stopped or above.caps or (line.gap and (line.opens or not above.hangs)):
        return False
    if line.opens and _PLACED.match(line.text) and _HALF_PLACE.match(above.text):
        return True
    if line.opens:
        refers = _REFERS.search(above.text) or (_POINT.match(line.text) and above.text.endswith("điểm"))
        return bool(refers) and (way.ragged or not way.wrapped or not _short(above, line, way))
    rest = line.text.lstrip("-–—+ ")
    if rest[:1].islower() or rest[:1].isdigit():
        return way.wrapped and not above.text.endswith(",")
    return way.wrapped and not way.ragged and not _short(above, line, way) and not above.bullet


def _ends_at_capitals(above: Line, line: Line, *, opening: bool) -> bool:
    if above.caps and line.caps:
        return line.gap or not opening
    if above.caps:
        return not line.small or line.gap or line.text.startswith("về ")
    return line.gap or above.stopped or (len(line.text.split()) > 1 and not _REFERS.search(above.text))


def _starts_with_figure(line: Line) -> bool:
    return line.text[:1].isdigit() or line.text[:1] == "%"


def _ends_before_small(above: Line, line: Line, way: Manner) -> bool:
    if way.wrapped:
        return above.stopped and (line.gap or (not way.ragged and _short(above, line, way)))
    if line.small and line.text[0] != "(":
        return above.stopped
    return not _WENT_ON.search(above.text)


def _ends_before_capital(above: Line, line: Line, way: Manner, *, table: bool) -> bool:
    if above.hangs:
        return False
    if not way.wrapped:
        return True
    short = _short(above, line, way)
    if above.stopped:
        return short or (way.ragged and not way.parted and len(line.text) < 0.7 * way.width)
    unclosed = above.text.count("(") > above.text.count(")")
    return short and not unclosed and (table or not (way.ragged or way.parted))


def _short(above: Line, line: Line, way: Manner) -> bool:
    return len(above.text) + 1 + len(line.text.split(" ", 1)[0]) < _ROOM * way.width
