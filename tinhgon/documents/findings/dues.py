"""The day that a deadline means where its words alone do not tell it: counted from the paper's own days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tinhgon.core.errors import Refused
from tinhgon.documents.calendar import calendar
from tinhgon.documents.findings.plain import day_of, text_of
from tinhgon.texts.deadlines import due_date, next_due
from tinhgon.texts.values import Deadline, Span

WORDS = ("words", "kind", "every", "measure", "since")
COUNTS = ("month", "day", "weekday", "amount")


def due_of(row: Mapping[str, Any], *, issued: date | None, arrived: date) -> date | None:
    """Give the last day in time: as written, counted from the day of issue, or the next that recurs."""
    if day := day_of(row.get("due")):
        return day
    try:
        return _counted(_deadline(row), issued=issued, arrived=arrived)
    except Refused:  # a year whose days off nobody has announced
        return None
    except (OverflowError, ValueError):  # a day after the last of the calendar
        return None


def _counted(deadline: Deadline, *, issued: date | None, arrived: date) -> date | None:
    if deadline.kind == "every":
        return next_due(deadline, arrived)
    if deadline.kind != "within" or issued is None:
        return None
    return due_date(deadline, issued, calendar())


def _deadline(row: Mapping[str, Any]) -> Deadline:
    values: dict[str, Any] = {name: text_of(row.get(name)) for name in WORDS}
    values |= {name: value for name in COUNTS if isinstance(value := row.get(name), int)}
    return Deadline(span=Span(0, 0), **values)
