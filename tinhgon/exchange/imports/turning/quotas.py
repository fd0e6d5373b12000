"""Rows of quotas: how many staff of a kind a unit may have."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from tinhgon.core import operations as ops
from tinhgon.exchange.imports import refusals
from tinhgon.exchange.imports.work import Work
from tinhgon.office.sheets.reading import Row
from tinhgon.register.models import Quota, StaffKind


def turn(work: Work) -> None:
    """Turn every row."""
    units = {row.number: unit for row in list(work.rows()) if (unit := work.unit(row))}
    held: dict[tuple[UUID, str], list[Quota]] = defaultdict(list)
    for quota in Quota.objects.throughout().filter(unit__in=set(units.values())):
        held[quota.unit_id, quota.staff_id].append(quota)
    words = {one.code: one.name_vi for one in StaffKind.objects.all()}
    first: dict[Any, int] = {}
    for row in list(work.rows()):
        unit, staff, day = units[row.number], row.values["staff"], work.day(row)
        other = first.setdefault((unit, staff, day), row.number)
        if other != row.number:
            work.fault(row, "staff", refusals.SameAgain(other=other))
        elif any(day in quota.valid and quota.number == row.values["number"] for quota in held[unit, staff]):
            work.same(row)
        else:
            _set(work, row, unit, words[staff])


def _set(work: Work, row: Row, unit: UUID, staff: str) -> None:
    operation = ops.SetQuota(unit=unit, staff=row.values["staff"], number=row.values["number"])
    about = f"{staff} – {work.units.name(unit, work.day(row))}"
    work.order(row, operation, about, unit, str(row.values["number"]))
