"""Figures that a plan sets out to reach, told from those that merely stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tinhgon.texts.clean import Clean
from tinhgon.texts.targets.figures import FIGURE, read_bound, read_figure
from tinhgon.texts.targets.ground import Ground
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
FAR, FARTHEST = 400, 3000  # letters that are looked back over in a sentence, in a paragraph


def read_targets(clean: Clean, deadlines: Sequence[Deadline]) -> tuple[Target, ...]:
    """Find each figure to reach, with the deadline of its sentence if it has one."""
    ground = Ground(clean, tuple(deadlines))
    found = (_target(ground, one) for one in FIGURE.finditer(ground.text))
    return tuple(one for one in found if one)


def _target(ground: Ground, found: re.Match[str]) -> Target | None:
    start, end = found.span()
    sentence = ground.sentence(start)
    near = ground.deadlines_in(sentence)
    days = [one for one in near if one.kind in ("by", "before")]
    deadline = min(days, key=lambda one: abs(one.span.start - start), default=None)
    if any(one.span.start < end and start < one.span.end for one in near):
        return None  # “trong 15 ngày” is a time
    if not _is_aimed(ground, found, sentence, deadline):
        return None
    span = _measured(ground.text, found, sentence)
    return Target(
        span,
        ground.clean.text[span.start : span.end],
        read_figure(found["number"]),
        " ".join(found["unit"].split()),
        read_bound(found),
        deadline,
    )


def _is_aimed(ground: Ground, found: re.Match[str], sentence: Span, deadline: Deadline | None) -> bool:
    """Tell whether somebody is to reach a figure, by its words, its section or its deadline."""
    text, start = ground.text, found.start()
    before = text[max(sentence.start, start - FAR) : start]
    if _is_told(text, found, before):
        return False
    paragraph = text.rfind("\n", 0, start) + 1
    share = found["unit"] == "%"
    if share and sentence.start == paragraph and LABEL.fullmatch(before):
        return True
    reaches = bool(REACH.search(before))
    if not share and not found["lead"] and not REACH.search(before[-40:]):
        return False
    if AIM.search(text, max(paragraph, start - FARTHEST), start) or ground.in_goals(start):
        return share or bool(found["lead"]) or reaches
    return reaches and deadline is not None


def _is_told(text: str, found: re.Match[str], before: str) -> bool:
    """Tell whether a figure is of the past, of money, of marks or of an age, or part of a formula."""
    end = found.end()
    told = TOLD.search(before) or MARKS.match(text, end) or DONE.match(text, end)
    return bool(told) or _is_age(found, before) or before.rstrip().endswith(("=", "/", "số"))


def _is_age(found: re.Match[str], before: str) -> bool:
    return found["unit"].lower() == "tuổi" and "thọ" not in before.lower()


def _measured(text: str, found: re.Match[str], sentence: Span) -> Span:
    """Give the figure with the words that say what it measures: before it, or, where none are, after."""
    since = max(sentence.start, found.start() - FAR)
    clause = max(text.rfind(mark, since, found.start()) for mark in (":", " và ", "\t"))
    start = max(clause + 1, since)
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
