"""What tables of units and neighbours say, as a solver takes it: no register is needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from tinhgon.core.errors import Said
from tinhgon.core.rules.units.facts import Territory as Facts
from tinhgon.lab.files.neighbours import Pair
from tinhgon.lab.files.refusals import NoSuchColumn, StrangeCode
from tinhgon.lab.files.units import UnitRow
from tinhgon.lab.ground.facts import assert_known, facts_of
from tinhgon.lab.ground.standards import MERGED, Law, given_standards, standards_of
from tinhgon.lab.ground.surface import measures_of, numbered
from tinhgon.lab.parameters import StandardsAsked
from tinhgon.rules.library import book
from tinhgon.solvers.consolidate.values import Conditions, Standards, Territory

TYPES = {"xã": "commune", "phường": "ward", "thị trấn": "township", "đặc khu": "special_zone"}
PEOPLE, AREA = "population", "area_km2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How tables are to be read.

    :param people, area: the columns that count people and land.
    :param group: the column that is never crossed; "" for none.
    :param district: today's districts; a table without that column has none.
    :param missing_as_zero: take a weight that is not written as nothing, and say so.
    :param on: the day whose law counts, where the standards are the law's.
    """

    people: str = PEOPLE
    area: str = AREA
    group: str = ""
    district: str = "district_code"
    missing_as_zero: bool = False
    standards: StandardsAsked = field(default_factory=lambda: StandardsAsked(by="none"))
    on: date = date.max
    together: Sequence[Sequence[str]] = ()
    apart: Sequence[tuple[str, str]] = ()
    alone: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Tabled:
    """A territory out of tables, with what it is asked."""

    names: tuple[str, ...]
    facts: tuple[Facts | None, ...]
    territory: Territory
    standards: Standards
    law: Law
    conditions: Conditions
    notes: tuple[Said, ...] = ()


def tabled(
    units: Sequence[UnitRow], pairs: Sequence[Pair], reading: Reading, conditions: Conditions
) -> Tabled:
    """
    Lay units and neighbours out; pairs of units that are not in the table are left out and counted.

    :raises NoSuchColumn, StrangeCode: what is asked for is not in the tables.
    :raises TerrainUnknown, RegionUnknown: the law's standards cannot be told.
    """
    place = {unit.code: number for number, unit in enumerate(units)}
    inside = [pair for pair in pairs if pair.one in place and pair.other in place]
    territory = _territory(units, inside, place, reading)
    facts = tuple(_facts(unit, reading) for unit in units)
    standards, law = _standards(units, facts, reading)
    return Tabled(
        names=tuple(unit.cells.get("name") or unit.code for unit in units),
        facts=facts,
        territory=territory,
        standards=standards,
        law=law,
        conditions=_pinned(conditions, place, reading),
        notes=tuple(_notes(units, len(pairs) - len(inside), reading)),
    )


def _territory(
    units: Sequence[UnitRow], pairs: Sequence[Pair], place: Mapping[str, int], reading: Reading
) -> Territory:
    found = sorted((*sorted((place[one.one], place[one.other])), one.border_km) for one in pairs)
    group = _column(units, reading.group) if reading.group else [""] * len(units)
    none = 0.0 if reading.missing_as_zero else None
    weights = {
        name: [_or(unit.numbers[name], none) for unit in units] for name in (reading.people, reading.area)
    }
    return Territory(
        codes=tuple(unit.code for unit in units),
        measures=measures_of(weights[reading.people], weights[reading.area]),
        borders=np.array([pair[:2] for pair in found], np.int32).reshape(-1, 2),
        border_km=np.array([pair[2] for pair in found], np.float64),
        group=numbered(group),
        district=numbered([unit.cells.get(reading.district, "") for unit in units]),
        position=np.array([(_nan(unit.lat), _nan(unit.lon)) for unit in units], np.float64).reshape(-1, 2),
        may_seat=np.ones(len(units), np.bool_),
    )


def _column(units: Sequence[UnitRow], name: str) -> list[str]:
    if units and name not in units[0].cells:
        raise NoSuchColumn(column=name, columns=sorted(units[0].cells))
    return [unit.cells.get(name, "") for unit in units]


def _facts(unit: UnitRow, reading: Reading) -> Facts | None:
    """Give what the rules may ask: from the columns, then from what is assumed of all."""
    cells, asked = unit.cells, reading.standards
    kind = TYPES.get(cells.get("type", "").strip().lower(), "")
    facts = facts_of(kind, asked, on=reading.on, terrain=cells.get("terrain", ""))
    own: dict[str, Any] = {
        name: cells[name] for name in ("region", "of_what", "exemption") if cells.get(name)
    }
    if cells.get("in_municipality"):
        own["in_municipality"] = cells["in_municipality"] == "1"
    return facts and replace(facts, **own)


def _standards(
    units: Sequence[UnitRow], facts: Sequence[Facts | None], reading: Reading
) -> tuple[Standards, Law]:
    asked = reading.standards
    if asked.by != "rules":
        least = asked.given if asked.by == "given" else {}
        return given_standards(len(units), least, asked.waived_from), Law(on=reading.on, sorts=())
    standards, law = standards_of(facts, on=reading.on, book=book())
    named = ((unit.cells.get("name") or unit.code, one) for unit, one in zip(units, facts, strict=True))
    assert_known(named, regions=law.merged == MERGED)
    return standards, law


def _pinned(conditions: Conditions, place: Mapping[str, int], reading: Reading) -> Conditions:
    named = [*reading.alone, *(one for pair in reading.apart for one in pair)]
    named += [one for bundle in reading.together for one in bundle]
    if lost := sorted({code for code in named if code not in place}):
        raise StrangeCode(codes=lost)
    return replace(
        conditions,
        together=tuple(tuple(place[one] for one in bundle) for bundle in reading.together),
        apart=tuple((place[one], place[other]) for one, other in reading.apart),
        alone=tuple(place[one] for one in reading.alone),
    )


def _notes(units: Sequence[UnitRow], outside: int, reading: Reading) -> list[Said]:
    notes: list[Said] = []
    missing = [unit for unit in units if None in unit.numbers.values()]
    if missing and reading.missing_as_zero:
        vi = f"{len(missing)} đơn vị thiếu số liệu được tính là 0 (đầu tiên: {missing[0].code})."
        notes.append(Said(vi, f"{len(missing)} units lack a figure, taken as 0 (first: {missing[0].code})."))
    if outside:
        vi = f"{outside} cặp liền kề có đơn vị ngoài bảng, đã bỏ qua."
        notes.append(
            Said(vi, f"{outside} pairs of neighbours name a unit outside the table and were left out.")
        )
    return notes


def _or(value: float | None, none: float | None) -> Decimal | float | None:
    return none if value is None else value


def _nan(value: float | None) -> float:
    return float("nan") if value is None else value
