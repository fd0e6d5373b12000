"""Finds the units that cells name: by code or name, with or without marks, prefix and unit above."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from uuid import UUID

from tinhgon.core.errors import Refused
from tinhgon.core.faults import days as told_days
from tinhgon.core.names import fold, nfc
from tinhgon.core.periods import Period
from tinhgon.core.rows import LINES, NATIONAL, TERRITORIAL
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.unit_words import prefixes
from tinhgon.office.sheets.nearest import MOST, Nearest
from tinhgon.register.models import Identifier, Placement, Succession, UnitVersion

SHORT = {
    "p": "phuong", "x": "xa", "tt": "thi tran", "q": "quan", "h": "huyen", "tx": "thi xa",
    "tp": "thanh pho", "t": "tinh",
}  # fmt: skip
LONG = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("mat tran to quoc", "mttq"))
_SHORTENED = re.compile(r"\b(p|x|tt|q|h|tx|tp|t)\.\s*")
_CODED = re.compile(r"(.*?)\(([^()]+)\)")
Within = Callable[[UUID], bool]


@dataclass(frozen=True, slots=True)
class Named:
    """What a unit was called over a period."""

    unit: UUID
    name: str
    kind: str
    valid: Period
    area_km2: Decimal | None
    population: int | None


class Units:
    """The units of all days; only those that `within` lets through are ever found or suggested."""

    def __init__(self, within: Within, *, on: date) -> None:
        self._within, self._on = within, on
        self._named: dict[UUID, list[Named]] = defaultdict(list)
        self._by_name: dict[str, list[Named]] = defaultdict(list)
        for one in _versions():
            self._named[one.unit].append(one)
            for key in _keys(one):
                self._by_name[key].append(one)
        self._codes, self._by_code = _codes()
        self.find = lru_cache(None)(self._find)
        self.name = lru_cache(None)(self._name)

    def _name(self, unit: UUID, day: date) -> str:
        """Give what a unit is called on a day, or was nearest to it."""
        rows = self._named.get(unit, [])
        return next((one.name for one in rows if day in one.valid), rows[-1].name if rows else "")

    def alive(self, unit: UUID, day: date) -> Named | None:
        """Give what a unit is on a day, or None."""
        return next((one for one in self._named.get(unit, ()) if day in one.valid), None)

    def code(self, unit: UUID, day: date) -> str:
        """Give the national code of a unit on a day."""
        return next((value for value, valid in self._codes.get(unit, ()) if day in valid), "")

    def parent(self, unit: UUID, day: date, line: str = "") -> UUID | None:
        """Give what a unit stands under on a day, in a line or in any."""
        found = (row for row in self._places.get(unit, ()) if day in row[1])
        return next((parent for one, _, parent in found if line in ("", one)), None)

    def line(self, unit: UUID, day: date) -> str:
        """Give the first line in which a unit has a place on a day."""
        there = {line for line, valid, _ in self._places.get(unit, ()) if day in valid}
        return next((line for line in LINES if line in there), TERRITORIAL)

    def is_called(self, unit: UUID, text: str, day: date) -> bool:
        """Tell whether words may mean a unit."""
        alive = self.alive(unit, day)
        return alive is not None and _words(text) in _keys(alive)

    def by_code(self, text: str, day: date) -> UUID | None:
        """Give the unit within reach that bears a code on a day; zeros lost at its front are put back."""
        tried = [text, *(text.zfill(width) for width in (2, 3, 5) if text.isdigit() and len(text) < width)]
        for code in tried:
            for unit, valid in self._by_code.get(code, ()):
                if day in valid and self._within(unit):
                    return unit
        return None

    def label(self, unit: UUID, day: date) -> str:
        """Write a unit so that the same words find it again."""
        name, code = self.name(unit, day), self.code(unit, day)
        if len(self._alive(_words(name), day)) < 2:
            return name
        above = self.parent(unit, day)
        return f"{name} ({code})" if code else f"{name}, {self.name(above, day)}" if above else name

    def _find(self, text: str, day: date) -> UUID:
        """Find the unit that a cell names on a day.

        :raises UnknownUnit, UnitNoMore, SeveralUnits: none, none on that day, or more than one is meant.
        """
        if unit := self.by_code(text, day) or self._coded(text, day):
            return unit
        found = self._alive(_words(text), day) or self._under(text, day)
        exact = {one.unit for one in found if one.name.casefold() == nfc(text).casefold()}
        units = list(exact if len(exact) == 1 else dict.fromkeys(one.unit for one in found))
        if len(units) == 1:
            return units[0]
        raise self._several(text, day, units) if units else self._unknown(text, day)

    def _coded(self, text: str, day: date) -> UUID | None:
        """Read “Phường Cái Khế (31120)”."""
        written = _CODED.fullmatch(text)
        unit = written and self.by_code(written[2].strip(), day)
        return unit if written and unit and self.is_called(unit, written[1], day) else None

    def _alive(self, words: str, day: date) -> list[Named]:
        """Give the units within reach that are called so; those whose whole name it is come alone."""
        found = [one for one in self._by_name.get(words, ()) if day in one.valid and self._within(one.unit)]
        return [one for one in found if _words(one.name) == words] or found

    def _under(self, text: str, day: date) -> list[Named]:
        """Read “Phòng Nội vụ, quận Ninh Kiều”: a name, and that of a unit above it."""
        words = _words(text).split()
        for cut in range(len(words) - 1, 0, -1):
            above = {one.unit for one in self._by_name.get(" ".join(words[cut:]), ()) if day in one.valid}
            found = self._alive(" ".join(words[:cut]), day) if above else []
            if under := [one for one in found if above & set(self._above(one.unit, day))]:
                return under
        return []

    def _above(self, unit: UUID, day: date) -> Iterator[UUID]:
        seen: set[UUID] = set()
        above = self.parent(unit, day)
        while above and above not in seen:
            yield above
            seen.add(above)
            above = self.parent(above, day)

    def _several(self, text: str, day: date, units: list[UUID]) -> Refused:
        meant = tuple(self.label(unit, day) for unit in units[:MOST])
        return refusals.SeveralUnits(found=text[:80], day=day, count=len(units), suggested=meant)

    def _unknown(self, text: str, day: date) -> Refused:
        """Say that there is none; of one that was, what it became comes first."""
        words = _words(text)
        once = [one for one in self._by_name.get(words, ()) if self._within(one.unit)]
        heirs = self._heirs(once[-1].unit, day) if once else []
        near = [label for name in self._nearest.to(text) for label in self._labels(name, day)]
        meant = tuple(dict.fromkeys((*heirs, *near)))[:MOST]
        if once:
            told = told_days(once[-1].valid)
            return refusals.UnitNoMore(found=text[:80], day=day, days=told, suggested=meant)
        return refusals.UnknownUnit(found=text[:80], day=day, suggested=meant)

    def _heirs(self, unit: UUID, day: date) -> list[str]:
        """Name the units into which one went that ended, by way of others that ended too."""
        passed = Succession.objects.throughout().filter(on__lte=day).order_by("-share_population")
        seen, waiting = dict.fromkeys([unit]), [unit]
        while waiting:
            ended = [one for one in waiting if not self.alive(one, day)]
            heirs = passed.filter(origin__in=ended).values_list("result_id", flat=True)
            waiting = [heir for heir in heirs if heir not in seen]
            seen |= dict.fromkeys(waiting)
        return [self.label(heir, day) for heir in seen if self.alive(heir, day) and self._within(heir)]

    def _labels(self, name: str, day: date) -> Iterable[str]:
        return (self.label(one.unit, day) for one in self._alive(_words(name), day))

    @cached_property
    def _nearest(self) -> Nearest:
        named = (one for of in self._named.values() for one in of if self._on in one.valid)
        return Nearest(one.name for one in named if self._within(one.unit))

    @cached_property
    def _places(self) -> dict[UUID, list[tuple[str, Period, UUID | None]]]:
        found: dict[UUID, list[tuple[str, Period, UUID | None]]] = defaultdict(list)
        rows = Placement.objects.throughout().values_list("unit_id", "line", "valid", "parent_id")
        for unit, line, valid, parent in rows:
            found[unit].append((line, valid, parent))
        return found


def words_of(name: str) -> str:
    """Give the words by which a name is found: no marks, no case, no punctuation, one form of each word."""
    return _words(name)


def _versions() -> Iterator[Named]:
    rows = UnitVersion.objects.throughout().order_by("valid")
    for row in rows.values_list("unit_id", "name", "kind_id", "valid", "area_km2", "population"):
        yield Named(*row)


def _codes() -> tuple[dict[UUID, list[tuple[str, Period]]], dict[str, list[tuple[UUID, Period]]]]:
    of_unit: dict[UUID, list[tuple[str, Period]]] = defaultdict(list)
    by_code: dict[str, list[tuple[UUID, Period]]] = defaultdict(list)
    rows = Identifier.objects.throughout().filter(scheme=NATIONAL).values_list("unit_id", "value", "valid")
    for unit, value, valid in rows:
        of_unit[unit].append((value, valid))
        by_code[value].append((unit, valid))
    return of_unit, by_code


def _keys(one: Named) -> set[str]:
    """Give the words that find a unit: its name, and its name without the word for its kind."""
    whole = _words(one.name)
    prefix = _words(prefixes().get(one.kind, ""))
    bare = whole.removeprefix(f"{prefix} ") if prefix else whole
    return {whole, bare}


@lru_cache(65536)
def _words(text: str) -> str:
    plain = _SHORTENED.sub(lambda found: f"{SHORT[found[1]]} ", fold(text))
    words = " ".join(re.findall(r"\w+", plain))
    for long, short in LONG:
        words = words.replace(long, short)
    return words
