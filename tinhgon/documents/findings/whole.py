"""Long tasks whole: the reader cuts their words, the text has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinhgon.documents.findings.plain import span_of, text_of

CUT = "…"


def with_whole_words(reading: Mapping[str, Any], text: str) -> Mapping[str, Any]:
    """Give a reading whose tasks say all that stands at their places."""
    tasks = [{**row, "words": _whole(row, text)} for row in reading.get("tasks") or ()]
    return {**reading, "tasks": tasks}


def _whole(row: Mapping[str, Any], text: str) -> str:
    words, span = text_of(row.get("words")), span_of(row.get("span"))
    return " ".join(text[span.start : span.end].split()) if span and words.endswith(CUT) else words
