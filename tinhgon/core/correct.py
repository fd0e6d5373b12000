"""A correction: the register said it wrongly over a period; nothing happened to the unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from tinhgon.core import refusals
from tinhgon.core.draft import Draft
from tinhgon.core.operations import Correct
from tinhgon.core.periods import Period
from tinhgon.core.rows import NATIONAL, Fact


def correct(operation: Correct, draft: Draft) -> None:
    """Put what was so over a period of a unit's life.

    :raises UnknownUnit, NotAlive: no fact of the unit lies in the period.
    :raises NotUnderstood: the value does not fit the field.
    :raises NothingChanges: the register says so already.
    """
    wanted = Period(operation.since, operation.until)
    column, rows = _rows(operation, draft)
    value = _value(operation, draft)
    hit = [row for row in rows if row.valid.overlaps(wanted)]
    if not draft.life(operation.unit).versions:
        raise refusals.UnknownUnit(operation=draft.operation, unit=draft.label(operation.unit))
    if not hit or hit[0].valid.since > operation.since:
        raise refusals.NotAlive(
            operation=draft.operation, unit=draft.label(operation.unit), day=operation.since
        )
    wrong = [row for row in hit if getattr(row, column) != value]
    if not wrong:
        raise refusals.NothingChanges(
            operation=draft.operation, unit=draft.label(operation.unit), day=operation.since
        )
    for row in wrong:
        _mend(row, wanted, column, value, draft)


def _rows(operation: Correct, draft: Draft) -> tuple[str, list[Any]]:
    life = draft.life(operation.unit)
    if operation.field == "parent":
        return "parent", [row for row in life.placements if row.line == operation.line]
    if operation.field == "code":
        return "value", [row for row in life.identifiers if row.scheme == NATIONAL]
    return operation.field, list(life.versions)


def _value(operation: Correct, draft: Draft) -> Any:
    """Make the value one of the field's type."""
    value = operation.value
    try:
        match operation.field:
            case "parent":
                return None if value is None else UUID(str(value))
            case "area_km2":
                return None if value is None else _not_negative(Decimal(str(value)))
            case "population":
                return None if value is None else int(_not_negative(Decimal(str(value))))
            case "name" | "kind" | "code" if not value or (
                operation.field == "kind" and draft.snapshot.kinds and value not in draft.snapshot.kinds
            ):
                raise ValueError(operation.field)
            case _:
                return str(value or "")
    except (ValueError, InvalidOperation):
        raise refusals.NotUnderstood(operation=draft.operation, value=value, field=operation.field) from None


def _not_negative(number: Decimal) -> Decimal:
    if not number.is_finite() or number < 0:
        raise ValueError(number)
    return number


def _mend(row: Fact, wanted: Period, column: str, value: Any, draft: Draft) -> None:
    """Rewrite the days of one row that the correction covers; the rest stays as it was."""
    days = row.valid.intersection(wanted)
    assert days is not None  # noqa: S101  (only rows that overlap come here)
    rest = tuple(row.valid.minus(days))
    draft.drop(row)
    for period in rest:
        draft.put(replace(row, valid=period))
    draft.put(replace(row, valid=days, decision=draft.decision, **{column: value}))
