"""The words that end a name and lay a duty on whoever it names, from the data file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import yaml

from tinhgon.texts.bodies.words import Table, Words, longest, table

Sort: TypeAlias = Literal[
    "charge", "must", "free", "before", "lead", "help", "idle", "issue", "report", "inside"
]
DATA = Path(__file__).parent.parent / "data" / "duties.yaml"


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Table]:
    """Read the words once: by sort, by first word, the longest first."""
    data: dict[str, Any] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return {sort: table(phrases) for sort, phrases in data.items()}


def match(words: Words, n: int, sort: Sort) -> int:
    """Give how many words of one sort stand at a place; 0 for none."""
    return longest(words, n, tables()[sort])


def is_verb(words: Words, n: int) -> bool:
    """Say whether what stands there can be what a body does."""
    return not words.capital(n) and bool(match(words, n, "must") or match(words, n, "free"))
