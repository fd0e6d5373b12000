"""Who issued a document: the words after “của”, in full and in today's spelling."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tinhgon.texts.marks import modern

OPEN = re.compile(r",? ?(?:của|CỦA|do) |,? (?=Hội nghị (?:lần thứ|Trung ương))")
MEETING = re.compile(
    r"(?:Hội nghị|hội nghị|HỘI NGHỊ) (?:(?:lần thứ|LẦN THỨ) [\w ()]{1,20}? ?(?=(?:Ban|BCH|BAN) )"
    r"|Trung ương (?:lần thứ )?[\w]+ ?(?:\(khóa [IVX]+\)|,? ?(?=khóa|\(|$)))"
)
PARTY = re.compile(r" (?:Đảng Cộng sản Việt Nam|Đảng|ĐẢNG)(?= |,|;|\.|\)|$)(?! (?:bộ|ủy))")
TOKEN = re.compile(r"[^\W\d_][\w&.]*(?<!\.)")
UNION = re.compile(
    r"(?: Trung ương)? (?:Đoàn|Hội|Tổng Liên đoàn)\b"
)  # bodies of the Youth Union, not of the Party
MINISTER = re.compile(r"(?:Bộ trưởng|BỘ TRƯỞNG)(?:,| -)? (?=Chủ nhiệm|Tổng Thanh tra|Thống đốc)")
SHORT = re.compile(r"(?<!\w)(?:UBND|HĐND|UBTVQH|UBMTTQ|MTTQ|BCH|BTV|BCĐ|TW|TƯ|TP\.?)(?!\w)")
TERM = re.compile(
    r",? (?:Đảng )?(?P<in>\()?(?:khóa|khoá|khoa|Khóa|Khoá|KHÓA|KHOÁ) (?:thứ )?"
    r"(?P<term>[IVX]{1,5})\b(?(in)\))"
)
KIND = re.compile(
    r"(?:Nghị (?:quyết|định)|Quyết định|Quy (?:định|chế)|Kết luận|Chỉ thị|Luật|Pháp lệnh|Công (?:văn|điện)"
    r"|Lệnh|Thông (?:tư|báo)|Tờ trình|Báo cáo|Kế hoạch (?:số|thực)|Chương trình số|Về|Ban hành|Hướng dẫn"
    r"|Phê duyệt|Sửa đổi|Thực hiện|Triển khai)\b"
)
# A dash goes on inside a name (Thi đua - Khen thưởng), not between two bodies.
GAP = re.compile(r" (?:[-–] (?=[^\W\d_a-zđ])(?!Sở|Bộ|Ủy|Uỷ|UBND|Ban|Phòng|Cục|Chi|Tỉnh|Thành|Đảng))?")
MOST = 14


class Issuer(NamedTuple):
    """A name and where its words end."""

    name: str
    end: int


def issuer_at(text: str, at: int) -> Issuer | None:
    """Read the name that begins at a place."""
    if meeting := MEETING.match(text, at):
        if text[meeting.end() - 1] == ")" or not re.match(r"(?:Ban|BCH|BAN) ", text[meeting.end() :]):
            return Issuer("Ban Chấp hành Trung ương", meeting.end())
        at = meeting.end()
    if closed := _closed(text, at):
        return closed
    double = MINISTER.match(text, at)
    end = _extent(text, double.end() if double else at)
    return Issuer(full(text[at:end]), end) if end > at else None


def full(words: str) -> str:
    """Spell a name out: UBND tỉnh → Ủy ban nhân dân tỉnh."""
    spelled: dict[str, str] = _table()["spelled"]
    whole = SHORT.sub(lambda found: spelled[found.group().rstrip(".")], modern(words))
    return whole.replace("Bộ Trưởng", "Bộ trưởng").replace("Ủy Ban", "Ủy ban").strip(" ,")


def _closed(text: str, at: int) -> Issuer | None:
    piece = modern(text[at : at + 110])
    spaced = re.sub(r"^Bộ trưởng,? Bộ trưởng", "Bộ trưởng", piece)
    for name in _table()["closed"]:
        if spaced.startswith(name) or spaced.startswith(name.upper()):
            end = at + len(name)
            if re.match(r"\w", text[end : end + 1]) or (name.startswith("Ban ") and UNION.match(text, end)):
                continue
            party = PARTY.match(text, end) if name.startswith("Ban ") else None
            return Issuer(_plain(name), party.end() if party else end)
    return None


def _plain(name: str) -> str:
    name = name.replace("Ủy ban thường vụ", "Ủy ban Thường vụ").replace(" và Ban Bí thư", ", Ban Bí thư")
    known = {"Thủ tướng": "Thủ tướng Chính phủ", "Ban Bí thư Trung ương": "Ban Bí thư"}
    known["Văn phòng Trung ương"] = "Văn phòng Trung ương Đảng"
    known["Bộ trưởng - Chủ nhiệm Văn phòng Chính phủ"] = "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
    return known.get(name, name)


def _extent(text: str, at: int) -> int:
    """Take syllables while they can belong to a name; a name begins with a capital."""
    first = TOKEN.match(text, at)
    if not first or not (first.group()[0].isupper() or first.group().lower() == "liên"):
        return at
    end, place = first.end(), first.end()
    for _ in range(MOST):
        gap = GAP.match(text, place)
        token = TOKEN.match(text, gap.end()) if gap else None
        if not token or not _belongs(text, token) or text.startswith("/v", token.end()):
            break
        place = token.end()
        if token.group().lower() != "và":
            end = place
    return end


def _belongs(text: str, token: re.Match[str]) -> bool:
    word = token.group()
    following = TOKEN.match(text, token.end() + 1) if text[token.end() : token.end() + 1] == " " else None
    if word == "và":
        return bool(following and following.group()[0].isupper() and not KIND.match(text, following.start()))
    if word[0].isupper():
        return not KIND.match(text, token.start())
    if modern(_pair(text, token)) in _table()["joined"]:
        return True
    if word == "ban":
        return modern(text[token.start() - 3 : token.start()]).lower() == "ủy "
    if following and f"{modern(word)} {modern(following.group())}" in _table()["keeps"]:
        return True
    return modern(word) not in _table()["ends"]


def _pair(text: str, token: re.Match[str]) -> str:
    """Give a syllable with the one before it."""
    return text[text.rfind(" ", 0, token.start() - 1) + 1 : token.end()]


@cache
def _table() -> dict[str, Any]:
    """Read closed (longest first), ends, joined, keeps, spelled."""
    raw = yaml.safe_load((Path(__file__).parent / "issuers.yaml").read_text(encoding="utf-8"))
    return {
        "closed": sorted({modern(name) for name in raw["closed"]}, key=len, reverse=True),
        "ends": frozenset(modern(one) for one in raw["ends"]),
        "joined": frozenset(modern(one) for one in raw["joined"]),
        "keeps": frozenset(modern(one) for one in raw["keeps"]),
        "spelled": raw["spelled"],
    }
