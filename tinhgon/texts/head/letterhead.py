"""Above the title: who writes, in two columns that pasting has put one after the other or into each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tinhgon.texts.head.days import dated
from tinhgon.texts.head.zone import Zone
from tinhgon.texts.marks import LOWER, UPPER
from tinhgon.texts.values import Span

_NATION = ["CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"]
_NATION_BEGINS = re.compile(r"CỘNG\s+HÒA(?:\s+(?:XÃ|X\.)(?:\s+HỘI)?)?")
_MOTTO = re.compile(r"Độc\s+[Ll]ập\s*[-–—]?\s*Tự\s+[Dd]o\s*[-–—]?\s*Hạnh\s+[Pp]húc", re.IGNORECASE)
_PARTY = re.compile(r"(?<!ƯƠNG )ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM")
_SECRECY = re.compile(r"(?:Độ mật|ĐỘ MẬT)\s*:?\s*(?:(?:[Tt]uyệt|[Tt]ối) )?[Mm]ật\b")
_STAMP = re.compile(
    r"(?<![\w])(?:(?<!BÍ )(?<!BẢO )(?:TUYỆT |TỐI )?MẬT|HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN"
    r"|DỰ THẢO(?: LẦN \d+)?"
    r"|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|Dự thảo(?: lần \d+)?|BẢN SAO|SAO Y(?: BẢN CHÍNH)?|CÔNG BÁO"
    r"|(?:PHẦN )?VĂN BẢN QUY PHẠM PHÁP LUẬT)(?![\w])"
)
_BREAK = re.compile(r"\n|\||_{2,}|-{2,}|\*+")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """`lines`: what stands in capitals for the bodies; `layout`: whose heading stands opposite to them."""

    lines: tuple[Span, ...]
    layout: str = ""  # state, party
    secrecy: Span | None = None


def letterhead(zone: Zone, end: int) -> Letterhead:
    """Take away from the letters before `end` all that is no name of a body."""
    text = zone.text[:end]
    nation, taken = _nation(text)
    party = [found.span() for found in _PARTY.finditer(text)]
    taken += party + [found.span() for found in _MOTTO.finditer(text)]
    stamps = [*_STAMP.finditer(text), *_SECRECY.finditer(text)]
    taken += [found.span() for found in stamps]
    if zone.dated:
        at = dated(zone).place_at
        taken.append((at.start if at else zone.dated.start(), min(zone.dated.end(), end)))
    if zone.number:
        taken += [(span.start, span.end) for span in zone.number[:2]]
    secret = next((Span(*found.span()) for found in stamps if "mật" in found.group().lower()), None)
    layout = "state" if nation or _MOTTO.search(text) else "party" if party else ""
    return Letterhead(tuple(_capitals(_blanked(text, taken))), layout, secret)


def _nation(text: str) -> tuple[bool, list[tuple[int, int]]]:
    """Find the heading of the state; its end may stand on a later line, beside the other column."""
    begin = _NATION_BEGINS.search(text)
    if not begin:
        return False, []
    taken = [begin.span()]
    rest = _NATION[len(begin.group().split()) :]
    joined = re.compile(r"\s+".join(rest)).search(text, begin.end())
    if not joined:
        found = re.compile(r"(?:HỘI\s+)?CHỦ\s+NGHĨA(?:\s+VIỆT\s+NAM)?").search(text, begin.end())
        return True, taken + ([found.span()] if found else [])
    return True, [*taken, joined.span()]


def _blanked(text: str, taken: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in taken:
        letters[start:end] = "\n" * (end - start)
    return "".join(letters)


def _capitals(text: str) -> list[Span]:
    """Give the pieces that stand in capitals, without what surrounds them."""
    found, at = list[Span](), 0
    for part in _BREAK.split(text):
        start = text.index(part, at) if part else at
        at = start + len(part)
        said = re.match(rf"\s*((?:[{UPPER}][^\s{LOWER}]*(?:\s+|$)|[-–&,]\s+|\d+\s+)+)", part)
        piece = said[1].strip(" .,:;*-–\t") if said else ""
        if piece.isupper() and sum(map(str.isalpha, piece)) > 1:
            begin = text.index(piece, start)
            found.append(Span(begin, begin + len(piece)))
    return found
