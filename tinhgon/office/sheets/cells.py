"""What a cell holds, and where it stands."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TypeAlias


class CellError(str):
    """The value of a formula that failed: #N/A, #REF!, …"""

    __slots__ = ()


Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta


def letters(place: int) -> str:
    """Name a column, counted from 0, as a spreadsheet does: A, …, Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def place_of(name: str) -> int:
    """Give the place, counted from 0, of a column named A, …, Z, AA."""
    place = 0
    for letter in name.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def is_blank(cell: Cell) -> bool:
    """Tell whether a reader would see nothing in it."""
    return cell == "" or (isinstance(cell, str) and cell.isspace())


def shown(cell: Cell) -> str:
    """Write a cell's value as a Vietnamese spreadsheet shows it."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return f"{cell:.15g}".replace(".", ",")
        case datetime() if cell.time() != time():
            return f"{cell:%d/%m/%Y %H:%M:%S}"
        case date():
            return f"{cell:%d/%m/%Y}"
    return str(cell)
