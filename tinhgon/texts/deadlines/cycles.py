"""Deadlines that come again: hằng năm, định kỳ 6 tháng, ngày 15 của tháng cuối quý, thứ Sáu hằng tuần."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.deadlines.numerals import NUMBER, read_number
from tinhgon.texts.deadlines.setting import Setting
from tinhgon.texts.values import Deadline, Every, Span

EVERY: dict[str, Every] = {
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "nửa năm": "half",
    "năm": "year",
}
MONTHS: dict[int, Every] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
PLACES = {"đầu": 1, "nhất": 1, "một": 1, "hai": 2, "giữa": 2, "ba": 3, "cuối": 3}
EACH = r"(?:hằng|hàng|mỗi|từng)"
BY = (
    r"(?:(?:hoàn\s+thành|xong)\s+)?(?:(?:chậm|muộn)\s+nhất(?:\s+là)?|trước|đến|vào)?"
    r"(?:\s+(?:là|vào|đến|trước))?\s*"
)
# The day that follows: hằng tháng (trước ngày 25).
ON = (
    r"\s*[,(]?\s*(?:(?:chậm|muộn)\s+nhất\s+(?:là\s+)?)?(?:trước|vào|đến|là)?\s*\bngày\s+(?P<on>\d{1,2})\b"
    r"(?!\s*(?:[/.-]\s*\d|(?:của\s+)?tháng|\d))"
)
CYCLE = re.compile(
    rf"""
    (?:{BY}\bngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?)?(?:(?:vào\s+)?thứ\s+(?P<week>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])\s*,?\s+)?
        (?:(?:theo\s+)?định\s+kỳ\s+)?\b{EACH}\s+(?P<each>tuần|tháng|quý|(?:0?6|sáu)\s+tháng|nửa\s+năm|năm)\b(?!\s+(?:\w+\s+){{0,3}}(?:một|hai|ba|bốn|\d+)\s+lần)
        (?:{ON})?
    | (?:theo\s+)?định\s+kỳ\s*\(?\s*(?:(?:là|cứ)\s+)?(?P<number>{NUMBER})\s+(?P<of>tuần|tháng|quý|năm)\b
        (?:\s*(?:/|một|1|01)\s*lần)?
    | (?:theo\s+)?định\s+kỳ\s*,?\s+(?P<bare>tuần|tháng|quý|năm)\b
    | \bđối\s+với\s+báo\s+cáo\s+(?P<told>tuần|tháng|quý|(?:0?6|sáu)\s+tháng|năm)\b
    | \bbáo\s+cáo\s+(?P<report>tuần|tháng|quý|(?:0?6|sáu)\s+tháng|năm)(?=\s*[(:,]?\s*(?:gửi\s+)?
        (?:(?:chậm|muộn)\s+nhất|trước|vào)\s+(?:là\s+)?(?:ngày\s+)?\d)
    | (?<![\w.,/])(?P<length>{NUMBER})\s+(?P<lasting>tuần|tháng|quý|năm)
        \s*/?\s*(?:(?:họp|báo\s+cáo)\s+)?(?P<often>một|0?1|hai|0?2|ba|0?3)\s+lần
    | \b(?:mỗi|một|01|1)\s+(?P<within>tuần|tháng|quý|năm)\s+(?:\w+\s+){{0,3}}?(?P<times>{NUMBER})\s+lần
    | (?<![\w.,/])(?P<count>{NUMBER})\s+lần\s*(?:/|trong|một|mỗi|trên)\s*
        (?:một\s+|1\s+)?(?P<a>tuần|tháng|quý|năm)\b
    | {BY}ngày\s+(?P<quarterly>\d{{1,2}})\s+(?:của\s+)?tháng\s+(?:thứ\s+)?
        (?P<place>đầu|nhất|một|hai|giữa|ba|cuối)(?:\s+(?:tiên|cùng))?\s+(?:của\s+)?(?:{EACH}\s+)?quý(?:\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))?
    | {BY}ngày\s+(?P<monthly>\d{{1,2}})\s+(?:của\s+)?tháng
        \s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề|báo\s+cáo|cuối\s+kỳ|đó)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
HINT = re.compile(
    r"h[ằà]ng\s|báo\s+cáo\s+(?:\d|tháng|quý|năm|tuần|sáu)|mỗi\s|từng\s|định\s+kỳ|\blần\b|\bquý\b|ngày\s+\d+\s+(?:của\s+)?tháng\s+\D",
    re.IGNORECASE,
)
# A noun that such a word only describes: the yearly budget, a monthly allowance.
DESCRIBED = re.compile(
    r"(?:ngân\s+sách(?:\s+(?:nhà\s+nước|địa\s+phương|trung\s+ương|cấp\s+\w+))?|dự\s+toán[^,;]{0,30}|kinh\s+phí[^,;]{0,30}|nghỉ(?:\s+phép)?"
    r"|(?:phụ|trợ)\s+cấp[^,;]{0,30}|lương|thu\s+nhập|tiền|nghị\s+quyết|kế\s+hoạch[^,;]{0,60}|chương\s+trình[^,;]{0,40}"
    r"|đời\s+sống|công\s+việc|mức[^,;]{0,20}|bình\s+quân|tăng\s+trưởng|chi\s+tiêu|nhiệm\s+vụ|chỉ\s+tiêu|danh\s+mục|số\s+ngày\s+nghỉ)\s*$",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"báo\s+cáo|tổng\s+hợp|tổ\s+chức|rà\s+soát|kiểm\s+tra|xây\s+dựng|sơ\s+kết|tổng\s+kết|gửi|thực\s+hiện|cập\s+nhật|\blập|bổ\s+sung"
    r"|kiểm\s+điểm|theo\s+dõi|công\s+bố|đối\s+chiếu|họp|tham\s+mưu|đánh\s+giá|trình|nộp|bồi\s+dưỡng|giám\s+sát|công\s+khai",
    re.IGNORECASE,
)
COVERED = re.compile(r"từ\s+(?:ngày\s+)?\d+\s+(?:\w+\s+){0,4}$|số\s+liệu[^;]{0,40}$", re.IGNORECASE)
LISTED = re.compile(
    r"(?:\s*\([^()\n]{0,60}\))?(?:\s*,\s*|\s+(?:và|hoặc)\s+)(?P<each>tháng|quý|(?:0?6|sáu)\s+tháng|năm)\b(?!\s+(?:\d|sau|trước|đó|nay|này|đầu|cuối|tới"
    r"|tiếp|kế|học))",
    re.IGNORECASE,
)
DATED = re.compile(r"(?:\d|quý\s+[IV]{1,3})\s*[,(]?\s*$", re.IGNORECASE)
OPENING = re.compile(r"(?:^|[,:(]|\s-|\bvà|\bhoặc)\s*[-+*•]?\s*(?:\w{1,2}[.)]|\d+(?:\.\d+)*[.)])?\s*$")


def read_cycles(setting: Setting) -> Iterator[Deadline]:
    """Give each deadline that comes again, in order."""
    for found in setting.matches(CYCLE, HINT):
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        if not setting.is_basis(start) and _binds(setting, found, start):
            yield _cycle(setting, found, Span(start, found.end()))
            if found["each"] or found["of"] or found["bare"]:
                yield from _listed(setting, found.end())


def _listed(setting: Setting, end: int) -> Iterator[Deadline]:
    """Give what a list goes on with: định kỳ hằng tháng, quý, 6 tháng và năm."""
    while found := LISTED.match(setting.text, end):
        start, end = found.span("each")
        every = _period(found["each"])
        yield Deadline(Span(start, end), setting.clean.text[start:end], "every", every=every)


def _binds(setting: Setting, found: re.Match[str], start: int) -> bool:
    """Tell whether it says how often to act, rather than describing a noun."""
    words = found.group().lower()
    if found["monthly"] and COVERED.search(setting.before(start, 60)):
        return False
    if not found["each"] or found["day"] or found["on"] or found["week"] or "định" in words:
        return True
    before = setting.before(start, 110)
    if OPENING.search(before) or DATED.search(before) or setting.alone(Span(start, found.end())):
        return True
    clause = before[max(before.rfind(","), before.rfind(":")) + 1 :]
    return not DESCRIBED.search(before) and bool(DUTY.search(clause[-70:]))


def is_own(cycle: Deadline) -> bool:
    """Tell whether its words say by themselves how often; “báo cáo năm” does so with a day alone."""
    return not cycle.words.lower().startswith(("báo", "đối"))


def only_of_day(setting: Setting, cycle: Deadline) -> bool:
    """Tell whether it says of a day that this comes again: 31/12 hằng năm, báo cáo năm trước ngày 15/12."""
    return cycle.day is None and (
        not is_own(cycle) or bool(DATED.search(setting.before(cycle.span.start, 10)))
    )


def _cycle(setting: Setting, found: re.Match[str], span: Span) -> Deadline:
    every, amount = _often(found)
    day = found["day"] or found["on"] or found["quarterly"] or found["monthly"]
    week = (found["week"] or "").lower()
    return Deadline(
        span,
        setting.clean.text[span.start : span.end],
        "every",
        every=every,
        amount=amount,
        month=PLACES[found["place"].lower()] if found["place"] else None,
        day=int(day) if day else None,
        weekday=int(week) - 2 if week.isdigit() else WEEKDAYS.get(week),
    )


def _often(found: re.Match[str]) -> tuple[Every, int | None]:
    """Give the period, and how many of it lie between, if not one."""
    if found["quarterly"]:
        return "quarter", None
    if found["monthly"]:
        return "month", None
    if word := found["each"] or found["bare"] or found["report"] or found["told"]:
        return _period(word), None
    if unit := found["of"] or found["lasting"]:
        often = read_number(found["often"] or "1")
        return _lasting(read_number(found["number"] or found["length"]), unit.lower(), often)
    return _times(read_number(found["times"] or found["count"]), (found["within"] or found["a"]).lower())


def _period(word: str) -> Every:
    word = " ".join(word.lower().split())
    return "half" if word[0] in "06s" else EVERY[word]


def _lasting(number: int, unit: str, often: int) -> tuple[Every, int | None]:
    months, rest = divmod({"tháng": 1, "quý": 3, "năm": 12}.get(unit, 0) * number, often)
    if months in MONTHS and not rest:
        return MONTHS[months], None
    if often > 1:  # twice in five years is every thirty months
        return "month", months
    return EVERY[unit], number if number > 1 else None


def _times(number: int, unit: str) -> tuple[Every, int | None]:
    """Read so many times in a year: twice is every half, four times every quarter."""
    if unit == "năm" and number in (2, 4, 12):
        return MONTHS[12 // number], None
    return EVERY[unit], None
