"""What stands before a number: the word of its kind, the title of a law, sometimes the issuer."""

from __future__ import annotations

import re
from functools import cache

from tinhgon.texts.citations.issuers import issuer_at
from tinhgon.texts.citations.kinds import settled, words
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.numbers import is_issuer
from tinhgon.texts.values import Number, Span

WINDOW = 120
ABBREVIATED = re.compile(r"(?<![\w/\-])(?:NQ|QĐ|NĐ|TT|CT|KL|CV|KH|HD|TB)(?: số:?)? $")
HEADING = re.compile(r"Số ?:? ?$|SỐ ?:? ?$")
PROPOSER = re.compile(r"đề nghị của ([^;.()]{3,100}?),? tại (?:các )?$")
AFTER_TITLE = re.compile(r" ?[,(]? ?(?:(?:Luật|LUẬT) )?(?:[Ss]ố|SỐ)? ?:? ?")


def announced(text: str, span: Span, number: Number, named: dict[int, tuple[Span, str]]) -> Mention | None:
    """Read a number together with the words that announce it; `named`: titles by where they end."""
    if number.system == "law" and (titled := _after_title(text, span, number, named)):
        return titled
    window = max(span.start - WINDOW, 0)
    before = text[window : span.start]
    if word := _word().search(before):
        start = window + word.start()
        return _made(number, word[1], Span(start, span.end), _proposer(text, start))
    if word := _last(before):
        issuer = issuer_at(text, window + word.start("of")) if word["of"] else None
        return _made(number, word[1], Span(window + word.start(), span.end), issuer.name if issuer else "")
    if short := ABBREVIATED.search(before):
        return _made(number, "", Span(window + short.start(), span.end), "")
    return None


def _last(before: str) -> re.Match[str] | None:
    """Find the nearest word of a kind before the number."""
    found = word = _words().search(before)
    while word:
        found, word = word, _words().search(before, word.start() + 1)
    return found


def bare(span: Span, number: Number, text: str) -> Mention:
    """Read a number without the word of its kind: a whole one is believed, but not on a line “Số: …”."""
    whole = bool(number.type or number.system == "law") and is_issuer(re.split(r"[-/]", number.body)[0])
    heading = HEADING.search(text, max(span.start - 6, 0), span.start)
    kind = number.type or ("" if number.system == "law" else "CV")
    return Mention(span, kind, number, told=whole and not heading)


def _made(number: Number, word: str, span: Span, issuer: str) -> Mention:
    return Mention(span, settled(word, number.type), number, issuer=issuer, told=True)


def _after_title(text: str, span: Span, number: Number, named: dict[int, tuple[Span, str]]) -> Mention | None:
    for end in range(span.start, max(span.start - 14, -1), -1):
        if end in named and AFTER_TITLE.fullmatch(text, end, span.start):
            place, title = named[end]
            kind = "PL" if title.lower().startswith("pháp") else "L"
            return Mention(Span(place.start, span.end), kind, number, title=title, told=True)
    return None


def _proposer(text: str, at: int) -> str:
    """Read “Theo đề nghị của Sở Nội vụ tại Tờ trình số …”: who proposes wrote the submission."""
    found = PROPOSER.search(text, max(at - 130, 0), at)
    issuer = issuer_at(text, found.start(1)) if found else None
    return issuer.name if issuer else ""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"{_start()},? ?(?:mang )?(?:số)? ?:? ?$", re.IGNORECASE)


@cache
def _words() -> re.Pattern[str]:
    """“Báo cáo thẩm tra số”, “Nghị quyết của Quốc hội số”, “Kết luận liên ngành tư pháp Trung ương số”."""
    between = (
        r"(?: (?:của )?(?P<of>(?:(?<=của )|liên ngành (?!số))[^;:,.()\n]{3,70}?)"
        r"| [^\W\d_]{2,6} [^\W\d_]{2,6})"
    )
    return re.compile(rf"{_start()}{between},? ?(?:mang )?số ?:? ?$", re.IGNORECASE)


def _start() -> str:
    return rf"(?<!\w)(?<!pháp )(?<!kỷ )({words()})"
