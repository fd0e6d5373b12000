"""A correction: the register said it wrongly over a period; nothing happened to the unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.operations import Correct
from tinhgon.core.periods import EmptyPeriod, Period, gaps
from tinhgon.core.rows import NATIONAL, Fact, Identifier, Placement, UnitId
from tinhgon.core.values import Area, Code, Count, Name, ShortName, Text, Word

# What each field takes: the same as when an operation states it.
_TAKES: dict[str, TypeAdapter[Any]] = {
    "name": TypeAdapter(Name),
    "short_name": TypeAdapter(ShortName),
    "kind": TypeAdapter(Word),
    "area_km2": TypeAdapter(Area | None),
    "population": TypeAdapter(Count | None),
    "mandate": TypeAdapter(Text),
    "code": TypeAdapter(Code),
    "parent": TypeAdapter(UnitId | None),
}
_MAY_BE_EMPTY = ("short_name", "mandate", "code")


def correct(operation: Correct, draft: Draft) -> None:
    """Put what was so over a period of a unit's life; an empty code says that it bore none.

    :raises UnknownUnit, NotAlive: the unit did not live on the first day.
    :raises NoDayToCorrect: the period ends before it begins.
    :raises NotUnderstood, UnknownKind: the value does not fit the field.
    :raises NothingChanges: the register says so already.
    """
    wanted, value = _days(operation, draft), _value(operation, draft)
    column, rows = _rows(operation, draft)
    wrong = [row for row in rows if row.valid.overlaps(wanted) and getattr(row, column) != value]
    missing = tuple(_missing(operation, wanted, rows, draft)) if value or column == "parent" else ()
    if not wrong and not missing:
        raise draft.refusal(refusals.NothingChanges, operation.unit, day=operation.since)
    for row in wrong:
        _mend(row, wanted, column, value, draft)
    for days in missing:
        draft.put(_new(operation, days, value, draft))


def _days(operation: Correct, draft: Draft) -> Period:
    life = draft.life(operation.unit)
    if not life.versions:
        raise draft.refusal(refusals.UnknownUnit, operation.unit)
    if life.version_on(operation.since) is None:
        raise draft.refusal(refusals.NotAlive, operation.unit, day=operation.since)
    try:
        return Period(operation.since, operation.until)
    except EmptyPeriod as empty:
        raise draft.refusal(
            refusals.NoDayToCorrect, operation.unit, day=operation.since, until=empty.facts["until"]
        ) from None


def _rows(operation: Correct, draft: Draft) -> tuple[str, list[Any]]:
    life = draft.life(operation.unit)
    if operation.field == "parent":
        return "parent", [row for row in life.placements if row.line == operation.line]
    if operation.field == "code":
        return "value", [row for row in life.identifiers if row.scheme == NATIONAL]
    return operation.field, list(life.versions)


def _value(operation: Correct, draft: Draft) -> Any:
    """Make the value one of the field's type."""
    field, value = operation.field, operation.value
    if value is None and field in _MAY_BE_EMPTY:
        return ""
    try:
        fitting = _TAKES[field].validate_python(value)
    except ValidationError:
        raise draft.refusal(
            refusals.NotUnderstood, operation.unit, value=str(value)[:80], field=refusals.FIELDS[field]
        ) from None
    if field == "kind" and not draft.snapshot.knows("kind", fitting):
        raise draft.refusal(refusals.UnknownKind, operation.unit, kind=fitting)
    return fitting


def _missing(operation: Correct, wanted: Period, rows: list[Any], draft: Draft) -> Iterator[Period]:
    """Give the days of its life, among those wanted, on which the unit has no code or no place."""
    if operation.field not in ("code", "parent"):
        return
    for stretch in draft.life(operation.unit).stretches:
        if days := stretch.intersection(wanted):
            yield from gaps(days, [row.valid for row in rows])


def _new(operation: Correct, days: Period, value: Any, draft: Draft) -> Fact:
    unit, decision = operation.unit, draft.decision
    if operation.field == "code":
        return Identifier(unit=unit, valid=days, decision=decision, scheme=NATIONAL, value=value)
    return Placement(unit=unit, valid=days, decision=decision, line=operation.line, parent=value)


def _mend(row: Fact, wanted: Period, column: str, value: Any, draft: Draft) -> None:
    """Rewrite the days of one row that the correction covers; the rest stays as it was."""
    draft.drop(row)
    for period in row.valid.minus(wanted):
        draft.put(replace(row, valid=period))
    days = row.valid.intersection(wanted)
    if days and (column, value) != ("value", ""):
        draft.put(replace(row, valid=days, decision=draft.decision, **{column: value}))
