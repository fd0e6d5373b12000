"""Numbers as a Vietnamese office writes them: 1.234,56."""

from __future__ import annotations

import re
from decimal import Decimal

_LONGEST = 30
_SPACES = re.compile(r"(?<=\d)[\s']+(?=\d{3})")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA = re.compile(r"[+-]?\d+(?:,\d+)?")
_POINT = re.compile(r"[+-]?\d+\.\d+")


def parse_number(text: str) -> Decimal | None:
    """Read 1.234,56 or 1234,56 or 1234.56; None is no number.

    “1.234” is one thousand two hundred and thirty-four: a dot before three digits parts thousands.
    """
    plain = _SPACES.sub("", text.strip().replace("\u2212", "-"))
    if not plain.isascii() or len(plain) > _LONGEST:
        return None
    if _GROUPED.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if _COMMA.fullmatch(plain) or _POINT.fullmatch(plain):
        return Decimal(plain.replace(",", "."))
    return None


def of_float(number: float) -> Decimal:
    """Take the digits that a spreadsheet shows of a number: fifteen."""
    return Decimal(f"{number:.15g}")


def written(number: Decimal) -> str:
    """Write a number with a decimal comma and dots between thousands."""
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))
