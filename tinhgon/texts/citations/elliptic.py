"""Numbers told by their digits alone, for the last of the row tells the rest: Nghị quyết số 18, 19-NQ/TW."""

from __future__ import annotations

import re
from functools import cache

from tinhgon.texts.citations.kinds import settled, words
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.numbers import read
from tinhgon.texts.values import Number, Span

WINDOW = 60
DIGITS = re.compile(r"\d+")


def left_out(text: str, span: Span, number: Number) -> list[Mention]:
    """Give the documents before a number that share its symbol, and what follows it."""
    window = max(span.start - WINDOW, 0)
    row = _row().search(text[window : span.start])
    if not row:
        return []
    found = list[Mention]()
    for digits in DIGITS.finditer(row.string, row.start(2), row.end(2)):
        start = digits.start() if found else row.start()
        made = read(digits.group() + number.written[len(number.digits) :])
        place = Span(window + start, window + digits.end())
        found.append(Mention(place, settled(row[1], number.type), made, told=True))
    return found


@cache
def _row() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({words()}) (?:số )?((?:\d{{1,4}}(?:, ?| và |; ?)(?:số )?)+)$", re.IGNORECASE)
