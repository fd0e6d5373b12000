"""Frozen rows of the core to table rows and JSON, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tinhgon.core import rows as core
from tinhgon.core.names import fold, sort_key
from tinhgon.core.periods import Period
from tinhgon.register import models
from tinhgon.temporal.models import Current

TABLES: dict[type[core.Row], type[Current]] = {
    core.Version: models.UnitVersion,
    core.Placement: models.Placement,
    core.Identifier: models.Identifier,
    core.Succession: models.Succession,
    core.Quota: models.Quota,
    core.PostVersion: models.PostVersion,
    core.Appointment: models.Appointment,
    core.Grading: models.Grading,
}
NAMES: dict[type[core.Row], str] = {
    core.Version: "version",
    core.Placement: "placement",
    core.Identifier: "identifier",
    core.Succession: "succession",
    core.Quota: "quota",
    core.PostVersion: "post",
    core.Appointment: "appointment",
    core.Grading: "grading",
}
KINDS = {name: kind for kind, name in NAMES.items()}

REFERENCES = frozenset({
    "unit", "decision", "parent", "origin", "result", "kind",
    "post", "person", "reports_to", "title", "staff", "grade",
})  # fmt: skip

_FROM_TEXT = {
    "unit": UUID, "decision": UUID, "parent": UUID, "origin": UUID, "result": UUID,
    "on": date.fromisoformat,
    "area_km2": Decimal, "share_area": Decimal, "share_population": Decimal,
    "post": UUID, "person": UUID, "reports_to": UUID, "term_until": date.fromisoformat,
    "share": Decimal, "coefficient": Decimal,
}  # fmt: skip


def to_json(row: core.Row) -> dict[str, Any]:
    """Write a row as plain JSON; its period becomes `since` and `until`."""
    written: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Period):
            written |= {"since": value.since.isoformat(), "until": value.until and value.until.isoformat()}
        else:
            written[field.name] = str(value) if isinstance(value, UUID | Decimal | date) else value
    return written


def from_json(about: str, raw: Mapping[str, Any]) -> core.Row:
    """Read a row that `to_json` wrote; `about` names its table."""
    kind = KINDS[about]
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name == "valid":
            until = raw["until"]
            values["valid"] = Period(date.fromisoformat(raw["since"]), until and date.fromisoformat(until))
        else:
            value = raw[field.name]
            values[field.name] = _read(field.name, value)
    return kind(**values)


def from_table(about: str, raw: Mapping[str, Any]) -> core.Row:
    """Read a table row that PostgreSQL's to_jsonb wrote: keys are columns, the period is a range."""
    values: dict[str, Any] = {}
    for field in fields(KINDS[about]):
        if field.name == "valid":
            values["valid"] = _period(raw["valid"])
        else:
            value = raw[field.name] if field.name in raw else raw[f"{field.name}_id"]
            values[field.name] = _read(field.name, value)
    return KINDS[about](**values)


def table_rows(rows: Iterable[core.Row]) -> dict[type[Current], list[dict[str, Any]]]:
    """Make table rows by column, sorted by table."""
    made: dict[type[Current], list[dict[str, Any]]] = {}
    for row in rows:
        made.setdefault(TABLES[type(row)], []).append(_columns(row))
    return made


def _columns(row: core.Row) -> dict[str, Any]:
    columns = {field.name: getattr(row, field.name) for field in fields(row)}
    for name in REFERENCES & columns.keys():
        columns[f"{name}_id"] = columns.pop(name)
    if "valid" in columns:
        columns["valid"] = f"[{columns['valid'].since},{columns['valid'].until or ''})"
    if isinstance(row, core.Version):
        columns |= {"name_key": sort_key(row.name), "name_folded": fold(row.name)}
    return columns


def _read(name: str, value: Any) -> Any:
    reader = _FROM_TEXT.get(name)
    if value is None or reader is None:
        return value
    return reader(str(value))  # type: ignore[operator]


def _period(text: str) -> Period:
    since, until = text.strip("[)").split(",")
    return Period(date.fromisoformat(since), date.fromisoformat(until) if until else None)
