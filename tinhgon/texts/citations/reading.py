"""Reads which other documents a text names, and which of the places mean one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tinhgon.texts.citations.aliases import by_alias
from tinhgon.texts.citations.meetings import by_meeting
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.citations.named import by_rules, by_title
from tinhgon.texts.citations.numbered import numbered
from tinhgon.texts.citations.own import others
from tinhgon.texts.citations.resolving import Document, resolve
from tinhgon.texts.citations.roles import settle_roles
from tinhgon.texts.citations.shortened import by_short_form
from tinhgon.texts.citations.titles import find_titles
from tinhgon.texts.clean import Clean
from tinhgon.texts.marks import modern
from tinhgon.texts.numbers import issuer_of
from tinhgon.texts.values import Citation, Head, Span


def read_citations(clean: Clean, head: Head) -> tuple[Citation, ...]:
    """Give every place that names another document, in order; `key` tells which name the same one."""
    text = clean.text
    mentions = [*others(_mentions(text), clean, head)]
    settle_roles(mentions, clean, head)
    found = [_citation(one, document, text) for document in resolve(mentions) for one in document.mentions]
    return tuple(sorted(found, key=lambda one: (one.span, one.key)))


def _mentions(text: str) -> list[Mention]:
    titles = [*find_titles(text)]
    found = numbered(text, titles)
    spans = [one.span for one in found]
    found += by_title(text, titles, spans)
    found += _free(by_rules(text), found)
    found += by_meeting(text)
    found += _free(by_alias(text, found), found)
    found += _free(by_short_form(text), found)
    return sorted(found, key=lambda one: one.span)


def _free(more: Iterable[Mention], found: list[Mention]) -> list[Mention]:
    """Leave out what begins inside another mention."""
    spans = sorted(one.span for one in found)
    starts = [span.start for span in spans]
    return [one for one in more if not _covered(one.span.start, spans, starts)]


def _covered(place: int, spans: list[Span], starts: list[int]) -> bool:
    before = bisect_right(starts, place) - 1
    return before >= 0 and place < spans[before].end


def _citation(mention: Mention, document: Document, text: str) -> Citation:
    number = document.number
    issuer = mention.issuer or document.issuer or (issuer_of(number.body) if number else "")
    return Citation(
        mention.span,
        text[mention.span.start : mention.span.end],
        type=mention.type or document.type,
        number=number.written if number else "",
        issuer=issuer,
        day=document.day,
        title=_proper(document.title),
        term=mention.term or document.term,
        role=mention.role,
        key=document.key,
    )


def _proper(title: str) -> str:
    whole = modern(title)
    return whole.capitalize() if whole.isupper() else whole
