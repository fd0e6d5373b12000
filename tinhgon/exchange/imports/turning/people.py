"""Rows of people: who has no dossier yet is given one; of who has, only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tinhgon import vault
from tinhgon.core.partial import PartialDay
from tinhgon.core.reach import EDIT, SENSITIVE
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.matching.people import Known, People, name_of
from tinhgon.exchange.imports.plan import Mended, Opened
from tinhgon.exchange.imports.turning.grades import Grades
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.reading import Row
from tinhgon.people.actions.opening import NewPerson
from tinhgon.people.models import Entry
from tinhgon.people.sealing import of_entry


def turn(work: Work) -> None:
    """Turn every row."""
    units = {row.number: unit for row in list(work.rows()) if (unit := _home(work, row))}
    rows = [row for row in work.rows() if row.number in units]
    people = People(rows, work.reach)
    known = {row.number: found for row in rows if (found := people.numbered(row.values["number"]))}
    grades = Grades(one.id for one in known.values())
    ethnic = _ethnic({one.id for one in known.values()}) if _states(rows, "ethnic") else {}
    for row in rows:
        unit = units[row.number]
        if found := known.get(row.number):
            _mend(work, row, found, grades, ethnic)
        elif (name := _name(work, row)) and not work.faulty:  # in a list with faults nothing is written
            new = _open(work, row, name, unit)
            grades.order(work, row, new, name, unit)


def _home(work: Work, row: Row) -> UUID | None:
    """Find the unit that keeps the file, and see that the user may write what is sealed there."""
    unit = work.unit(row)
    if unit and not work.reach.may(EDIT, unit, SENSITIVE):
        work.fault(row, "unit", refusals.MayNotSeal())
        return None
    return unit


def _name(work: Work, row: Row) -> str | None:
    name = name_of(row)
    if name is None or len(name) > 120:
        work.fault(row, "name", refusals.NameMissing())
        return None
    return name


def _open(work: Work, row: Row, name: str, unit: UUID) -> UUID:
    values = row.values
    new = NewPerson(name=name, home=unit, sex=values.get("sex") or "", born=values.get("born"))
    called = work.units.name(unit, work.day(row))
    work.plan.opened.append(Opened(row.number, new, values["number"], values.get("ethnic") or "", called))
    return new.id


def _mend(work: Work, row: Row, found: Known, grades: Grades, ethnic: dict[UUID, str]) -> None:
    """Note what of a dossier becomes different; what the file leaves empty stays as it is held."""
    if not work.reach.may(EDIT, found.home, SENSITIVE):
        work.fault(row, "number", refusals.MayNotSeal())
        return
    steps = len(work.plan.steps)
    name, sex, born = name_of(row) or found.name, row.values.get("sex") or found.sex, _born(row, found)
    asked = row.values.get("ethnic")
    pairs = {
        "name": (found.name, name), "sex": (found.sex, sex),
        "born": (str(found.born or ""), str(born or "")),
        "ethnic_group": (ethnic.get(found.id, ""), asked or ethnic.get(found.id, "")),
    }  # fmt: skip
    changes = {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}
    if changes:
        sealed = asked if "ethnic_group" in changes else None
        work.plan.mended.append(
            Mended(row.number, found.id, found.revision, name, sex, born, changes, sealed)
        )  # fmt: skip
    grades.order(work, row, found.id, name, found.home)
    if not changes and len(work.plan.steps) == steps and row.number not in work.faulty:
        work.same(row)


def _born(row: Row, found: Known) -> PartialDay | None:
    """Take the day of birth that says more: a bare year takes no known day away."""
    written: PartialDay | None = row.values.get("born")
    if written is None or found.born is None:
        return written or found.born
    vaguer = written.earliest <= found.born.earliest and found.born.latest <= written.latest
    return found.born if vaguer else written


def _ethnic(people: set[UUID]) -> dict[UUID, str]:
    """Open what is held of ethnic groups, to ask only for what differs."""
    entries = list(Entry.objects.filter(person__in=people, section="identity").exclude(sealed=None))
    opened = vault.open_many(
        (one.person_id, of_entry(one.id, one.section), one.sealed) for one in entries if one.sealed
    )
    held = zip(entries, opened, strict=True)
    return {entry.person_id: values.get("ethnic_group", "") for entry, values in held}


def _states(rows: Iterable[Row], key: str) -> Any:
    return any(row.values.get(key) for row in rows)
