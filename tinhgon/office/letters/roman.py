"""Roman numerals."""

from __future__ import annotations

SIGNS = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Write a number from 1 in Roman numerals."""
    made = ""
    for worth, sign in SIGNS:
        times, number = divmod(number, worth)
        made += sign * times
    return made
