"""What names a day or a span of years and sets no deadline: effect, figures as of a day, names of plans."""

from __future__ import annotations

import re

from tinhgon.core.days import YEAR
from tinhgon.texts.deadlines.moments import Point
from tinhgon.texts.deadlines.setting import Setting

EFFECT = re.compile(r"(?:hiệu\s+lực|áp\s+dụng)[^,;]{0,40}$", re.IGNORECASE)
AS_OF = re.compile(
    r"(?:\btính|\bđã\b[^,;]{0,40}|(?:số\s+liệu|thống\s+kê|hiện\s+trạng|lũy\s+kế|dư\s+nợ)[^,;]{0,40})\s*$",
    re.IGNORECASE,
)
# Of documents and people that were there before a day, not of work.
OLDER = re.compile(r"(?:tuyển\s+dụng|sinh|\bký|ban\s+hành|bổ\s+nhiệm|cấp)\s*$", re.IGNORECASE)
IN_CASE = re.compile(r"\s*(?:nhưng\s[^,;]{0,60})?,?\s*(?:thì|mà)\b", re.IGNORECASE)  # of whom a rule speaks
PARTS = re.compile(r"\s*(?:độ|tổng|số|diện|dân|chiều|kích|lần|thời)\b")  # 1/3 độ dài: a fraction
STATE = re.compile(r"(?:tình\s+hình|kết\s+quả|diễn\s+biến|thành\s+tích)[^,;:]{0,60}$", re.IGNORECASE)
NEWS = re.compile(
    r"[^.;]{0,40}?(?:tình\s+hình|diễn\s+biến|\bđã\b|\bước\b|(?:tăng|giảm)\s+\d|kinh\s+tế\s+(?:tiếp|tăng))",
    re.IGNORECASE,
)
BEGUN = re.compile(r"(?:bắt\s+đầu|kết\s+thúc|số\s+\d+|khai\s+giảng|thông\s+qua)\s*$", re.IGNORECASE)
COVERED = re.compile(
    r"(?:từ\s+(?:đầu\s+)?năm\s+\d{4}|giai\s+đoạn[^,;:.]{0,30}|tầm\s+nhìn|định\s+hướng|thời\s+kỳ[^,;:.]{0,30}"
    r"|nhiệm\s+kỳ[^,;:.]{0,30})[\s,]*$",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"chương\s+trình|chiến\s+lược|đề\s+án|kế\s+hoạch|quy\s+hoạch|dự\s+án|nghị\s+quyết|quyết\s+định|phê\s+duyệt|chỉ\s+thị",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\bsố\s+\d+[/-]\S*[A-ZĐ]")  # what follows a document's number is likely its name
GOAL = re.compile(
    r"phấn\s+đấu|mục\s+tiêu|chỉ\s+tiêu|hoàn\s+thành|\bđạt|\bxong|giảm|tăng|nâng|duy\s+trì|triển\s+khai|thực\s+hiện|tổ\s+chức"
    r"|xây\s+dựng|ban\s+hành|trình|bố\s+trí|giải\s+quyết|bảo\s+đảm|đảm\s+bảo|sắp\s+xếp\s+xong|báo\s+cáo|kết\s+thúc|\bcó\b",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"quy\s+định\s+(?:về|việc)|\bdự\s+toán|kinh\s+phí|biên\s+chế\s+giao|năm\s+học", re.IGNORECASE
)
FROM_NOW = re.compile(r"\W*từ\s+(?:nay(?:\s+cho)?|(?:ngày|tháng|quý)\s[^,;]{1,25})\s*$", re.IGNORECASE)
CLAUSE = re.compile(r"[,:(–]|\s-\s|\bvà\b(?=\s+(?:đến|trước|trong)\b)")


def is_wanted(setting: Setting, point: Point) -> bool:
    """Tell whether a moment, by what stands around it, is one by which something must be done."""
    start = point.span.start
    before = setting.before(start, 300)
    if (
        setting.is_basis(start)
        or _in_abstract(setting, start)
        or EFFECT.search(before)
        or AS_OF.search(before)
    ):
        return False
    if point.manner == "alone":
        return _stands_alone(setting, point)
    if point.manner == "before" and IN_CASE.match(setting.text, point.span.end):
        return False
    if point.manner == "before" and point.moment.year and not point.stretch and OLDER.search(before):
        return False
    if point.bare and PARTS.match(setting.text, point.span.end):
        return False
    if point.manner == "inside" and BEGUN.search(before):
        return False
    if point.manner == "inside" and point.stretch and _is_narrated(setting, point, before):
        return False
    return not _is_years(point) or _is_goal(setting, point, before)


def _is_narrated(setting: Setting, point: Point, before: str) -> bool:
    """Tell whether a stretch of the calendar is looked back upon: Trong tháng 11, tình hình tiếp tục …"""
    return bool(STATE.search(before) or NEWS.match(setting.after(point.span.end, 70)))


def _is_years(point: Point) -> bool:
    """Tell whether a whole year is named, which is a goal's day or merely what a plan covers."""
    return point.stretch and point.moment.months == YEAR and point.moment.year is not None


def _is_goal(setting: Setting, point: Point, before: str) -> bool:
    words = setting.text[point.span.start : point.span.end]
    if words.isupper() or COVERED.search(before) or before.count("“") > before.count("”"):
        return False
    if point.manner in ("before", "surely"):
        return True
    clause = before[max((found.end() for found in CLAUSE.finditer(before)), default=0) :]
    if ABOUT.search(clause):
        return False
    if GOAL.match(setting.after(point.span.end, 30).lstrip(" ,:")) or words.lower().startswith("hoàn thành"):
        return True
    if len(clause.strip(" -+*•")) < 4 or FROM_NOW.match(clause):  # the expression begins its clause
        return not _continues_a_name(before)
    return bool(GOAL.search(clause)) and not NAMED.search(clause) and not NUMBERED.search(before)


def _continues_a_name(before: str) -> bool:
    """Tell whether a comma stands inside the name of a plan: Chương trình A, B, đến năm 2030."""
    return bool(NAMED.search(before[-90:])) and not GOAL.search(before[-40:])


def _stands_alone(setting: Setting, point: Point) -> bool:
    """A cell or a line that is a moment and nothing else: the column “Thời gian hoàn thành” of a plan."""
    year = point.moment.year or (setting.issued.year if setting.issued else None)
    last = point.moment.last(year) if year else None
    if setting.standing or setting.issued is None or last is None or last <= setting.issued:
        return False
    around = setting.text[max(point.span.start - 3, 0) : point.span.end + 3]
    return "|" in around or ":" in around or (point.stretch and not _is_years(point))


def _in_abstract(setting: Setting, place: int) -> bool:
    found = setting.head.places.get("abstract")
    return bool(found and found.start <= place < found.end)
