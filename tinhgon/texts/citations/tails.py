"""What follows a document's number or title: its day, its issuer, the term of its issuer."""

from __future__ import annotations

import re

from tinhgon.texts.citations.days import day_at
from tinhgon.texts.citations.issuers import OPEN, TERM, issuer_at
from tinhgon.texts.citations.mentions import Mention

GLUE = re.compile(r"(?:\[\d{1,3}\]|\*)?[ ,]{0,2}(\(?) ?")
EVENT = re.compile(r" ([^\W\d_])")
ISSUED = re.compile(
    r"(?<!\w)[Nn]gày (?P<day>\d[^,;.\n]{5,26}?),? (?P<who>[A-ZĐỦ][^,;.\n]{3,70}?)"
    r" (?:đã |vừa )?(?:ký )?(?:ban hành|ra|có) $"
)
FOOT = re.compile(r" ?\[\d{1,3}\]")


def read_tail(text: str, at: int, mention: Mention) -> int:
    """Read on from a place, filling the mention; give where its words end."""
    for _ in range(5):
        end = _day(text, at, mention) or _issuer(text, at, mention) or _term(text, at, mention)
        if not end:
            break
        at = end
    return at


def read_event(text: str, mention: Mention) -> None:
    """Read “Ngày 21/4/2025, Thủ tướng Chính phủ đã ban hành Chỉ thị số …”: day and issuer stand before."""
    start = mention.span.start
    found = ISSUED.search(text, max(start - 140, 0), start)
    if not found or mention.day:
        return
    told = day_at(text, found.start("day"))
    named = issuer_at(text, found.start("who"))
    if told and told.day and named and named.end >= found.end("who"):
        mention.day, mention.issuer = told.day, mention.issuer or named.name


def _day(text: str, at: int, mention: Mention) -> int:
    glue = GLUE.match(text, at)
    if mention.day or not glue:
        return 0
    told = day_at(text, glue.end())
    if not told or (told.bare and not glue[1]) or (mention.year and not told.day):
        return 0
    event = EVENT.match(text, told.end)
    if "," in glue.group() and event and event[1].isupper():
        return 0  # “…, ngày 15/3/2025 Ủy ban nhân dân ban hành”: the day of what follows
    mention.day, mention.year = told.day, told.year
    return told.end + (glue[1] == "(" and text[told.end : told.end + 1] == ")")


def _issuer(text: str, at: int, mention: Mention) -> int:
    opened = OPEN.match(text, at)
    if mention.issuer or not opened:
        return 0
    if not (named := issuer_at(text, opened.end())):
        return 0
    mention.issuer = named.name
    return named.end


def _term(text: str, at: int, mention: Mention) -> int:
    found = TERM.match(text, at)
    if mention.term or not found:
        return 0
    mention.term = found["term"]
    return found.end()
