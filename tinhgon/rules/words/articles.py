"""A place in a document: packs write it in Vietnamese, its English is derived."""

from __future__ import annotations

import re

from tinhgon.rules.words.numbers import is_vietnamese

_PARTS = {
    "điều": "article",
    "khoản": "clause",
    "điểm": "point",
    "tiết": "item",
    "mục": "section",
    "tiểu mục": "subsection",
    "chương": "chapter",
    "phần": "part",
    "phụ lục": "appendix",
    "bảng": "table",
    "biểu": "table",
    "mẫu": "form",
    "và": "and",
    "đến": "to",
}
# The longest first, so that a part of a name is not taken for a name.
_FOUND = re.compile(rf"\b({'|'.join(sorted(_PARTS, key=len, reverse=True))})\b", re.IGNORECASE)


def article(text: str, language: str = "vi") -> str:
    """Say it in one language: “Điều 5, khoản 1, điểm c” is “Article 5, clause 1, point c”."""
    return text if is_vietnamese(language) else _FOUND.sub(_english, text)


def _english(found: re.Match[str]) -> str:
    said = found.group()
    english = _PARTS[said.lower()]
    return english.capitalize() if said[0].isupper() else english
