"""The proper form of a name: abbreviations written out, modern tone marks, capitals where they belong."""

from __future__ import annotations

import re

from tinhgon.texts.bodies.lexicon import Entry
from tinhgon.texts.bodies.words import Words
from tinhgon.texts.marks import modern

SHORT = (
    (re.compile(r"\bUBND\b"), "Ủy ban nhân dân"),
    (re.compile(r"\bHĐND\b"), "Hội đồng nhân dân"),
    (re.compile(r"\bMTTQ(?:VN\b| Việt Nam\b)"), "Mặt trận Tổ quốc Việt Nam"),
    (re.compile(r"\bMTTQ\b"), "Mặt trận Tổ quốc"),
    (re.compile(r"\bTP\b\.?(?=\s|$)"), "thành phố"),
    (re.compile(r"\bTW\b"), "Trung ương"),
)
SPACED = re.compile(r"\s+([,;:.)])")
PLACE = re.compile(r"\b(thành phố|tỉnh|huyện|quận|xã|phường|thị trấn|đặc khu) ([^,;]+)")
POLITE = re.compile(r"^(?:các )?(?:đồng chí|ông \(bà\)|ông, bà|ông bà)\s*:? ", re.IGNORECASE)


def named(words: Words, start: int, head: int, entry: Entry, end: int) -> str:
    """Name what stands from word `start` to `end`, whose head is `entry` at word `head`."""
    head_end = head + len(entry.words)
    rest = words.said(head_end, end)
    loud = rest.isupper() and len(rest) > 4
    if loud:
        rest = PLACE.sub(lambda found: f"{found[1]} {found[2].title()}", rest.lower())
    between = "" if rest[:1] in {"", ",", ";"} else " "
    whole = f"{words.said(start, head).lower()} {entry.name}{between}{rest}".strip()
    return proper(whole)


def proper(name: str) -> str:
    """Write a name out in modern marks, without “đồng chí”."""
    for pattern, meant in SHORT:
        name = pattern.sub(meant, name)
    return POLITE.sub("", SPACED.sub(r"\1", modern(" ".join(name.split()))))
