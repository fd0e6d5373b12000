"""Tells a mention of the document itself from one of another document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.citations.comparing import folded, numbered_name
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.clean import Clean
from tinhgon.texts.values import Head, Number

ATTACHED = re.compile(r"^\W*(?:Ban hành )?kèm theo ", re.IGNORECASE)
TITLE = re.compile(r"(?:LUẬT|BỘ LUẬT|PHÁP LỆNH|ĐIỀU LỆ|HIẾN PHÁP)(?![a-zđ])[^a-zđ]*")
ISSUES = re.compile(r"ban hành (?:kèm theo [^;.,]{3,20} này |kèm theo )?$", re.IGNORECASE)
TOP = 25  # paragraphs in which the title of a document stands


def others(mentions: list[Mention], clean: Clean, head: Head) -> Iterator[Mention]:
    """Give the mentions of other documents."""
    titles = _titles(clean, head)
    for mention in mentions:
        if mention.number:
            itself = _own_number(mention.number, mention, clean, head)
        else:
            itself = bool(mention.title) and (_named(mention, titles) or _issued(mention, clean, head))
        if not itself:
            yield mention


def _own_number(number: Number, mention: Mention, clean: Clean, head: Head) -> bool:
    if head.number:
        same = numbered_name(number) == numbered_name(head.number)
        return same and (not mention.day or not head.day or mention.day == head.day)
    # A decree printed without its number still bears it where its annex begins: “(Kèm theo Nghị định số …)”.
    paragraph = clean.paragraph_at(mention.span.start)
    before = clean.text[paragraph.start : mention.span.start]
    return bool(head.type) and head.type == mention.type and bool(ATTACHED.match(before)) and len(before) < 30


def _named(mention: Mention, titles: frozenset[str]) -> bool:
    return not mention.said and not mention.day and folded(mention.title).replace(" ", "") in titles


def _issued(mention: Mention, clean: Clean, head: Head) -> bool:
    """Tell rules that this very document issues: “Ban hành kèm theo Quyết định này Quy chế …”."""
    if mention.type != "QC":
        return False
    before = clean.text[max(mention.span.start - 60, 0) : mention.span.start]
    return folded(mention.title) in folded(head.abstract) or bool(ISSUES.search(before))


def _titles(clean: Clean, head: Head) -> frozenset[str]:
    """Give what the document calls itself, in small letters without blanks."""
    own = {folded(f"{head.type_name} {head.abstract}")} if head.type_name else set()
    lines = [clean.text[one.start : one.end].strip(" -:.*") for one in clean.paragraphs[:TOP]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if TITLE.fullmatch(line):
            own |= {folded(line), folded(f"{line} {following}")}
    return frozenset(name.replace(" ", "") for name in own)
