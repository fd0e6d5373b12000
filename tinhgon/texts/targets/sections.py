"""Sections whose heading speaks of goals: “Các chỉ tiêu cụ thể đến năm 2030”, “Mục tiêu”."""

from __future__ import annotations

import re

from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Span

GOALS = re.compile(r"chỉ\s+tiêu|mục\s+tiêu", re.IGNORECASE)
HEADING = 160  # letters; a longer paragraph is no heading
RANKS = (
    re.compile(r"(?:PHẦN|Phần|CHƯƠNG|Chương|PHỤ\s+LỤC|Phụ\s+lục)\b"),
    re.compile(r"(?:[IVXL]+\s*[.-]|Điều\s+\d+|Mục\s+\d+)"),
    re.compile(r"\d+\s*[.)](?!\d)"),
    re.compile(r"\d+\.\d+"),
    re.compile(r"[a-zđ]\s*[.)]|\(\d+\)"),
)


def goal_sections(clean: Clean) -> list[Span]:
    """Give the sections under such headings: each up to the next heading of its rank or a higher one."""
    found, opened = list[Span](), dict[int, int]()
    for paragraph in clean.paragraphs:
        rank = _rank(clean.text, paragraph)
        if rank is None:
            continue
        for open_rank in [one for one in opened if one >= rank]:
            found.append(Span(opened.pop(open_rank), paragraph.start))
        if paragraph.end - paragraph.start <= HEADING and GOALS.search(clean.text, *paragraph):
            opened[rank] = paragraph.start
    found.extend(Span(start, len(clean.text)) for start in opened.values())
    return found


def _rank(text: str, paragraph: Span) -> int | None:
    return next((rank for rank, one in enumerate(RANKS) if one.match(text, *paragraph)), None)
