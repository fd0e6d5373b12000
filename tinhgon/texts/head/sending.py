"""To whom a document goes: “Nơi nhận” and “Kính gửi”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tinhgon.texts.head.casing import offices
from tinhgon.texts.head.signing import MARK
from tinhgon.texts.head.zone import Zone
from tinhgon.texts.marks import UPPER
from tinhgon.texts.values import Span

_SENT = re.compile(
    r"(?:^|(?<=[\s|]))Nơi nhận\s*(?:\([^)]*\)\s*)?(?::|$|(?=[-–|]))", re.IGNORECASE | re.MULTILINE
)
_DEAR = re.compile(r"(?:^|(?<=\s))(?:Kính gửi|Kính trình)\s*:?\s*")
_ITEM = re.compile(rf"(?:^|(?<=[;,.:)])|(?<=\|))\s*[-–•+]\s*(?=[{UPPER}“\"])")
_END = re.compile(r"PHỤ LỤC|Phụ lục|\[\d|Điều \d|QUY |ĐỀ ÁN|KẾ HOẠCH|\(")
_DASHES = ("-", "–", "•", "+")
_SHORT = 60  # letters of a line that goes on with the one above
_TRIES = 20  # places with the words “Nơi nhận” that are looked at: forms in annexes have them too
_LONGEST = 200  # lines that a list of recipients has at most
_MANY = 3  # parts of a line without the words “Nơi nhận” that make it a list of recipients


def recipients(zone: Zone, start: int) -> tuple[tuple[str, ...], Span] | None:
    """Give the recipients and where their list stands."""
    for found in islice(_SENT.finditer(zone.text, start), _TRIES):
        names, end = _listed(zone, found.end())
        if names:
            return names, Span(found.start(), end)
    return _wordless(zone, start)


def addressees(zone: Zone, end: int) -> tuple[tuple[str, ...], Span] | None:
    """Give those to whom a letter is addressed, by name."""
    found = _DEAR.search(zone.text, 0, min(end, len(zone.text)))
    if found is None:
        return None
    line = zone.clean.paragraph_at(found.start())
    own = zone.text[found.end() : line.end].strip(" .;:|")
    names = list(_parts(own)) if own else list[str]()
    last = line.end
    for more in islice(zone.clean.below(line.start), _LONGEST):
        said = zone.said(more)
        if (
            not re.match(r"[-–•+]\s*\S", said)
            or len(said) > 300
            or (names and own and not said.startswith("-"))
        ):
            break
        names.extend(_parts(said))
        last = more.end
    return (tuple(names), Span(found.start(), last)) if names else None


def _listed(zone: Zone, start: int) -> tuple[tuple[str, ...], int]:
    line = zone.clean.paragraph_at(start)
    own = zone.text[start : line.end].split("|")[0]
    names, end, open_ = list(_parts(own)), line.end, False
    for more in islice(zone.clean.below(line.start), _LONGEST):
        said = zone.said(more)
        if _closes(said, names):
            break
        cell, dashed = zone.said(zone.columns(more)[0]).strip("| "), said.startswith(_DASHES)
        if names and open_ and not dashed and len(cell) < _SHORT:
            names[-1] = f"{names[-1]} {cell.strip(' ;,.')}"  # the line above did not end
        elif dashed or (cell[:1].isupper() and cell.rstrip().endswith((";", ",", "."))):
            names.extend(_parts(cell))
        else:
            continue
        end, open_ = more.end, not cell.rstrip().endswith((";", ",", ".", ")"))
    return tuple(names), end


def _closes(said: str, names: list[str]) -> bool:
    if said.startswith(_DASHES):
        return False
    ended = bool(names) and names[-1].startswith(("Lưu", "lưu"))
    loud = said.isupper() and len(said) > 3
    return (
        bool(_END.match(said))
        or (ended and not said[:1].islower())
        or (loud and bool(names))
        or len(said) > 250
    )


def _parts(said: str) -> Iterator[str]:
    """Part a line at its dashes; what the other column wrote in capitals behind it is left out."""
    for piece in _ITEM.split(said):
        mark = MARK.search(piece) or re.search(rf"(?<=[;,.])\s+{offices().pattern}", piece)
        plain = (piece[: mark.start()] if mark else piece).strip(" ;,.-–:|")
        if len(plain) > 1 and re.search(r"[^\W\d_]", plain):
            yield plain


def _wordless(zone: Zone, start: int) -> tuple[tuple[str, ...], Span] | None:
    for line in reversed(zone.clean.paragraphs):
        said = zone.said(line)
        if line.start > start and said.startswith("- ") and "Lưu" in said and len(list(_parts(said))) > _MANY:
            return tuple(_parts(said)), line
    return None
