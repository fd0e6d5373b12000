"""What names a day or a span of years and sets no deadline: effect, figures as of a day, names of plans."""

from __future__ import annotations

from tinhgon.core.days import YEAR
from tinhgon.texts.deadlines.moments import Point
from tinhgon.texts.deadlines.setting import Setting
from tinhgon.texts.deadlines.wording.guards import (
    ABOUT,
    AS_OF,
    BEGUN,
    CLAUSE,
    COVERED,
    EFFECT,
    FRACTION,
    FROM_NOW,
    GOAL,
    IN_CASE,
    NAMED,
    NEWS,
    NUMBERED,
    OFFICE,
    OLDER,
    PARTS,
    STATE,
)


def is_wanted(setting: Setting, point: Point) -> bool:
    """Tell whether a moment, by what stands around it, is one by which something must be done."""
    start = point.span.start
    before = setting.before(start, 300)
    if setting.is_basis(start) or setting.in_abstract(start) or EFFECT.search(before) or AS_OF.search(before):
        return False
    if point.manner == "alone":
        return _stands_alone(setting, point)
    if point.manner == "before" and IN_CASE.match(setting.text, point.span.end):
        return False
    if point.manner == "before" and point.moment.year and not point.stretch and OLDER.search(before):
        return False
    if point.bare and _is_fraction(setting, point):
        return False
    if point.manner == "until" and OFFICE.search(before):
        return False
    if point.manner == "inside" and BEGUN.search(before):
        return False
    if point.manner == "inside" and point.stretch and _is_narrated(setting, point, before):
        return False
    return not _is_years(point) or _is_goal(setting, point, before)


def _is_fraction(setting: Setting, point: Point) -> bool:
    end = point.span.end
    return bool(PARTS.match(setting.text, end) or FRACTION.match(setting.text, end - 3))


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
    if GOAL.match(setting.after(point.span.end, 30).lstrip(" ,:")) or words.lower().startswith(
        ("hoàn thành", "xong", "phải")
    ):
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
    if setting.standing and not any(at < point.span.start for at in setting.scheduled):
        return False
    if setting.issued is None or last is None or last <= setting.issued:
        return False
    around = setting.text[max(point.span.start - 3, 0) : point.span.end + 3]
    return "|" in around or ":" in around or (point.stretch and not _is_years(point))
