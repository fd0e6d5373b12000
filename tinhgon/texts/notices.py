"""What the reader cannot settle: a person must look before anything is entered."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tinhgon.texts import numbers
from tinhgon.texts.clean import Clean
from tinhgon.texts.head.assembling import impossible_day, secrecy
from tinhgon.texts.head.zone import DATE, LABEL
from tinhgon.texts.values import Head, Notice, Span

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 20  # fewer tell no language
_LEAST_MARKED = 0.3  # of the words; of real official texts at least 0.6 bear a mark
_TOP = re.compile(
    r"CỘNG\s+HÒA\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$", re.MULTILINE
)
_NEAR = 500  # letters between the parts of one head
_SHORT = 120  # letters of a line that bears a number
_ANNEXED = re.compile(r"[Kk]èm theo")

SAYS = {
    "secret": (
        "Văn bản có dấu độ mật. Phần mềm này không nhận văn bản mật: hãy xóa tệp và xử lý theo quy định.",
        "The document bears a stamp of secrecy. This software takes no secret papers: delete the file.",
    ),
    "no_head": (
        "Không thấy phần đầu văn bản (số, ký hiệu, cơ quan ban hành). Hãy nhập tay.",
        "No head was found (number, symbol, issuer). Please enter it by hand.",
    ),
    "no_such_day": (
        "Ngày ban hành ghi trên văn bản không có thật: {found}. Hãy kiểm tra bản gốc.",
        "The document bears a day that there is not: {found}. Please look at the original.",
    ),
    "second_document": (
        "Tệp có thể chứa hơn một văn bản: ở đây còn số {found}. Hãy tách tệp.",
        "The file may hold more than one document: here is another number, {found}. Please split it.",
    ),
    "other_language": (
        "Phần lớn văn bản không phải tiếng Việt có dấu, nên không đọc được nội dung.",
        "Most of the text is not Vietnamese with its marks, so it could not be read.",
    ),
}


def read_notices(clean: Clean, head: Head) -> tuple[Notice, ...]:
    """Give what a person must look at, in the order of weight."""
    return tuple(_all(clean, head))


def _all(clean: Clean, head: Head) -> Iterator[Notice]:
    if stamp := secrecy(clean):
        yield _notice("secret", stamp)
    if _foreign(clean):
        yield _notice("other_language")
    if head.number is None and not (head.type and head.issuer):
        yield _notice("no_head")
    if fault := impossible_day(clean):
        yield _notice("no_such_day", fault[1], fault[0])
    if (second := _second(clean, head)) is not None:
        yield _notice("second_document", second, clean.text[second.start : second.end])


def _notice(code: str, span: Span | None = None, found: str = "") -> Notice:
    vi, en = SAYS[code]
    return Notice(code, vi.format(found=found), en.format(found=found), span)


def _foreign(clean: Clean) -> bool:
    words = _WORD.findall(clean.text[:20_000])
    marked = sum(not word.isascii() for word in words)
    return len(words) >= _LEAST_WORDS and marked < _LEAST_MARKED * len(words)


def _second(clean: Clean, head: Head) -> Span | None:
    """Find another number with a day beside it, under another heading of the state or the Party.

    Forms in annexes have headings too, but their numbers and days are left open.
    """
    text = clean.modern
    own = head.number.written if head.number else ""
    first = head.places["number"].end if "number" in head.places else 0
    tops = [top.start() for top in _TOP.finditer(text, first)]
    for label in LABEL.finditer(text, first):
        low, high = (bisect_left(tops, label.start() + step) for step in (-_NEAR, _NEAR))
        line = clean.paragraph_at(label.start())
        if low == high or (line.end - line.start > _SHORT and "|" not in text[line.start : line.end]):
            continue
        at = next(iter(numbers.find("số " + text[label.end() : label.end() + 40])), None)
        if at is None or at[0].start > 4 or at[1].written == own or not own:
            continue
        around = text[max(label.start() - _NEAR, 0) : label.end() + _NEAR]
        if any((day["year"] and day["year"].isdigit()) or day["y"] for day in DATE.finditer(around)):
            return Span(label.end() + at[0].start - 3, label.end() + at[0].end - 3)
    return None
