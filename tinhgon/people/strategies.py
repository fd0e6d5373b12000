"""What erasure and retention leave of an entry, field by field: keep, mask or destroy. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tinhgon.core.partial import PartialDay
from tinhgon.people.models import Entry
from tinhgon.people.sections import Field, sections

ERASED_NAME = "(đã xóa theo quy định)"
KEEP, MASK, DESTROY = STRATEGIES = ("keep", "mask", "destroy")


def left_of(entry: Entry, strategy: str | None = None) -> dict[str, Any]:
    """Give the values that stay of an entry: by one strategy, or by each field's own."""
    of = sections().get(entry.section)
    fields: Mapping[str, Field] = {field.code: field for field in of.fields} if of else {}
    left: dict[str, Any] = {}
    for name, value in entry.data.items():
        does = (strategy or fields[name].erase) if name in fields else DESTROY
        if does != DESTROY:
            left[name] = value if does == KEEP else masked(fields[name], value)
    return left


def masked(field: Field, value: Any) -> Any:
    """Leave what figures by year and kind are made of; days become years, free text goes."""
    if field.type in ("year", "count", "choice"):
        return value
    if field.type == "day":
        return str(value)[:4]
    if field.type == "partial_day":
        return str(PartialDay.parse(str(value)).year)
    return ERASED_NAME
