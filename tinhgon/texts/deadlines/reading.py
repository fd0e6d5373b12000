"""Puts the kinds together: an undated day beside “hằng năm” comes again each year; nothing is told twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tinhgon.texts.clean import Clean
from tinhgon.texts.deadlines.columns import read_columns
from tinhgon.texts.deadlines.cycles import is_own, only_of_day, read_cycles
from tinhgon.texts.deadlines.lengths import read_lengths, read_next_days
from tinhgon.texts.deadlines.points import read_points
from tinhgon.texts.deadlines.setting import Setting
from tinhgon.texts.values import Deadline, Head, Span

BETWEEN = re.compile(
    r"[\s(,]*(?:(?:,|và|hoặc)\s*(?:trước\s+|trong\s+)?(?:(?:ngày|tháng|quý)\s+)?(?:\d{1,2}|[IV]{1,3})\s*(?:(?:/|tháng)\s*\d{1,2}\s*)?){0,3}",
    re.IGNORECASE,
)
NEAR = 4  # letters between a cycle and its day, as in “hằng năm (trước ngày 15/12)”


def read_deadlines(clean: Clean, head: Head) -> tuple[Deadline, ...]:
    """Find every expression that sets by when, within what time or how often something must be done.

    Where the year is not written, `due` leans on the document's day, and `month` and `day` stand beside it
    to say so; without a document's day it is None.
    """
    setting = Setting(clean, head)
    cycles = [*_with_days(setting, sorted(read_cycles(setting), key=lambda one: one.span))]
    points = [made for _, made in read_points(setting)]
    joined = _join(setting, cycles, points)
    return tuple(_apart([*joined, *read_lengths(setting), *read_next_days(setting), *read_columns(setting)]))


def _with_days(setting: Setting, cycles: list[Deadline]) -> Iterator[Deadline]:
    """Make one of a cycle and its day that stands beside it: hằng quý (ngày 15 của tháng cuối quý)."""
    last: Deadline | None = None
    for one in cycles:
        if last and not last.day and one.day and one.every == last.every and _is_near(last, one):
            last = replace(one, **_place(setting, last.span.start, one.span.end)) if is_own(last) else one
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _place(setting: Setting, start: int, end: int) -> dict[str, Any]:
    """Give span and words, with the bracket that closes one inside."""
    text = setting.clean.text
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    return {"span": Span(start, end), "words": text[start:end]}


def _is_near(one: Deadline, other: Deadline) -> bool:
    return 0 <= other.span.start - one.span.end <= NEAR


def _join(setting: Setting, cycles: list[Deadline], points: list[Deadline]) -> Iterator[Deadline]:
    used, near = set[Span](), defaultdict[Span, list[Deadline]](list)
    for one in cycles:
        if one.day is None:
            near[setting.sentence(one.span.start)].append(one)
    for point in points:
        cycle = _cycle_of(setting, point, near[setting.sentence(point.span.start)])
        if cycle is None:
            yield point
            continue
        used.add(cycle.span)
        yield _both(setting, cycle, point)
    # “kết thúc vào ngày 31/12 hằng năm”: of a day that sets nothing, its cycle sets nothing either.
    yield from (cycle for cycle in cycles if cycle.span not in used and not only_of_day(setting, cycle))


def _cycle_of(setting: Setting, point: Deadline, cycles: list[Deadline]) -> Deadline | None:
    """Find the cycle of an undated day in its sentence: the one just after it, else the nearest before it."""
    if point.month is None or point.fault:
        return None
    before = [one for one in cycles if one.span.start < point.span.start]
    after = [one for one in cycles if _says_of(setting, point, one)]
    return after[0] if after else before[-1] if before else None


def _says_of(setting: Setting, point: Deadline, cycle: Deadline) -> bool:
    """Tell whether a cycle follows a day, alone or with others: 20/6 và 20/12 hằng năm."""
    if cycle.span.start < point.span.end or cycle.words.lower().startswith("báo"):
        return False
    return bool(BETWEEN.fullmatch(setting.text, point.span.end, cycle.span.start))


def _both(setting: Setting, cycle: Deadline, point: Deadline) -> Deadline:
    start, end = min(cycle.span.start, point.span.start), max(cycle.span.end, point.span.end)
    near = end - start <= len(cycle.words) + len(point.words) + NEAR
    place = _place(setting, start, end) if near else {"span": point.span, "words": point.words}
    return replace(cycle, **place, month=point.month, day=point.day)


def _apart(found: Iterable[Deadline]) -> Iterator[Deadline]:
    """Give them in order; of two that share letters, the longer."""
    end = 0
    kept = list[Deadline]()
    for one in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if one.span.start < end and kept:
            if _length(one) > _length(kept[-1]):
                kept[-1] = one
        else:
            kept.append(one)
        end = kept[-1].span.end
    yield from kept


def _length(one: Deadline) -> int:
    return one.span.end - one.span.start
