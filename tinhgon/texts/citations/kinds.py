"""Words for kinds of documents."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent


@cache
def kinds() -> dict[str, str]:
    """Give the abbreviation of each kind by its word in small letters."""
    common = yaml.safe_load((HERE.parent / "data" / "types.yaml").read_text(encoding="utf-8"))["kinds"]
    more: dict[str, str] = yaml.safe_load((HERE / "kinds.yaml").read_text(encoding="utf-8"))
    named = {one["name"]: one.get("code") or one["short"] for one in common}
    return {word.lower(): short for word, short in (named | more).items()}


@cache
def words() -> str:
    """Give the alternatives of a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(kinds(), key=len, reverse=True))


def kind_of(word: str) -> str:
    """Give the abbreviation for a word; an empty text for none."""
    return kinds().get(" ".join(word.lower().split()), "")


def settled(word: str, symbol: str) -> str:
    """Choose between what the words call a document and what its number says.

    A regulation of the Party is numbered as a decision (294-QĐ/TW), so there the word decides; elsewhere a
    number knows better (“Công văn số 3129/TTr-SNV” is a submission).
    """
    said = kind_of(word)
    if not symbol or {said, symbol} == {"QyĐ", "QĐ"}:
        return said or symbol
    return symbol
