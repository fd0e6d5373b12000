"""The words of a document's head: number, place and day; dots where a draft has none yet."""

from __future__ import annotations

from datetime import date

from tinhgon.office.letters.letter import Letter

BLANK = "……"


def number_of(letter: Letter) -> str:
    """Give number and symbol: 05/QĐ-UBND in a state document, 05-QĐ/TU in one of the Party."""
    number = f"{int(letter.number):02}" if letter.number.isdecimal() else letter.number or BLANK
    between = "/" if letter.layout == "state" else "-"
    return f"{number}{between}{letter.symbol}" if letter.symbol else number


def number_line(letter: Letter) -> str:
    """Give the line of the number: with a colon in a state document, without one in one of the Party."""
    return f"Số: {number_of(letter)}" if letter.layout == "state" else f"Số {number_of(letter)}"


def day_of(day: date | None) -> str:
    """Write a day; days below 10 and the months 1 and 2 have a 0 before them."""
    if day is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    month = f"{day.month:02}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def place_line(letter: Letter) -> str:
    """Give the line of place and day."""
    return f"{letter.place or BLANK}, {day_of(letter.day)}"


def annex_note(letter: Letter) -> str:
    """Say which document an annex belongs to."""
    kind = letter.type_name.capitalize() or "Công văn"
    by = letter.competence or letter.issuer
    return f"(Kèm theo {kind} số {number_of(letter)} {day_of(letter.day)} của {by})"
