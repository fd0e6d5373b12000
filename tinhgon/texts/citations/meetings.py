"""Resolutions told by the meeting that passed them: Nghị quyết Trung ương 4 (khóa XII), of a congress."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.citations.kinds import kind_of
from tinhgon.texts.citations.mentions import Mention
from tinhgon.texts.values import Span

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
    r"(?:lần thứ )?[IVX]{1,5}(?P<years> \(nhiệm kỳ [\d\s–-]{4,13}\))? (?:của )?Đảng bộ "
    r"(?:tỉnh|thành phố)(?:(?-i: [A-ZĐÂÔ])\w+){0,4}"
    r"|Đảng bộ [^;.()]{2,60}? lần thứ [IVX]{1,5}\b"
    r"|(?:toàn quốc )?(?:Đảng )?(?:lần thứ )?[IVX]{1,5}\b(?: của Đảng)?)",
    re.IGNORECASE,
)
NUMERAL = re.compile(r"[IVX]+")


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
        title = found.group().replace(found["years"] or "", "", 1)
        yield Mention(Span(*found.span()), "NQ", title=title, told=True)
