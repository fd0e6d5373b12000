"""Laws, codes, ordinances and charters by their names, and where such a name ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from tinhgon.texts.marks import modern
from tinhgon.texts.values import Span

LAW = re.compile(r"(?<![\w])(Bộ luật|Bộ Luật|BỘ LUẬT|Luật|LUẬT|Pháp lệnh|PHÁP LỆNH) (?=[^\W\d_])")
AMENDING = re.compile(
    r"(?<![\w])(?:Luật|LUẬT|Bộ luật|Pháp lệnh) (?:[Ss]ửa đổi|SỬA ĐỔI)(?:,? (?:bổ sung|BỔ SUNG))?"
    r"(?: (?:một số|MỘT SỐ|các))?(?: (?:điều|ĐIỀU)(?: \d+)?)?(?: (?:và|VÀ) [^;.,()]{3,40}?)?"
    r"(?: (?:của|CỦA))?(?: (?:các|CÁC))? (?=(?:Luật|LUẬT|Bộ luật|BỘ LUẬT|Pháp lệnh|\d{1,2} [Ll]uật))"
)
CHARTER = re.compile(
    r"(?<![\w])(?:(?:Hiến pháp|HIẾN PHÁP)"
    r"(?: nước (?:Cộng h(?:òa|oà) xã hội chủ nghĩa|CHXHCN) Việt Nam"
    r"| NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM)?"
    r"(?!(?:,| và)? (?:các )?(?:quy định (?:của )?)?pháp luật)"
    r"|(?:[Đđ]iều lệ|ĐIỀU LỆ) (?:(?:Đảng|ĐẢNG)(?: Cộng sản Việt Nam| CỘNG SẢN VIỆT NAM)?"
    r"(?:(?:,? |,? ?(?P<in>\())(?:khóa|khoá) [IVX]+(?(in)\)))?"
    r"|Công đoàn Việt Nam|Đoàn (?:TNCS|Thanh niên [Cc]ộng sản) Hồ Chí Minh"
    r"|(?:Mặt trận|Đoàn|Hội) [A-ZĐÂƯ]\w+(?: \w+){0,3}? Việt Nam))"
)
RULES = re.compile(r"(?<![\w])Quy chế (?:(?:làm việc|hoạt động) của (?=[A-ZĐỦỤ])|bầu cử trong Đảng)")
ANOTHER = re.compile(r"(?:,| và|, và| VÀ) (?=(?:Luật|LUẬT|Bộ luật|Pháp lệnh) )")
SYLLABLE = re.compile(r"[^\W\d_]\w*")
WORD = re.compile(r"(,? )([^\W_][\w/]*)")
# Syllables that end a title, and those with which a phrase after a comma is no part of one.
_ENDS = """số ngày năm này đó trên được đã có quy hết thì phải là về của để do tại theo đối cho khi mà nhằm
 như cũng chưa không sẽ cần vào từ ban sửa hiện hoặc nếu trừ khác đến nêu trong với bằng còn đang bị gồm qua
 sau trước ra thay liên thông"""
_GENERAL = """các những quy nghị văn điều luật pháp thông hướng đồng bảo góp cơ tổ cá người được nhất
 đặc khoản điểm trách bộ chính trung địa hội chỉ kế chương công đề cấp gắn nâng tăng đẩy xây
 thực tiếp kịp nhưng một"""
ENDS = frozenset(_ENDS.split())
GENERAL = frozenset(_GENERAL.split())


def find_titles(text: str) -> Iterator[tuple[Span, str]]:
    """Give every name of a law or charter with its place; an amending law has its whole name."""
    taken = 0
    for start in sorted(
        [*LAW.finditer(text), *AMENDING.finditer(text)], key=lambda one: (one.start(), -one.end())
    ):
        if start.start() < taken:
            continue
        end = _amending_end(text, start.end()) if start.re is AMENDING else _end(text, start)
        if end > start.end():
            taken = end
            yield Span(start.start(), end), _titled(text, start, end)
    for found in CHARTER.finditer(text):
        yield Span(*found.span()), found.group()


def _titled(text: str, start: re.Match[str], end: int) -> str:
    """Write a title with a capital: Luật ngân sách nhà nước → Luật Ngân sách nhà nước."""
    if start.re is AMENDING:
        return text[start.start() : end]
    return f"{start.group()}{text[start.end()].upper()}{text[start.end() + 1 : end]}"


def _amending_end(text: str, at: int) -> int:
    """Take the laws that an amending law names: Luật A, Luật B và Luật C."""
    while law := LAW.match(text, at):
        at = _end(text, law)
        following = ANOTHER.match(text, at)
        if not following:
            break
        at = following.end()
    return at


def _end(text: str, start: re.Match[str]) -> int:
    """Find where a title ends: a known title decides, else the grammar of titles."""
    kind = start[1].lower()
    piece = modern(text[start.end() : start.end() + 140]).lower()
    first = piece.split(" ", 1)[0].strip(",;.")
    for title in _known().get((kind, first), ()):
        end = start.end() + len(title)
        whole = piece.startswith(title) and not piece[len(title) : len(title) + 1].isalpha()
        if whole and (" " in title or _stands_alone(text, start.end(), end)):
            return end
    grammar = not start[1].isupper() and text[start.end()].isupper()
    return _by_grammar(text, start.end()) if grammar else start.end()


def _stands_alone(text: str, at: int, end: int) -> bool:
    """Tell a title of one syllable (Luật Giá) from the first of a longer one, and from a plain word."""
    word = WORD.match(text, end)
    goes_on = (
        word and word[1] == " " and word[2][0].islower() and modern(word[2]) not in ENDS | GENERAL | {"và"}
    )
    return text[at].isupper() and not goes_on


def _by_grammar(text: str, at: int) -> int:
    """Take words up to one that cannot belong to a title; a comma goes on only before a small letter."""
    first = SYLLABLE.match(text, at)
    if not first or first.group().isupper():
        return at
    end = first.end()
    for _ in range(12):
        word = WORD.match(text, end)
        if not word or not _goes_on(text, word):
            break
        end = word.end()
    return end


def _goes_on(text: str, word: re.Match[str]) -> bool:
    said = modern(word[2])
    if word[1].startswith(","):
        return said[0].islower() and said not in ENDS | GENERAL | {"và"}
    if said == "và":
        following = WORD.match(text, word.end())
        short = bool(following and following[2].isupper() and text[: word.start()][-2:].isupper())
        small = bool(following and following[2][0].islower() and modern(following[2]) not in ENDS | GENERAL)
        return short or small  # HĐND và UBND
    return said not in ENDS and not said[0].isdigit()


@cache
def _known() -> dict[tuple[str, str], tuple[str, ...]]:
    """Give known titles in small letters by kind and first syllable, longest first."""
    raw: dict[str, list[str]] = yaml.safe_load(
        (Path(__file__).parent / "laws.yaml").read_text(encoding="utf-8")
    )
    made = dict[tuple[str, str], list[str]]()
    for kind, titles in raw.items():
        for title in titles:
            low = modern(title).lower()
            made.setdefault((kind.lower(), low.split()[0].strip(",")), []).append(low)
    return {key: tuple(sorted(found, key=len, reverse=True)) for key, found in made.items()}
