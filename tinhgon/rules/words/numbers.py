"""Numbers and days as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_VIETNAMESE = str.maketrans(",.", ".,")


def is_vietnamese(language: str) -> bool:
    """Tell whether a language is Vietnamese; any other gets English."""
    return language.startswith("vi")


def number(value: int | float | Decimal, language: str = "vi") -> str:
    """Write a number: 1.234,5 or 1,234.5; zeros behind the last digit are not written."""
    if isinstance(value, float):
        value = Decimal(str(value))
    if isinstance(value, Decimal):
        value = value.normalize() + 0
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.translate(_VIETNAMESE) if is_vietnamese(language) else text


def day(value: date) -> str:
    """Write a day as dd/mm/yyyy, in both languages."""
    return f"{value:%d/%m/%Y}"
