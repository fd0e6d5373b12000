"""Place and day of a document."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tinhgon.texts.head.zone import DATE, Zone
from tinhgon.texts.values import Span

_PLACE = re.compile(r"((?:[^\W\d_][\w’'.-]*|[-–])(?:[ ](?:[^\W\d_][\w’'.-]*|[-–])){0,6})\s*,?\s*$")
_BORDER = re.compile(r"[\n|_*]|-{2,}")
_PASSED = re.compile(r"thông qua\s+(?:tại [^.;\n]{0,80})?" + DATE.pattern, re.IGNORECASE)


class Dated(NamedTuple):
    """`fault`: a day that there is not, as written."""

    place: str
    day: date | None
    fault: str = ""
    place_at: Span | None = None
    day_at: Span | None = None


def dated(zone: Zone) -> Dated:
    """Read place and day from the head."""
    found = zone.dated
    if found is None:
        return Dated("", None)
    line = zone.clean.paragraph_at(found.start())
    start = (
        max(line.start, zone.number[1].end if zone.number else 0) if _same_line(zone, found) else line.start
    )
    name, at = _place(zone.text, start, found.start())
    day, fault = day_of(found)
    return Dated(name, day, fault, at, Span(*found.span()) if day or fault else None)


def passed(zone: Zone) -> tuple[date, Span] | None:
    """Find the day on which a law or a resolution says, at its end, that it was passed."""
    last = None
    for found in _PASSED.finditer(zone.text):
        day, _ = day_of(found)
        last = (day, Span(*found.span())) if day else last
    return last


def day_of(found: re.Match[str]) -> tuple[date | None, str]:
    """Make a day of what was found; a day that there is not comes back as it is written."""
    numbers = [
        found[name] or found[short] or "" for name, short in (("year", "y"), ("month", "m"), ("day", "d"))
    ]
    if not all(number.strip().isdigit() for number in numbers):
        return None, ""
    try:
        return date(*map(int, numbers)), ""
    except ValueError:
        return None, " ".join(found.group().split())


def _same_line(zone: Zone, found: re.Match[str]) -> bool:
    return zone.number is not None and zone.number[1].end <= found.start()


def _place(text: str, start: int, end: int) -> tuple[str, Span | None]:
    """Take the words before the day that do not stand in capitals, back to a border."""
    begin = max((border.end() for border in _BORDER.finditer(text, start, end)), default=start)
    found = _PLACE.search(text, begin, end)
    if not found:
        return "", None
    words = found[1].split(" ")
    while words and (_loud(words[0]) or words[0][:1] in "-–" or not words[0][:1].isupper()):
        del words[0]
    last = max((n for n, word in enumerate(words) if _loud(word) or word.lower() == "phúc"), default=-1)
    name = " ".join(words[last + 1 :]).strip(" -–")
    if not name or "phúc" in name.lower():
        return "", None
    at = text.rindex(name, start, end)
    return name, Span(at, at + len(name))


def _loud(word: str) -> bool:
    return word.isupper() and len(word) > 1 and word.rstrip(".") not in {"TP", "P", "Q"}
