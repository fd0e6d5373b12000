"""Which of the lines of a letterhead is the issuer, which the body above it, and their proper names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tinhgon.texts.head.casing import name_of
from tinhgon.texts.head.words import any_of

_HEAD = re.compile(rf"(?!ỦY BAN NHÂN DÂN$){any_of('nouns')}\s+\S")
_LACKING = re.compile(rf"(?:^|\s){any_of('lacking')}$|^{any_of('alone')}$")
_ONE_LINE = re.compile(rf"({any_of('upper')} .+?) ({any_of('under')}(?: .*)?)$")
_BOARD = re.compile(rf"{any_of('boards')}$")
_COMMITTEE = re.compile(r"(?:Thành|Tỉnh|Huyện|Quận|Thị|Đảng|Quân) ủy|Đảng bộ")
CENTRAL = "Ban Chấp hành Trung ương"


def bodies(lines: Sequence[str]) -> tuple[str, ...]:
    """Put lines together to names, from the highest body down; joint bodies stay side by side."""
    names = list[str]()
    for line in (" ".join(one.split()) for one in lines):
        if names and (_LACKING.search(names[-1]) or not _HEAD.match(line)):
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    if len(names) == 1 and (split := _ONE_LINE.match(names[0])) and not _LACKING.search(split[1]):
        names = [split[1], split[2]]
    return tuple(
        name_of(part)
        for name in names
        for part in re.split(r"\s+[-–]\s+(?=BỘ |SỞ |ỦY BAN |TÒA |VIỆN )", name)
    )


def ranked(names: Sequence[str]) -> tuple[str, str]:
    """Give the issuer and the body above it; bodies of one rank (two ministries) issue together."""
    if not names:
        return "", ""
    names = [name for at, name in enumerate(names) if name not in names[:at]]  # said again below a banner
    heads = {name.split()[0] for name in names}
    if len(names) > 1 and len(heads) == 1 and heads <= {"Bộ", "Sở", "Tòa", "Viện", "Hội"}:
        return ", ".join(names), ""
    above = names[-2] if len(names) > 1 else ""
    return full(names[-1], above), above


def full(name: str, above: str) -> str:
    """Give the name that a body bears outside its own house: “Ban Tổ chức” is “Ban Tổ chức Trung ương”."""
    if not above or not _BOARD.match(name):
        return name
    if above.startswith(CENTRAL):
        return "Văn phòng Trung ương Đảng" if name == "Văn phòng" else f"{name} Trung ương"
    if _COMMITTEE.match(above) or name == "Văn phòng":
        return f"{name} {above.replace('Đảng bộ', 'Đảng ủy', 1)}"
    return name
