"""Documents that are cited by number, with what is said around the number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tinhgon.texts.citations.elliptic import left_out
from tinhgon.texts.citations.issuers import issuer_at
from tinhgon.texts.citations.kinds import settled, words
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.citations.tails import read_tail
from tinhgon.texts.numbers import find, is_issuer
from tinhgon.texts.values import Number, Span

WINDOW = 120
ABBREVIATED = re.compile(r"(?<![\w/\-])(?:NQ|QĐ|NĐ|TT|CT|KL|CV|KH|HD|TB)(?: số:?)? $")
CHAIN = re.compile(r"(?:\)?(?:,|;| và| hoặc| cùng|, và|; và)) ?(?:các )?(?:[Ss]ố ?:? ?)?")
HEADING = re.compile(r"Số ?:? ?$|SỐ ?:? ?$")
PROPOSER = re.compile(r"đề nghị của ([^;.()]{3,100}?),? tại (?:các )?$")
AFTER_TITLE = re.compile(r" ?[,(]? ?(?:(?:Luật|LUẬT) )?(?:[Ss]ố|SỐ)? ?:? ?")


def numbered(text: str, titles: Iterable[tuple[Span, str]]) -> list[Mention]:
    """Give the mentions of documents with a number; a title before the number belongs to it."""
    named = {span.end: (span, title) for span, title in titles}
    found = list[Mention]()
    chains = list[bool]()
    for span, number in find(text):
        before = found[-1] if found else None
        announced = _announced(text, span, number, named)
        mention = announced or _bare(span, number, text)
        chained = not announced and before is not None and _chained(text, before, span)
        if chained and before:
            mention.type, mention.told = settled("", number.type) or before.type, before.told
        shorter = [] if announced or chained else left_out(text, span, number)
        if shorter:
            mention.type, mention.told = shorter[0].type, True
        mention.span = Span(mention.span.start, read_tail(text, span.end, mention))
        found += [*shorter, mention]
        chains += [False, *[True] * len(shorter)] if shorter else [chained]
    _share(found, chains)
    return found


def _chained(text: str, before: Mention, span: Span) -> bool:
    return span.start - before.span.end < 20 and bool(CHAIN.fullmatch(text, before.span.end, span.start))


def _announced(text: str, span: Span, number: Number, named: dict[int, tuple[Span, str]]) -> Mention | None:
    """Read what stands before a number: the word of its kind, or the title of a law."""
    window = max(span.start - WINDOW, 0)
    before = text[window : span.start]
    for end in range(span.start, max(span.start - 14, -1), -1):
        if end in named and AFTER_TITLE.fullmatch(text, end, span.start) and number.system == "law":
            place, title = named[end]
            return Mention(Span(place.start, span.end), _titled(title), number, title=title, told=True)
    if word := _before().search(before):
        mention = Mention(
            Span(window + word.start(), span.end), settled(word[1], number.type), number, told=True
        )
        said = window + max(word.start(2), word.start(3))
        issuer = issuer_at(text, said) if said > window else None
        mention.issuer = issuer.name if issuer else _proposer(text, mention.span.start)
        return mention
    if short := ABBREVIATED.search(before):
        return Mention(Span(window + short.start(), span.end), settled("", number.type), number, told=True)
    return None


def _titled(title: str) -> str:
    return "PL" if title.lower().startswith("pháp") else "L"


def _bare(span: Span, number: Number, text: str) -> Mention:
    """Read a number without the word of its kind: a whole one is believed, but not on a line “Số: …”."""
    whole = bool(number.type or number.system == "law") and is_issuer(re.split(r"[-/]", number.body)[0])
    heading = HEADING.search(text, max(span.start - 6, 0), span.start)
    return Mention(
        span, number.type or ("" if number.system == "law" else "CV"), number, told=whole and not heading
    )


@cache
def _before() -> re.Pattern[str]:
    # “Báo cáo thẩm tra số”, “Nghị quyết của Quốc hội số”, “Kết luận liên ngành tư pháp Trung ương số”
    between = r"(?: của ([^;,.()]{3,70}?)| (liên ngành (?!số)[^;,.()]{3,40}?)| [^\W\d_]{2,6} [^\W\d_]{2,6})?"
    return re.compile(
        rf"(?<!\w)(?<!pháp )(?<!kỷ )({words()}){between},? ?(?:mang )?(?:số)? ?:? ?$", re.IGNORECASE
    )


def _proposer(text: str, at: int) -> str:
    """Read “Theo đề nghị của Sở Nội vụ tại Tờ trình số …”: who proposes wrote the submission."""
    found = PROPOSER.search(text, max(at - 130, 0), at)
    issuer = issuer_at(text, found.start(1)) if found else None
    return issuer.name if issuer else ""


def _share(found: list[Mention], chains: list[bool]) -> None:
    """Give the day and the issuer at the end of a list to its members that have none."""
    for place in range(len(found) - 1, 0, -1):
        one, last = found[place - 1], found[place]
        if not chains[place] or one.day or one.year:
            continue
        one.day, one.year = last.day, last.year
        if one.number and last.number and one.number.body == last.number.body:
            one.issuer, one.term = one.issuer or last.issuer, one.term or last.term
