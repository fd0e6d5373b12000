"""Deadlines that count from an event: trong thời hạn 15 ngày làm việc kể từ ngày nhận đủ hồ sơ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinhgon.texts.deadlines.numerals import read_number
from tinhgon.texts.deadlines.setting import Setting
from tinhgon.texts.deadlines.wording.lengths import (
    AHEAD,
    AHEAD_OF,
    ALLOWED,
    AND,
    BEGINS,
    COMPARED,
    EARLIER,
    FOR_OTHERS,
    LASTS,
    LEAST,
    LEAST_AHEAD,
    LENGTH,
    LONGER,
    NEXT_DAY,
    SINCE,
    STOP,
    TERMED,
    UNDONE,
)
from tinhgon.texts.values import Deadline, Measure, Span

UNITS: dict[str, Measure] = {
    "ngày làm việc": "working_day",
    "ngày công tác": "working_day",
    "ngày": "day",
    "giờ": "hour",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
}
SHORT = {"hour", "day", "working_day", "week"}
SINCE_MOST = 60  # letters


def read_next_days(setting: Setting) -> Iterator[Deadline]:
    """Give each deadline of the same day or the next: chậm nhất là trong ngày làm việc tiếp theo."""
    for found in NEXT_DAY.finditer(setting.text):
        span = Span(*found.span())
        same = found.group().lower().startswith("ngay")
        words = setting.clean.text[span.start : span.end]
        measure: Measure = "working_day" if found["work"] else "day"
        yield Deadline(span, words, "within", amount=0 if same else 1, measure=measure)


def read_lengths(setting: Setting) -> Iterator[Deadline]:
    """Give each deadline of so many days, months or years, in order."""
    last: Deadline | None = None
    for found in LENGTH.finditer(setting.text):
        if made := _length(setting, found, last):
            last = made
            yield made


def _length(setting: Setting, found: re.Match[str], last: Deadline | None) -> Deadline | None:
    start, end = found.span()
    if COMPARED.match(setting.text, end):
        return None
    before, measure = setting.before(start, 110), UNITS[" ".join(found["unit"].lower().split())]
    since = SINCE.match(setting.text, end)
    ahead = (
        AHEAD.search(before) or LEAST_AHEAD.search(before) if measure != "hour" else None
    )  # “trước 15 giờ” is a time of the day
    if ahead or (ahead := AHEAD_OF.match(setting.text, end) and LEAST.search(before)):
        led, kind = ahead, "before"
    elif (allowed := ALLOWED.search(before)) and _obliges(
        before[: allowed.start()], allowed["lead"], setting.after(end, 30), measure, since
    ):
        led, kind = allowed, "within"
    elif TERMED.search(before) or _continues(setting, start, end, before, last):
        led, kind = None, last.kind if last and not TERMED.search(before) else "within"
    else:
        return None
    span = Span(start - len(before) + led.start() if led else start, end)
    return Deadline(
        span,
        setting.clean.text[span.start : span.end],
        "before" if kind == "before" else "within",
        amount=read_number(found["number"]),
        measure=measure,
        since=_since(setting, since or AHEAD_OF.match(setting.text, end)),
    )


def _obliges(before: str, lead: str, after: str, measure: Measure, since: re.Match[str] | None) -> bool:
    """Tell whether a length with such words before it is a time to act in, not one that something lasts."""
    lead = " ".join(lead.lower().split())
    if LASTS.search(before) or EARLIER.search(before) or (measure not in SHORT and LONGER.search(before)):
        return False
    if lead == "quá":
        return bool(since) or bool(UNDONE.match(after))
    if lead == "trong thời gian":  # at the end of a sentence, it is rather how long something lasts
        return measure in SHORT or (bool(since) and bool(BEGINS.search(before)))
    if lead in ("trong", "chỉ trong"):
        return measure in SHORT or bool(since)
    return not lead.startswith(("tối đa", "nhiều nhất")) or measure in SHORT or bool(since)


def _continues(setting: Setting, start: int, end: int, before: str, last: Deadline | None) -> bool:
    """Tell whether it goes on with a list: chậm nhất 30 ngày đối với …, 60 ngày đối với …"""
    if last is None or setting.sentence(last.span.start) != setting.sentence(start):
        return False
    return bool(AND.search(before) and FOR_OTHERS.match(setting.text, end))


def _since(setting: Setting, since: re.Match[str] | None) -> str:
    if since is None:
        return ""
    words = STOP.sub("", setting.clean.text[since.start("since") : since.end("since")]).strip()
    return words if len(words) <= SINCE_MOST else words[: SINCE_MOST + 1].rpartition(" ")[0]
