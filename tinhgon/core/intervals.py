"""A history as intervals: which unit bore a code, from which day to which, read and checked as a whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from tinhgon.core import faults
from tinhgon.core.faults import Fault, FaultyHistory
from tinhgon.core.names import fold, nfc
from tinhgon.core.periods import EmptyPeriod, NoSuchDay, Period, gaps, parse_day

COLUMNS = ("level", "code", "name", "type", "parent_code", "valid_from", "valid_to")
LEVELS = ("province", "district", "commune")
LIMITS = {"code": 60, "name": 250, "parent_code": 60}
FIRST_ROW = 2  # the header is row 1

Cells: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """One row: what bore a code over a period."""

    row: int
    level: str
    code: str
    name: str
    short_name: str
    bare: str  # the short name folded, to tell whether it stays
    kind: str
    parent_code: str
    valid: Period

    @property
    def rank(self) -> int:
        """0 for the highest level."""
        return LEVELS.index(self.level)


@dataclass(frozen=True)
class KindWords:
    """The words with which lists name kinds: (level, word) → kind."""

    kinds: Mapping[tuple[str, str], str]

    @cached_property
    def _folded(self) -> dict[tuple[str, str], str]:
        return {(level, fold(word)): kind for (level, word), kind in self.kinds.items()}

    @cached_property
    def _prefixes(self) -> dict[str, re.Pattern[str]]:
        found = {}
        for level in LEVELS:
            words = sorted((word for at, word in self.kinds if at == level and word), key=len, reverse=True)
            either = "|".join(re.escape(nfc(word)) for word in words) or "(?!)"
            found[level] = re.compile(rf"(?:{either})\s+(?=\S)", re.IGNORECASE)
        return found

    def kind(self, level: str, word: str) -> str | None:
        """Give the kind that a word means on a level."""
        return self._folded.get((level, fold(word)))

    def of_level(self, level: str) -> list[str]:
        """Give the words of a level."""
        return [word for at, word in self.kinds if at == level]

    def short_name(self, level: str, name: str) -> str:
        """Take the word of kind off a name; a mere number keeps it: “Phường 1”."""
        bare = self._prefixes[level].sub("", name, count=1) if self._prefixes[level].match(name) else name
        return name if re.fullmatch(r"\d+|[IVXL]+", bare) else bare


def read(rows: Iterable[Cells], words: KindWords) -> tuple[Interval, ...]:
    """Read and check a history.

    :raises FaultyHistory: with every fault of every row; nothing of it is to be used.
    """
    found: list[Fault] = []
    intervals: list[Interval] = []
    spoilt: set[str] = set()  # codes of faulty rows: their absence is no fault of their children
    for number, cells in enumerate(rows, start=FIRST_ROW):
        wrong, interval = _read_row(number, cells, words)
        found += wrong
        if interval:
            intervals.append(interval)
        else:
            spoilt.add(_text(cells, "code"))
        if any(isinstance(fault, faults.MissingColumn) for fault in wrong):
            break
    by_code = grouped(intervals)
    found += [fault for held in by_code.values() for fault in _overlaps(held)]
    found += [fault for one in intervals if one.parent_code not in spoilt for fault in _orphans(one, by_code)]
    if found:
        raise FaultyHistory(found)
    return tuple(intervals)


def grouped(intervals: Iterable[Interval]) -> dict[str, list[Interval]]:
    """Give the intervals of each code, in order of days."""
    groups: defaultdict[str, list[Interval]] = defaultdict(list)
    for interval in sorted(intervals, key=lambda one: one.valid.since):
        groups[interval.code].append(interval)
    return dict(groups)


def _read_row(number: int, cells: Cells, words: KindWords) -> tuple[list[Fault], Interval | None]:
    if missing := [column for column in COLUMNS if column not in cells]:
        return [faults.MissingColumn(row=1, field=column, needed=COLUMNS) for column in missing], None
    texts = {column: _text(cells, column) for column in COLUMNS}
    level = texts["level"]
    wrong = [*_text_faults(number, cells, texts), *_type_faults(number, texts, words)]
    valid = _period(number, texts, wrong)
    if wrong or valid is None:
        return wrong, None
    short_name = words.short_name(level, texts["name"])
    return [], Interval(
        row=number,
        level=level,
        code=texts["code"],
        name=texts["name"],
        short_name=short_name,
        bare=re.sub(r"[\W_]+", "", fold(short_name)),
        kind=words.kind(level, texts["type"]) or "",
        parent_code=texts["parent_code"],
        valid=valid,
    )


def _text(cells: Cells, column: str) -> str:
    return nfc(str(cells.get(column) or ""))


def _text_faults(row: int, cells: Cells, texts: Mapping[str, str]) -> Iterator[Fault]:
    if None in cells:  # where csv.DictReader puts what has no column
        yield faults.TooManyFields(row=row, field="")
    needed = ["code", "name"] if texts["level"] == LEVELS[0] else ["code", "name", "parent_code"]
    for field in needed:
        if not texts[field]:
            yield faults.EmptyField(row=row, field=field)
    for field, limit in LIMITS.items():
        if len(texts[field]) > limit or not texts[field].isprintable():
            yield faults.BadText(row=row, field=field, limit=limit)


def _type_faults(row: int, texts: Mapping[str, str], words: KindWords) -> Iterator[Fault]:
    level, word = texts["level"], texts["type"]
    if level not in LEVELS:
        yield faults.UnknownLevel(row=row, field="level", found=level[:40], known=LEVELS)
    elif words.kind(level, word) is None:
        known = words.of_level(level)
        yield faults.UnknownType(row=row, field="type", level=level, found=word[:40], known=known)


def _period(row: int, texts: Mapping[str, str], wrong: list[Fault]) -> Period | None:
    """Read the period; what is wrong with it joins the other faults of the row."""
    since = _day(row, "valid_from", texts["valid_from"], wrong)
    until = _day(row, "valid_to", texts["valid_to"], wrong) if texts["valid_to"] else None
    if since is None:
        return None
    try:
        return Period(since, until)
    except EmptyPeriod:
        wrong.append(faults.ReversedPeriod(row=row, field="valid_to", since=since, until=until))
        return None


def _day(row: int, field: str, text: str, wrong: list[Fault]) -> date | None:
    try:
        return parse_day(text)
    except NoSuchDay:
        wrong.append(faults.BadDate(row=row, field=field, found=text[:40]))
        return None


def _overlaps(held: list[Interval]) -> Iterator[Fault]:
    """Compare each interval with the one before it that lasts longest."""
    last: Interval | None = None
    for one in held:
        shared = last.valid.intersection(one.valid) if last else None
        if last and shared:
            days = faults.days(shared)
            yield faults.Overlap(row=one.row, field="code", unit=one.code, other=last.row, days=days)
        if last is None or (one.valid.until or date.max) > (last.valid.until or date.max):
            last = one


def _orphans(one: Interval, by_code: Mapping[str, list[Interval]]) -> Iterator[Fault]:
    if not one.parent_code:
        return
    holders = [held for held in by_code.get(one.parent_code, ()) if held.valid.overlaps(one.valid)]
    for held in holders:
        if held.rank >= one.rank:
            yield faults.ParentNotAbove(
                row=one.row, field="parent_code", parent=held.code, other=held.row, level=one.level
            )
    missing = [faults.days(period) for period in gaps(one.valid, [held.valid for held in holders])]
    if missing:
        yield faults.Orphan(row=one.row, field="parent_code", parent=one.parent_code, days=missing)
