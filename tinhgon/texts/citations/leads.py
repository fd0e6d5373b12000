"""The sentence that leads in a list of documents: “Bãi bỏ các văn bản sau: 1. …; 2. …”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Role, Span

LABEL = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ]\)|[-–+•*])"
BEGINS = re.compile(rf"(?:^|[:;.\n])\s*{LABEL}?\s*(?:và |các )?$")
ITEM = re.compile(rf"\s*{LABEL}\s")
ENDS = re.compile(r"bãi bỏ|thay thế|h(?:ủy|uỷ) bỏ|hết hiệu lực|chấm dứt hiệu lực", re.IGNORECASE)
MENDS = re.compile(r"(?<!được )sửa đổi|(?<!được )bổ sung", re.IGNORECASE)
FAR = 60  # paragraphs of a list that are looked at
SHORT, LONG = 16, 300  # letters of a label; letters in which a leading sentence has its colon


def role_of_list(clean: Clean, at: int, paragraph: Span, starts: Sequence[int]) -> Role | None:
    """Give the role that the leading sentence gives to the document with which an item begins."""
    near = clean.text[max(paragraph.start, at - SHORT) : at]
    if not BEGINS.search(near):
        return None
    opening = clean.text[paragraph.start : min(at, paragraph.start + LONG)]
    lead, colon, _ = opening.partition(":")
    said = lead if colon else _above(clean, at, starts) if ITEM.match(opening) or not opening.strip() else ""
    if ENDS.search(said):
        return "replaces"
    return "amends" if MENDS.search(said) else None


def _above(clean: Clean, at: int, starts: Sequence[int]) -> str:
    """Go back over the items of a list to the sentence with the colon."""
    here = bisect_right(starts, at) - 1
    for place in reversed(clean.paragraphs[max(here - FAR, 0) : here]):
        said = clean.text[place.start : place.end].rstrip()
        if said.endswith(":"):
            return said[-LONG:]
        if not ITEM.match(said):
            return ""
    return ""
