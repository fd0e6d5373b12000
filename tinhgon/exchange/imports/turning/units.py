"""Rows of units: new ones are established, known ones changed where the row says otherwise."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.core.errors import Refused
from tinhgon.core.reach import EDIT
from tinhgon.core.rows import TERRITORIAL
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.matching.units import Named, words_of
from tinhgon.exchange.imports.turning.newborn import Newborn
from tinhgon.exchange.imports.unit_words import widths
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.numbers import written
from tinhgon.office.sheets.reading import Row


def turn(work: Work) -> None:
    """Turn every row: those of known units first, then births, parents before those under them."""
    newborn, known = Newborn(), _known(work)
    for row in work.rows():
        if row.number not in known:
            newborn.add(row)
    for row in list(work.rows()):
        if unit := known.get(row.number):
            _change(work, row, unit, newborn)
    _establish(work, newborn)


def _known(work: Work) -> dict[int, UUID]:
    """Find which rows are of units that the register has on the day."""
    found: dict[int, UUID] = {}
    first: dict[tuple[UUID, Any], int] = {}
    for row in list(work.rows()):
        try:
            unit = _one(work, row)
        except Refused as refused:
            work.fault(row, "name", refused)
            continue
        if unit is None:
            continue
        other = first.setdefault((unit, work.day(row)), row.number)
        if other != row.number:
            work.fault(row, "name", refusals.SameAgain(other=other))
        found[row.number] = unit
    return found


def _one(work: Work, row: Row) -> UUID | None:
    """Find a row's unit: by its code, or by its name and what it stands under.

    :raises SeveralUnits: the name alone does not tell.
    """
    day, code, name = work.day(row), row.values.get("code"), row.values["name"]
    if code and (unit := work.units.by_code(code, day)):
        return unit
    above = row.values.get("parent")
    for text in ([f"{name}, {above}"] if above else []) + ([] if code else [name]):
        try:
            return work.units.find(text, day)
        except (refusals.UnknownUnit, refusals.UnitNoMore):
            continue
    return None


def _change(work: Work, row: Row, unit: UUID, newborn: Newborn) -> None:
    before, steps = work.units.alive(unit, work.day(row)), len(work.plan.steps)
    if before is None:
        return
    for operation, said in (*_facts(row, before), *_place(work, row, unit, newborn)):
        work.order(row, operation, before.name, unit, said)
    if len(work.plan.steps) == steps and row.number not in work.faulty:
        work.same(row)


def _facts(row: Row, before: Named) -> list[tuple[ops.Operation, str]]:
    """Order what differs of what a unit is; an empty cell says nothing."""
    values, unit, found = row.values, before.unit, list[tuple[ops.Operation, str]]()
    if values["name"] != before.name:
        found.append((ops.Rename(unit=unit, name=values["name"]), values["name"]))
    if values.get("kind") and values["kind"] != before.kind:
        found.append((ops.ChangeKind(unit=unit, kind=values["kind"]), ""))
    area, population = values.get("area"), values.get("population")
    if area not in (None, before.area_km2) or population not in (None, before.population):
        figures = ops.ChangeFigures(unit=unit, area_km2=area, population=population)
        said = [written(Decimal(one)) for one in (area, population) if one is not None]
        found.append((figures, " · ".join(said)))
    return found


def _place(work: Work, row: Row, unit: UUID, newborn: Newborn) -> list[tuple[ops.Operation, str]]:
    day, found = work.day(row), list[tuple[ops.Operation, str]]()
    code = _code(row)
    if code and code != work.units.code(unit, day):
        found.append((ops.ChangeCode(unit=unit, value=code), code))
    if row.values.get("parent") or row.values.get("parent_code"):
        line: Any = row.values.get("line") or work.units.line(unit, day)
        parent = _parent(work, row, newborn)
        if parent and parent != work.units.parent(unit, day, line):
            found.append((ops.Move(unit=unit, to=parent, line=line), row.values.get("parent") or ""))
    return found


def _establish(work: Work, newborn: Newborn) -> None:
    for unit, row in newborn.rows.items():
        newborn.parents[unit] = _parent(work, row, newborn)
    depths = {unit: newborn.depth(unit) for unit in newborn.rows}
    for unit, row in sorted(newborn.rows.items(), key=lambda one: depths[one[0]] or 0):
        _check(work, row, depths[unit])
        if row.number not in work.faulty:
            new = _new(unit, newborn.parents[unit], row)
            work.order(row, ops.Establish(unit=new), new.name, unit, row.values.get("parent") or "")


def _check(work: Work, row: Row, depth: int | None) -> None:
    name = row.values["name"]
    if depth is None:
        work.fault(row, "parent", refusals.StandsUnderItself())
    if not row.values.get("kind"):
        work.fault(row, "kind", refusals.NeededForNew(what=name, title="Loại"))
    stated = row.values.get("parent") or row.values.get("parent_code")
    if not stated and work.reach.units(action=EDIT) is not None:
        work.fault(row, "parent", refusals.NeededForNew(what=name, title="Tên cấp trên"))


def _new(unit: UUID, parent: UUID | None, row: Row) -> ops.NewUnit:
    values: dict[str, Any] = {"line": TERRITORIAL} | {name: of for name, of in row.values.items() if of}
    return ops.NewUnit(
        id=unit, name=values["name"], kind=values["kind"], parent=parent, code=_code(row),
        line=values["line"], area_km2=row.values.get("area"), population=row.values.get("population"),
    )  # fmt: skip


def _parent(work: Work, row: Row, newborn: Newborn) -> UUID | None:
    """Find what a unit is to stand under, in the register or in the file; what is neither is a fault."""
    code, name, day = row.values.get("parent_code"), row.values.get("parent"), work.day(row)
    if code:
        found = work.units.by_code(code, day) or newborn.by_code.get(code)
        if found is None:
            work.fault(row, "parent_code", refusals.UnknownUnit(found=code, day=day))
        elif name and found not in newborn.rows and not work.units.is_called(found, name, day):
            work.fault(row, "parent", refusals.WrongParent())
        return found
    if name and (unit := newborn.by_name.get(words_of(name))) and newborn.rows[unit] is not row:
        return unit
    return work.unit(row, "parent")


def _code(row: Row) -> str:
    """Give the code with the zeros that a spreadsheet takes off its front."""
    code: str = row.values.get("code") or ""
    width = widths().get(row.values.get("kind") or "", 0)
    return code.zfill(width) if code.isdigit() else code
