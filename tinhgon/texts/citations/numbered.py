"""Documents that are cited by number, alone or in lists, with what is said around the number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tinhgon.texts.citations.announcing import announced, bare
from tinhgon.texts.citations.elliptic import left_out
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.citations.tails import read_event, read_tail
from tinhgon.texts.numbers import find
from tinhgon.texts.values import Span

CHAIN = re.compile(r"(?:\)?(?:,|;| và| hoặc| cùng|, và|; và)) ?(?:các )?(?:[Ss]ố ?:? ?)?")


def numbered(text: str, titles: Iterable[tuple[Span, str]]) -> list[Mention]:
    """Give the mentions of documents with a number; a title before the number belongs to it."""
    named = {span.end: (span, title) for span, title in titles}
    found = list[Mention]()
    chains = list[bool]()
    lead = ""  # the issuer told before the first of a list
    for span, number in find(text):
        before = found[-1] if found else None
        mention = announced(text, span, number, named)
        chained = not mention and before is not None and _chained(text, before, span)
        shorter = [] if mention or chained else left_out(text, span, number)
        lead = lead if chained else mention.issuer if mention else ""
        mention = mention or bare(span, number, text)
        if chained and before:
            mention.type, mention.told, mention.issuer = number.type or before.type, before.told, lead
        if shorter:
            mention.type, mention.told = shorter[0].type, True
        mention.span = Span(mention.span.start, read_tail(text, span.end, mention))
        read_event(text, mention)
        found += [*shorter, mention]
        chains += [False, *[True] * len(shorter)] if shorter else [chained]
    _share(found, chains)
    return found


def _chained(text: str, before: Mention, span: Span) -> bool:
    return span.start - before.span.end < 20 and bool(CHAIN.fullmatch(text, before.span.end, span.start))


def _share(found: list[Mention], chains: list[bool]) -> None:
    """Give the day and the issuer at the end of a list to its members that have none."""
    for place in range(len(found) - 1, 0, -1):
        one, last = found[place - 1], found[place]
        if not chains[place] or one.day or one.year:
            continue
        if not one.number or one.number.year in {None, last.said}:
            one.day, one.year, one.lent = last.day, last.year, True
        if one.number and last.number and one.number.body == last.number.body:
            one.issuer, one.term = one.issuer or last.issuer, one.term or last.term
