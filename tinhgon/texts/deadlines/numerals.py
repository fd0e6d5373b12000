"""Small numbers as documents write them: 05, 15 (mười lăm), ba, sáu mươi."""

from __future__ import annotations

import re

_UNITS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
DIGITS = {word: number for number, word in enumerate(_UNITS, start=1)} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "bẩy": 7,
}
_DIGIT = "|".join(DIGITS)
SPELT = rf"(?:(?:{_DIGIT})\s+mươi(?:\s+(?:{_DIGIT}))?|mười(?:\s+(?:{_DIGIT}))?|(?:{_DIGIT}))"
NUMBER = rf"(?:\d{{1,3}}(?:\s*\([^()\n]{{2,25}}\))?|{SPELT})"


def read_number(written: str) -> int:
    """Give the number that digits or words mean.

    >>> read_number("05 (năm)"), read_number("mười lăm"), read_number("Sáu mươi")
    (5, 15, 60)
    """
    if digits := re.match(r"\d+", written):
        return int(digits.group())
    words = written.lower().split()
    if words[0] == "mười":
        return 10 + sum(DIGITS[word] for word in words[1:])
    tens = DIGITS[words[0]]
    return tens if len(words) == 1 else tens * 10 + sum(DIGITS[word] for word in words[2:])
