"""Days in the writings of documents: “ngày 15 tháng 8 năm 2024”, “15/8/2024”, “15-8-2024”."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

DAY = re.compile(
    r"(?:ngày ?)?(\d{1,2})(?: ?tháng ?(\d{1,2}) ?,?năm ?| ?([/.\-\u2013]) ?(\d{1,2}) ?\3 ?)"
    r"((?:19|20)\d\d)(?!\d)"
    r"|năm ((?:19|20)\d\d)(?![\d\-/])",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What is told of a document's time: its day, or only its year; and where the words end."""

    day: date | None
    year: int | None
    end: int
    bare: bool  # without the word “ngày”


def day_at(text: str, at: int) -> Told | None:
    """Read the day or year that begins at a place; a day that there is not is none."""
    if not (found := DAY.match(text, at)):
        return None
    if found[6]:
        return Told(None, int(found[6]), found.end(), bare=False)
    year = int(found[5])
    bare = found.group()[0].isdigit()
    try:
        return Told(date(year, int(found[2] or found[4]), int(found[1])), year, found.end(), bare)
    except ValueError:
        return Told(None, year, found.end(), bare)
