"""Figures of plans as people write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from tinhgon.register.pages.words import figure

ZERO = Decimal(0)


def number(value: float | None, digits: int = 0) -> str:
    """Write a number with so many digits behind the comma at most; none is a dash."""
    if value is None or value != value:
        return "–"
    return figure(Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + ZERO)
