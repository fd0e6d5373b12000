"""Laws, charters and standing rules that are cited by name, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tinhgon.texts.citations.issuers import TERM, issuer_at
from tinhgon.texts.citations.kinds import kind_of
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.citations.tails import read_tail
from tinhgon.texts.citations.titles import RULES
from tinhgon.texts.values import Span

ATTACHED = re.compile(r"[^;.]{0,60}? kèm theo ")
ABOUT = re.compile(
    r"(?:Quyết định|Nghị định|Nghị quyết) số [^;.]{4,160} (?:về|ban hành)(?: việc)?(?: ban hành)? $"
)
LIST = re.compile(r",? (?:và )?|,? và ")
AMENDED = re.compile(r"\d{4}/(?:QH|UBTVQH)\d+[^;.]{0,60}? sửa đổi(?:, bổ sung)?[^;.,]{0,30}? của (?:các )?$")
YEAR = re.compile(r" ((?:19|20)\d\d)(?![\d/\-–])")
ALSO = re.compile(r"(?:,| và) (?=Bộ Chính|Ban |Ủy ban|Thường)")


def by_title(text: str, titles: Iterable[tuple[Span, str]], taken: Iterable[Span]) -> Iterator[Mention]:
    """Give laws and charters that stand without a number."""
    held = {span.start for span in taken}
    before: Mention | None = None
    for span, title in titles:
        if span.start in held or text[: span.start].endswith(("học ", "Khoa ", "khoa ", "ngành ", "Hội ")):
            continue
        kind = kind_of(" ".join(title.split(" ")[:2])) or kind_of(title.split(" ")[0])
        mention = Mention(span, kind, title=title, told=True)
        end = read_tail(text, span.end, mention) if mention.type != "ĐL" else span.end
        if mention.type in {"L", "PL", "HP"} and not mention.said and (year := YEAR.match(text, end)):
            mention.year, end = int(year[1]), year.end()
        mention.span = Span(span.start, end)
        mention.told = not _amended(text, mention, before)
        before = mention
        yield mention


def _amended(text: str, mention: Mention, before: Mention | None) -> bool:
    """Tell a law that only another law's title names: “Luật số … sửa đổi một số điều của Luật A, Luật B”."""
    if before and not before.told and LIST.fullmatch(text, before.span.end, mention.span.start):
        return True
    return bool(AMENDED.search(text, max(mention.span.start - 160, 0), mention.span.start))


def by_rules(text: str) -> Iterator[Mention]:
    """Give the standing rules of bodies: Quy chế làm việc của …"""
    for found in RULES.finditer(text):
        end = _bodies_end(text, found.end()) if found.group().endswith("của ") else found.end()
        term = TERM.match(text, end)
        end = term.end() if term else end
        title = text[found.start() : end]
        mention = Mention(
            Span(found.start(), end), "QC", title=title, term=term["term"] if term else "", told=True
        )
        if ATTACHED.match(text, end) or ABOUT.search(text, max(found.start() - 200, 0), found.start()):
            continue  # what is cited is the decision with which they were issued, behind them or before
        mention.span = Span(found.start(), read_tail(text, end, mention))
        yield mention


def _bodies_end(text: str, at: int) -> int:
    while issuer := issuer_at(text, at):
        at = issuer.end
        joined = ALSO.match(text, at)
        if not joined:
            break
        at = joined.end()
    return at
