"""What a page or a site adds to a text: its address, page numbers, running heads, seals of signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tinhgon.texts.lines.line import Line

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?:\s.{0,120})?$")
_RUNNING = re.compile(
    r"CÔNG BÁO\s*/\s*Số|Ký bởi\s*:|Ngày ký\s*:\s*\d{4}-|Thời gian ký\s*:\s*\d|Cơ quan: VĂN PHÒNG CHÍNH PHỦ$"
    r"|Người ký\s*:.{0,60}@|Trang\s+\d+\s*/\s*\d+$|={3,6} .{1,80} ={3,6}$"
)
_PAGE = re.compile(r"(?:[-–—]\s*|Trang\s+)?(\d{1,4})(?:\s*[-–—])?$")
_LEAST = 8  # lines that a page has at least


def without_furniture(lines: Sequence[Line]) -> list[tuple[Line, bool]]:
    """Leave out what belongs to pages; tell of each line whether such stood directly above it."""
    dropped = _page_numbers(lines)
    kept, above = list[tuple[Line, bool]](), False
    for place, line in enumerate(lines):
        if place in dropped or (place == 0 and _ADDRESS.match(line.text)) or _RUNNING.match(line.text):
            above = place > 0
            continue
        kept.append((line, above))
        above = False
    return kept


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Find numbers alone on a line, by a gap or a page's end, that count on from page to page."""
    found, chain = set[int](), list[tuple[int, int]]()
    for place, line in enumerate(lines):
        number = _PAGE.match(line.text)
        if not number or not _by_an_edge(lines, place):
            continue
        value = int(number[1])
        if chain and (value != chain[-1][1] + 1 or place - chain[-1][0] < _LEAST):
            if value != 1 and place - chain[-1][0] < _LEAST:
                continue
            found |= _accepted(chain)
            chain = []
        chain.append((place, value))
    return found | _accepted(chain)


def _by_an_edge(lines: Sequence[Line], place: int) -> bool:
    after = lines[place + 1] if place + 1 < len(lines) else None
    above = lines[place - 1] if place else None
    edge = lines[place].gap or after is None or after.gap
    return edge or (above is not None and _RUNNING.match(above.text) is not None)


def _accepted(chain: Sequence[tuple[int, int]]) -> set[int]:
    return {place for place, _ in chain} if len(chain) > 1 or (chain and chain[0][1] == 2) else set()
