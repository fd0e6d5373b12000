"""What a text whose head is missing says of itself in other places."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tinhgon.texts import numbers
from tinhgon.texts.head.casing import name_of
from tinhgon.texts.head.days import day_of
from tinhgon.texts.head.kinds import Kind
from tinhgon.texts.head.zone import DATE, Zone
from tinhgon.texts.marks import LOWER, UPPER
from tinhgon.texts.values import Number, Span

_WITH = r"\(\s*(?:Ban hành\s+)?[Kk]èm theo\s+{name}\s+(?:số\s*)?:?\s*"
_ISSUES = r"(?:^|\n)([^\n.;:“]{{3,120}}?)\s+(?:ban hành|quyết nghị|ra|xây dựng)\s+{name}\b"
_BY = re.compile(r"\s*,?\s*của\s+([^\n()]{3,120}?)\s*\)")


class Annexed(NamedTuple):
    """How an annex names the document to which it belongs."""

    number: Number
    number_at: Span
    day: date | None
    day_at: Span | None
    issuer: str


def annexed(zone: Zone, kind: Kind) -> Annexed | None:
    """Find “(Kèm theo Nghị định số … ngày … của …)” above an annex of this very document."""
    for mark in re.finditer(_WITH.format(name=kind.name), zone.text):
        found = next(iter(numbers.find("số " + zone.text[mark.end() : mark.end() + 60])), None)
        if found is None:
            continue
        at = Span(mark.end() + found[0].start - 3, mark.end() + found[0].end - 3)
        dated = DATE.search(zone.text, at.end, at.end + 60)
        day = day_of(dated)[0] if dated else None
        by = _BY.match(zone.text, dated.end() if dated else at.end)
        issuer = " ".join(by[1].split()) if by else ""
        return Annexed(found[1], at, day, Span(*dated.span()) if dated else None, issuer)
    return None


def issues(zone: Zone, kind: Kind, before: int) -> str:
    """Find who “ban hành Nghị định …” in the sentence that closes the bases."""
    found = re.search(_ISSUES.format(name=kind.name), zone.text[:before])
    return " ".join(found[1].split()) if found and found[1][:1].isupper() else ""


_ACTS = re.compile(
    r"(?:^|\n|, )(Bộ Chính trị, Ban Bí thư|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương)(?: Đảng)?\s+"
    r"(?:ban hành|quy định|hướng dẫn|quyết định|quyết nghị|kết luận|yêu cầu|chỉ thị|có ý kiến)\b"
)
_ENACTED = 5_000  # letters from the title within which the bases end


def acting(zone: Zone, start: int) -> str:
    """Find which body of the Central Committee acts, in the sentence that closes the bases."""
    found = _ACTS.search(zone.text, start, start + _ENACTED)
    return found[1] if found else ""


_BARE = re.compile(r"(?:Chủ tịch )?(?:Ủy ban nhân dân|Hội đồng nhân dân)$|(?:Thành|Tỉnh|Đảng|Huyện|Quận) ủy$")
_LOUD = rf"(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)(?: [{UPPER}]+){{1,5}}"
_WITHIN = 6_000  # letters in which a text names its own issuer in full
_OWNER = (
    r"\s+((?:(?:[Tt]ỉnh|[Tt]hành phố|TP\.|[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Hh]uyện|[Qq]uận|[Tt]hị xã)\s+)?"
    rf"(?:[{UPPER}][{LOWER}]*(?:[ -](?=[{UPPER}]))?){{1,5}})"
)


def whole_name(zone: Zone, name: str) -> str:
    """Complete a name of which the letterhead has lost the place, from where the text says it in full."""
    if not _BARE.match(name):
        return name
    wanted = re.compile(re.escape(name) + _OWNER)
    found = wanted.search(zone.text, 0, _WITHIN)
    speaks = re.compile(rf"(?<=\n)(?:CHỦ TỊCH )?{name.upper()} {_LOUD}$", re.MULTILINE)
    if loud := speaks.search(zone.text, 0, _WITHIN):
        return name_of(loud.group().removeprefix("CHỦ TỊCH "))
    return f"{name} {found[1].strip()}" if found else name
