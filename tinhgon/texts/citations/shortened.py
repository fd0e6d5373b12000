"""Short forms without a symbol: Nghị quyết 18, Chỉ thị số 27."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.citations.kinds import kind_of
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.citations.tails import read_tail
from tinhgon.texts.values import Span

_OTHER = r"[\w/,.\-–]*\d|[/\-–]|[^\W\d_]| ?%| (?:ngày|tháng|năm|lần|người|giờ)(?! \d)"
DIGITS = re.compile(rf"(?:(?<=[^\W\d_]) (?:số|SỐ)|(?<=[^\W\d_])) (\d{{1,4}})(?!{_OTHER})")
LAST = re.compile(r"(?:(?<!\w)[^\W\d_]+ ){0,2}(?<!\w)[^\W\d_]+$")
PARTY = frozenset({"NQ", "CT", "KL", "QyĐ"})


def by_short_form(text: str) -> Iterator[Mention]:
    """Give what may be a short form (Nghị quyết 18): it is one if a document of those digits was named."""
    for found in DIGITS.finditer(text):
        if not (word := announced_by(text, found.start())):
            continue
        start = found.start() - len(word)
        mention = Mention(
            Span(start, found.end()), kind_of(word), digits=found[1], title=f"{word} số {found[1]}"
        )
        mention.span = Span(start, read_tail(text, found.end(), mention))
        mention.told = bool(mention.issuer) and (" số" in text[start : found.end()] or mention.type in PARTY)
        yield mention


def announced_by(text: str, at: int) -> str:
    """Give the words before a place if they name a kind of document."""
    said = LAST.search(text, max(at - 24, 0), at)
    syllables = said.group().split(" ") if said else []
    for count in (3, 2, 1):
        word = " ".join(syllables[-count:])
        if len(syllables) >= count and kind_of(word):
            return word
    return ""
