"""Deadlines that come again: hằng năm, định kỳ 6 tháng, ngày 15 của tháng cuối quý, thứ Sáu hằng tuần."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.deadlines.numerals import read_number
from tinhgon.texts.deadlines.setting import Setting
from tinhgon.texts.deadlines.wording.cycles import (
    BY,
    COVERED,
    CYCLE,
    DATED,
    DESCRIBED,
    DUTY,
    HINT,
    LISTED,
    NOMINAL,
    OPENING,
)
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


def read_cycles(setting: Setting) -> Iterator[Deadline]:
    """Give each deadline that comes again, in order."""
    for found in setting.matches(CYCLE, HINT):
        start = found.start()
        if found["day"] or found["week"] or found["place"] or found["monthly"]:
            led = BY.search(setting.before(start, 40))
            start -= len(led.group()) if led else 0
        if not setting.is_basis(start) and not setting.in_abstract(start) and _binds(setting, found, start):
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
    last = not setting.after(found.end(), 3).strip(" .")  # it ends a sentence: of the verb before a list, too
    said = DUTY.search(clause[-70:]) or (last and DUTY.search(before[-70:]))
    return not DESCRIBED.search(before) and not NOMINAL.search(before) and bool(said)


def is_own(cycle: Deadline) -> bool:
    """Tell whether its words say by themselves how often; “báo cáo năm” does so with a day alone."""
    return not cycle.words.lower().startswith(("báo", "đối"))


def only_of_day(setting: Setting, cycle: Deadline) -> bool:
    """Tell whether it says of a day that this comes again: 31/12 hằng năm, báo cáo năm trước ngày 15/12."""
    if cycle.day is not None or cycle.weekday is not None:
        return False
    return not is_own(cycle) or bool(DATED.search(setting.before(cycle.span.start, 10)))


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
