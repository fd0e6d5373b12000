"""The mark with which an item begins: of which style it is, and which place in its list it takes.

Styles: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (phần, chương, mục, tiểu mục, điều, khoản, điểm), and the
headings I, 1, 1.1, a) that plans, conclusions and regulations of the Party use instead of articles.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tinhgon.texts.marks import UPPER

ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ORDINALS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NAMED = re.compile(
    r"(?P<noun>Phần|PHẦN|Chương|CHƯƠNG|Tiểu mục|TIỂU MỤC|Mục|MỤC)\s+"
    r"(?P<value>(?:thứ|THỨ)\s+[^\W\d_]+|[IVXLC]+|\d{1,3})"
    r"(?=[\s.:\-–]|$)[.:]?"
)
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+(?P<value>\d{1,3})(?P<more>[a-zđ]?)\s*(?:[.:]|[-–](?=\s)|$)")
_ANNEX = re.compile(
    r"(?:Phụ lục|PHỤ LỤC|Phụ Lục|PHỤ BIỂU|Phụ biểu)"
    r"(?:\s+(?:số\s+|SỐ\s+)?(?P<value>[IVXLC]+|\d{1,3}|[A-Z])(?:[.\-/]?\d{0,2}))?\s*(?=$|[.:(]|[A-ZĐ]{2})"
)
_ITEM = re.compile(
    r"(?P<roman>[IVXLC]{1,6})\s*[.\-–/)]\s*(?=[^\W\d_])"
    r"|(?P<capital>[A-HĐ])\s*[.\-–)/]\s+(?=\S)"
    rf"|(?P<dotted>\d{{1,3}}(?:\.\d{{1,2}}){{1,4}})(?:\s*[.)]\s*(?=\D)|\s+(?=[{UPPER}“\"(]))"
    r"|(?P<number>\d{1,3})(?:\s*\.\s*(?=\D|$)|\s*[-–/]\s+(?=[^\W\d_a-z]))"
    r"|(?P<closed>\d{1,3})\s*\)\s*(?=\D)"
    r"|\((?P<bracket>\d{1,3})\)\s*(?=\D)"
    r"|(?P<letter>[a-zđ]{1,2})\s*\)\s*(?=\S)"
    r"|(?P<stop>[a-zđ])\s*\.\s+(?=[^\W\d_])"
    r"|(?P<lettered>[a-zđ](?:\.?\d{1,2}))\s*[.)]\s*(?=\S)"
    r"|\((?P<inner>[a-zđ])\)\s*(?=\S)"
    r"|(?P<bullet>[-–—+•●▪◦*·○■►✓])\s*(?=[^\s\d]|\d+\s*[^\s\d.,])"
)
_BULLETS = {"-": "dash", "–": "dash", "—": "dash", "+": "plus"}


class Mark(NamedTuple):
    """`style` with its `value` in the list; `label` as read; `end`: where the item's own words begin."""

    style: str
    value: int
    label: str
    end: int


def mark(text: str, start: int, end: int) -> Mark | None:
    """Read the mark at the beginning of a paragraph."""
    if found := _ARTICLE.match(text, start, end):
        return Mark("article", int(found["value"]), f"Điều {found['value']}{found['more']}", found.end())
    if found := _NAMED.match(text, start, end):
        return _named(found)
    if found := _ANNEX.match(text, start, end):
        label = f"Phụ lục {found['value']}" if found["value"] else "Phụ lục"
        return Mark("annex", _value(found["value"] or ""), label, found.end())
    found = _ITEM.match(text, start, end)
    return _item(found) if found else None


def _named(found: re.Match[str]) -> Mark:
    noun = found["noun"].capitalize()
    said = " ".join(found["value"].split())
    said = said.lower() if said.lower().startswith("thứ") else said
    style = {"Phần": "part", "Chương": "chapter", "Mục": "section", "Tiểu mục": "subsection"}[noun]
    return Mark(style, _value(said), f"{noun} {said}", found.end())


def _item(found: re.Match[str]) -> Mark | None:
    style, said = next((name, value) for name, value in found.groupdict().items() if value)
    end = found.end()
    match style:
        case "roman" if said in {"C", "L"} or (said == "D"):
            return Mark("capital", ord(said) - 64, said, end)
        case "roman":
            return Mark("roman", roman(said), said, end) if roman(said) else None
        case "capital":
            return Mark("capital", ord(said) - 64 if said != "Đ" else 4, said, end)
        case "dotted":
            return Mark(f"dotted{said.count('.')}", int(said.rsplit(".", 1)[1]), said, end)
        case "number" | "closed" | "bracket":
            return Mark(style, int(said), said, end)
        case "letter" | "stop" | "inner":
            return (
                Mark("inner" if style == "inner" else "letter", _letter(said), said, end)
                if _letter(said)
                else None
            )
        case "lettered":
            return Mark("lettered", int(said.lstrip(ALPHABET + ".")), said, end)
    return Mark(_BULLETS.get(said, "dot"), 0, said, end)


def roman(said: str) -> int:
    """Give the value of a Roman numeral; 0 if it is none that is properly written."""
    total, before = 0, 0
    for value in (_ROMAN[letter] for letter in reversed(said)):
        total += value if value >= before else -value
        before = max(before, value)
    return total if re.fullmatch(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", said) else 0


def _letter(said: str) -> int:
    at = [ALPHABET.find(letter) + 1 for letter in said]
    if len(said) == 1:
        return at[0]
    return len(ALPHABET) + at[0] if said[0] == said[1] else 0  # aa) follows y)


def _value(said: str) -> int:
    last = said.lower().split()[-1] if said else ""
    if last.isdigit():
        return int(last)
    return _ORDINALS.get(last, 0) or (roman(said) if said and set(said) <= set(_ROMAN) else 0)
