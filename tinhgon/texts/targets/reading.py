"""Figures that a plan sets out to reach, told from those that merely stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tinhgon.texts.clean import Clean
from tinhgon.texts.deadlines.setting import END
from tinhgon.texts.marks import modern
from tinhgon.texts.targets.figures import FIGURE, read_bound, read_figure
from tinhgon.texts.targets.sections import goal_sections
from tinhgon.texts.values import Deadline, Span, Target

AIM = re.compile(r"phấn\s+đấu", re.IGNORECASE)
REACH = re.compile(
    r"phấn\s+đấu|\bđạt|giảm|tăng|\bnâng|duy\s+trì|bảo\s+đảm|đảm\s+bảo|hoàn\s+thành|xây\s+dựng|thành\s+lập|kết\s+nạp|giải\s+ngân"
    r"|giải\s+quyết|tổ\s+chức|\bcó|tỷ\s+lệ|tỷ\s+số|chỉ\s+số|kiểm\s+soát|huy\s+động|thu\s+hút|hỗ\s+trợ|đào\s+tạo|số\s+hóa|xếp",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"\bđã\b|so\s+với\s+cùng\s+kỳ|\bước\b|hiện\s+(?:nay|có)|tính\s+đến|\bnếu\b|cộng\s+\d|trừ\s+\d|thang\s+điểm|xếp\s+loại"
    r"|kinh\s+phí|dự\s+toán|tiêu\s+chuẩn|định\s+mức|mức\s+(?:chi|phạt|hỗ\s+trợ)|số\s+điểm|trường\s+hợp|\bdiện\s+tích\s+tự\s+nhiên",
    re.IGNORECASE,
)
MARKS = re.compile(r"[^\n,;.]{0,30}\b(?:cộng|trừ|được)\s+\d", re.IGNORECASE)
# “tỷ lệ … đạt 70%” is told before the figure, “70% phụ nữ …” after it; a list's first comma does not end it.
RATIO = re.compile(
    r"tỷ\s+(?:lệ|số|trọng|suất)|tốc\s+độ|chỉ\s+số|\bsố\s+\w+|(?:đạt|tăng|giảm)\s*$", re.IGNORECASE
)
AFTER = re.compile(r"\s[^\n;.:,]{0,25},?[^\n;.:,]*")
NEXT = re.compile(r"(?:,|\s+và)\s+(?:[^\W\d]+\s+){0,2}\d[\d.,]*\s*%.*")
DONE = re.compile(r"[^\n;.]{0,60}\bđã\s+(?:hoàn|đạt|được|thực)", re.IGNORECASE)
LABEL = re.compile(r"\s*(?:[-+*•]|\(?\w{1,3}[.)]|\d+(?:\.\d+)*\.?)?\s*")
WIDEST = 120  # letters of what is measured


def read_targets(clean: Clean, deadlines: Sequence[Deadline]) -> tuple[Target, ...]:
    """Find each figure to reach, with the deadline of its sentence if it has one."""
    text = modern(clean.text)
    ends = [-1, *(found.start() for found in END.finditer(text)), len(text)]
    goals, taken = goal_sections(clean), [one.span for one in deadlines]
    return tuple(_read(clean, text, ends, goals, taken, deadlines))


def _read(
    clean: Clean,
    text: str,
    ends: list[int],
    goals: list[Span],
    taken: list[Span],
    deadlines: Sequence[Deadline],
) -> Iterator[Target]:
    for found in FIGURE.finditer(text):
        start, end = found.span()
        index = bisect_right(ends, start)
        sentence = Span(ends[index - 1] + 1, ends[index])
        if any(one.start < end and start < one.end for one in _of(sentence, taken)):
            continue
        paragraph = clean.paragraph_at(start)
        if not _is_aimed(text, found, sentence, paragraph, goals, deadlines):
            continue
        span = _measured(text, found, sentence)
        yield Target(
            span,
            clean.text[span.start : span.end],
            read_figure(found["number"]),
            " ".join(found["unit"].split()),
            read_bound(found),
            _deadline(sentence, start, deadlines),
        )


def _of(sentence: Span, places: Sequence[Span]) -> list[Span]:
    """Give the places, which are in order, that begin in a sentence."""
    first = bisect_right(places, (sentence.start - 1, 0))
    last = bisect_right(places, (sentence.end, 0))
    return list(places[first:last])


def _is_aimed(
    text: str,
    found: re.Match[str],
    sentence: Span,
    paragraph: Span,
    goals: list[Span],
    deadlines: Sequence[Deadline],
) -> bool:
    """Tell whether somebody is to reach a figure, by its words, its section or its deadline."""
    start = found.start()
    before = text[sentence.start : start]
    if (
        TOLD.search(before)
        or MARKS.match(text, found.end())
        or DONE.match(text, found.end())
        or _is_age(found, before)
    ):
        return False
    if text[paragraph.start : start].rstrip().endswith(("=", "/", "số")):
        return False
    share = found["unit"] == "%"
    opens = LABEL.fullmatch(before) is not None and sentence.start == paragraph.start
    if share and opens:
        return True
    if not share and not found["lead"] and not REACH.search(before[-40:]):
        return False
    in_goals = any(one.start <= start < one.end for one in goals)
    aimed = AIM.search(text, paragraph.start, start) is not None
    if aimed or in_goals:
        return share or bool(found["lead"]) or bool(REACH.search(before))
    return bool(REACH.search(before)) and _deadline(sentence, start, deadlines) is not None


def _is_age(found: re.Match[str], before: str) -> bool:
    return found["unit"].lower() == "tuổi" and "thọ" not in before.lower()


def _measured(text: str, found: re.Match[str], sentence: Span) -> Span:
    """Give the figure with the words that say what it measures: before it, or, where none are, after."""
    clause = max(text.rfind(mark, sentence.start, found.start()) for mark in (":", " và ", "\t"))
    start = max(clause + 1, sentence.start)
    if start < found.start() - WIDEST:
        start = text.find(" ", found.start() - WIDEST)
    label = LABEL.match(text, start)
    start = label.end() if label and start == sentence.start else start
    start += len(text[start : found.start()]) - len(text[start : found.start()].lstrip())
    before = text[start : found.start()]
    if len(before.split()) > 1 and (found["unit"] != "%" or RATIO.search(before)):
        return Span(start, found.end())
    after = AFTER.match(text, found.end(), min(sentence.end, found.end() + WIDEST))
    words = NEXT.sub("", after.group()).rstrip() if after else ""
    return Span(found.start() if words else start, found.end() + len(words))


def _deadline(sentence: Span, place: int, deadlines: Sequence[Deadline]) -> Deadline | None:
    mine = [
        one
        for one in deadlines
        if sentence.start <= one.span.start < sentence.end and one.kind in ("by", "before")
    ]
    return min(mine, key=lambda one: abs(one.span.start - place), default=None)
