"""Who signed: in whose place, in which office, by which name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tinhgon.texts.head.casing import name_of, offices
from tinhgon.texts.head.words import words
from tinhgon.texts.head.zone import Zone
from tinhgon.texts.marks import LOWER, UPPER
from tinhgon.texts.values import Span

MARK = re.compile(
    rf"(?<![^\W_])(TUQ|TM|KT|TL|Q|T\s*/\s*M|K\s*/\s*T|T\s*/\s*L|QUYỀN)(?:\s*\.\s*|\s+)(?=[{UPPER}]{{2}})"
)
_SIGNED = re.compile(
    r"\(?\s*(?:đã ký|Đã ký|ĐÃ KÝ|daky|Signed|ký tên)\W|\[\s*(?:đã|da)\s*ký|\(\s*[Cc]hữ ký|^\(Đã ký\)?$"
)
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|(?:PGS|GS|TSKH|TS|ThS|Ths|BS|KS|CN|Luật sư)\b)[\s.,]*"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'‘-][^\W\d_]+)?$")
WINDOW = 26  # lines from the first of a signature to its name
LONGEST_MARK = 60  # letters of “TM. Ủy ban nhân dân tỉnh” in small letters
BEFORE, BEHIND = 600, 900  # letters around the recipients within which a signature stands


@dataclass(frozen=True, slots=True)
class Signature:
    """`body`: in whose name, as written after TM. or T/M."""

    signer: str
    place: Span
    office: str = ""
    authority: tuple[str, ...] = ()
    body: str = ""
    authority_place: Span | None = None


def signature(zone: Zone, start: int, recipients: Span | None) -> Signature | None:
    """Find the signature: the one beside the recipients, else the first that has a name."""
    cells = list(_cells(zone, start))
    if recipients:
        first, last = recipients.start - BEFORE, recipients.end + BEHIND
        if found := _first(zone, [cell for cell in cells if cell.end > first and cell.start < last]):
            return found
    return _first(zone, cells)


def _cells(zone: Zone, start: int) -> list[Span]:
    """Part lines at the borders of a table, and where capitals of the other column follow small letters."""
    found = list[Span]()
    for line in zone.clean.paragraphs:
        if line.start < start:
            continue
        if len(zone.said(line)) > 300 and "|" not in zone.said(line):
            continue
        for piece in zone.columns(line):
            found.extend(_halves(zone, piece.start, piece.end - zone.said(piece).endswith("|")))
    return found


def _halves(zone: Zone, start: int, end: int) -> list[Span]:
    said = zone.text[start:end]
    if said.isupper():
        return [Span(start, end)]
    if not (MARK.search(said) or offices().search(said)):
        return [Span(start, end)]
    begin = MARK.search(said) or offices().search(said)
    assert begin is not None  # noqa: S101
    tail = re.match(rf"(?:[{UPPER}][^\s{LOWER}]*\s*)+", said[begin.start() :])
    cut = start + begin.start()
    after = cut + (tail.end() if tail else 0)
    if after < end and zone.text[after].islower() and zone.text[after - 1].isupper():
        after -= 1  # a name is glued to the office: “PHÓ THỦ TƯỚNGNguyễn …”
    return [
        span for span in (Span(start, cut), Span(cut, after), Span(after, end)) if zone.said(span).strip()
    ]


def _first(zone: Zone, cells: Sequence[Span]) -> Signature | None:
    for number, cell in enumerate(cells):
        if not _opens(zone.said(cell)):
            continue
        block = [cell]
        for more in cells[number + 1 : number + WINDOW]:
            said = zone.said(more).strip()
            if (said.isupper() and not _capital_name(said)) or offices().fullmatch(said.upper()):
                block.append(more)
            elif name := _person(said):
                return _read(zone, block, name, more)
            elif len(said) > 90 and not said.startswith(("-", "Nơi nhận")):
                break
    return None


def _opens(said: str) -> bool:
    said = said.strip()
    if len(said) > 160:
        return False
    if not said.isupper():
        return len(said) < LONGEST_MARK and bool(re.match(r"(?:TM|KT|TL|TUQ)\.|[TK]/[MLT]\s", said))
    return bool(MARK.match(said)) or bool(offices().match(said))


def _person(said: str) -> str:
    """Give a person's name without ranks, if a line is one."""
    plain = said.strip(" .,;[]()*")
    if len(plain) > 60 or _SIGNED.search(said):
        return ""
    while rank := _RANK.match(plain):
        plain = plain[rank.end() :]
    parts = plain.split()
    if not 2 <= len(parts) <= 6 or not all(_WORD.match(word) for word in parts):
        return ""
    if plain.isupper():
        return plain.title() if _capital_name(plain) else ""
    return plain if all(word[0].isupper() for word in parts) else ""


def _capital_name(said: str) -> bool:
    parts = said.split()
    plain = 2 <= len(parts) <= 5 and parts[0] in words("surnames")
    return plain and not offices().search(said) and not MARK.search(said)


def _read(zone: Zone, block: Sequence[Span], name: str, at: Span) -> Signature:
    said = " ".join(" ".join(_SIGNED.sub(" ", zone.said(span)).upper().split()) for span in block)
    said = _glued().sub(" ", said)
    marks = list(MARK.finditer(said))
    authority = tuple(_mark(found[1]) for found in marks)
    signer = zone.text.find(name, at.start, at.end)
    place = Span(signer, signer + len(name)) if signer >= 0 else at
    whole = Span(block[0].start, block[-1].end)
    return Signature(name, place, _office(said, marks), authority, _body(said, marks), whole)


@cache
def _glued() -> re.Pattern[str]:
    """Find where a mark or an office is glued to the word before it: “CHÍNH PHỦKT. THỦ TƯỚNGPHÓ …”."""
    return re.compile(
        rf"(?<=[{UPPER}]{{2}})(?=(?:KT|TL|TUQ)\.\s|PHÓ\s|(?:BỘ|THỨ|VỤ|CỤC)\s+TRƯỞNG|CHỦ\s+TỊCH|GIÁM\s+ĐỐC)"
    )


def _mark(written: str) -> str:
    plain = re.sub(r"\s", "", written)
    return plain if "/" in plain else "Q." if plain == "QUYỀN" else f"{plain}."


def _office(said: str, marks: Sequence[re.Match[str]]) -> str:
    """Give the signer's own office: after KT., TL., TUQ. the second one, else the first."""
    rest = said[marks[-1].end() :] if marks else said
    found = [one for one in offices().finditer(rest) if not rest[: one.start()].endswith(", ")]
    deputy = bool(marks) and re.sub(r"\W", "", marks[-1][1]) in {"KT", "TL", "TUQ"}
    first = rest[: found[0].start()].strip(" .,;:") if found else ""
    wanted = found[1:2] if deputy and not first else found[:1]  # T/L of a body: only one office follows
    return name_of(rest[wanted[0].start() :].strip(" .,;:()")) if wanted else ""


def _body(said: str, marks: Sequence[re.Match[str]]) -> str:
    for number, mark in enumerate(marks):
        if re.sub(r"\W", "", mark[1]) == "TM":
            end = marks[number + 1].start() if number + 1 < len(marks) else len(said)
            rest = said[mark.end() : end]
            office = offices().search(rest, 1)
            return name_of(rest[: office.start()] if office else rest).strip()
    return ""
