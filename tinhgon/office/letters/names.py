"""How a body's long name is broken over lines in a document's head."""

from __future__ import annotations

import re

from tinhgon.office.letters.widths import ems

PLACE = re.compile(r" (?=(?:THÀNH PHỐ|TỈNH|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN) )")


def name_lines(name: str, room: float) -> list[str]:
    """Break a name where it says; one too wide (ems) for a line before its place, or else evenly."""
    return [line for part in name.upper().splitlines() for line in _fitting(part, room)]


def _fitting(name: str, room: float) -> list[str]:
    if ems(name) <= room:
        return [name]
    cut = next(iter(reversed(list(PLACE.finditer(name)))), None)
    if cut and ems(name[cut.end() :]) <= room:
        return [*_fitting(name[: cut.start()], room), name[cut.end() :]]
    return even_lines(name.split(), room)


def even_lines(words: list[str], room: float) -> list[str]:
    """Fill as few lines of a room (ems) as there must be, evenly; a word too wide keeps a line of its own."""
    few = _filled(words, room)
    step = room / 40
    while len(tighter := _filled(words, room - step)) == len(few) and room > step:
        few, room = tighter, room - step
    return few


def _filled(words: list[str], room: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and ems(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
