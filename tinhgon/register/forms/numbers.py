"""Numbers and shares as people type them."""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation

from django.utils.translation import get_language

_PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_FRACTION = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")
HUNDRED = Decimal(100)
DIGITS = Decimal("0.000001")


def read_number(text: str) -> Decimal | None:
    """Read 1.234,5 or 1234.5: groups as the page's language parts them, decimals after either sign."""
    group, decimal = (".", ",") if (get_language() or "vi").startswith("vi") else (",", ".")
    text = re.sub(r"[\s\u00a0\u202f]", "", text)
    if re.fullmatch(
        rf"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}})+(?:{re.escape(decimal)}[0-9]+)?", text
    ):
        text = text.replace(group, "")
    return Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def read_share(text: str) -> Decimal | None:
    """Read 24,86%, 0,2486 or 1/4 as a part of one; None if it is none of these."""
    text = text.strip()
    if fraction := _FRACTION.fullmatch(text):
        return _divided(Decimal(fraction[1]), Decimal(fraction[2]))
    plain = re.sub(r"\s", "", text.removesuffix("%"))
    if not _PLAIN.fullmatch(plain):
        return None
    number = Decimal(plain.replace(",", "."))
    return number / HUNDRED if text.endswith("%") else number


def _divided(part: Decimal, whole: Decimal) -> Decimal | None:
    try:
        return (part / whole).quantize(DIGITS).normalize() + 0
    except (DivisionByZero, InvalidOperation):
        return None
