"""Documents that are cited without a number: by title, by meeting, or by a short form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tinhgon.texts.citations.issuers import TERM, issuer_at
from tinhgon.texts.citations.kinds import kind_of
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.citations.tails import read_tail
from tinhgon.texts.citations.titles import RULES
from tinhgon.texts.values import Span

_OTHER = r"[\w/,.\-–]*\d|[/\-–]|[^\W\d_]| ?%| (?:ngày|tháng|năm|lần|người|giờ)(?! \d)"
DIGITS = re.compile(rf"(?:(?<=[^\W\d_]) (?:số|SỐ)|(?<=[^\W\d_])) (\d{{1,4}})(?!{_OTHER})")
LAST = re.compile(r"(?:(?<!\w)[^\W\d_]+ ){0,2}(?<!\w)[^\W\d_]+$")
PARTY = frozenset({"NQ", "CT", "KL", "QyĐ"})
ATTACHED = re.compile(r"[^;.]{0,60}? kèm theo ")
LIST = re.compile(r",? (?:và )?|,? và ")
AMENDED = re.compile(r"\d{4}/(?:QH|UBTVQH)\d+[^;.]{0,60}? sửa đổi(?:, bổ sung)?[^;.,]{0,30}? của (?:các )?$")
YEAR = re.compile(r" ((?:19|20)\d\d)(?![\d/\-–])")
_TENS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_TEENS = ("mười một", "mười hai", "mười ba", "mười bốn", "mười lăm")
ORDINAL = {word: rank for rank, word in enumerate((*_TENS, *_TEENS), 1)} | {"bốn": 4}
ONE = rf"(?:\d{{1,2}}|{'|'.join(sorted(ORDINAL, key=len, reverse=True))})"
MEETINGS = re.compile(ONE)
ROW = r"(?:(?:, ?| và |; ?)(?:lần thứ )?"
MEETING = re.compile(
    r"(?<!\w)(Nghị quyết|Kết luận|nghị quyết|kết luận)(?: của)?(?:(?: Hội nghị)? "
    r"(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?(?: lần thứ)? ?| Hội nghị lần thứ )"
    rf"(?P<row>{ONE}{ROW}{ONE})*)(?![\w/-])(?: của Đảng)?"
    r"(?:,?(?: của)? Ban [Cc]hấp hành Trung ương(?: Đảng)?)?"
    r"(?:,? |,? ?(?P<in>\())(?:khóa|khoá|Khóa|Khoá) "
    r"(?P<terms>[IVX]+(?:(?:, | và )(?:khóa |khoá )?[IVX]+)*)\b(?(in)\))"
)
CONGRESS = re.compile(
    r"(?<!\w)Nghị quyết Đại hội (?:đại biểu )?(?:"
    r"(?:lần thứ )?[IVX]{1,5} (?:của )?Đảng bộ (?:tỉnh|thành phố)(?: [^\W\d_a-zđ]\w+){0,4}"
    r"|Đảng bộ [^;.()]{2,60}? lần thứ [IVX]{1,5}\b"
    r"|(?:toàn quốc )?(?:Đảng )?(?:lần thứ )?[IVX]{1,5}\b(?: của Đảng)?)",
    re.IGNORECASE,
)
ALSO = re.compile(r"(?:,| và) (?=Bộ Chính|Ban |Ủy ban|Thường)")
NUMERAL = re.compile(r"[IVX]+")


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
        if ATTACHED.match(text, end):
            continue  # the decision with which they were issued follows, and is what is cited
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


def by_meeting(text: str) -> Iterator[Mention]:
    """Give one mention for each meeting and term in “Nghị quyết Trung ương 4, 5 (khóa XII, XIII)”."""
    for found in MEETING.finditer(text):
        places = [*MEETINGS.finditer(text, found.start("row"), found.end("row"))]
        for rank, place in enumerate(places):
            start = found.start() if rank == 0 else place.start()
            end = found.end() if rank == len(places) - 1 else place.end()
            for term in NUMERAL.findall(found["terms"]):
                meeting = ORDINAL.get(place.group(), place.group())
                title = f"{found[1].capitalize()} Trung ương {meeting} (khóa {term})"
                yield Mention(
                    Span(start, end),
                    kind_of(found[1]),
                    issuer="Ban Chấp hành Trung ương",
                    title=title,
                    term=term,
                    told=True,
                )
    for found in CONGRESS.finditer(text):
        yield Mention(Span(*found.span()), "NQ", title=found.group(), told=True)


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
