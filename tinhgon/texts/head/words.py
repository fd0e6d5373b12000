"""Words that tell the parts of a head, from the data file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent.parent / "data" / "heads.yaml"


@cache
def words(key: str) -> tuple[str, ...]:
    """Give the words of one list, the longest first."""
    listed: list[str] = yaml.safe_load(DATA.read_text(encoding="utf-8"))[key]
    return tuple(sorted(listed, key=len, reverse=True))


@cache
def any_of(key: str) -> str:
    """Give one list as a pattern."""
    return f"(?:{'|'.join(words(key))})"
