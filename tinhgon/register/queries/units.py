"""Reads of units: who bears a code, what a unit is on a day, when it lived, what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from tinhgon.core.errors import Refused
from tinhgon.core.names import fold, sought
from tinhgon.core.periods import Period
from tinhgon.core.rows import NATIONAL, TERRITORIAL
from tinhgon.register.models import Identifier, UnitVersion
from tinhgon.temporal.asof import AsOf
from tinhgon.temporal.sql import source


class NoSuchUnit(Refused):
    vi = "Sổ không có đơn vị {unit} vào ngày {day}. Kiểm tra lại mã, hoặc chọn ngày khác."
    en = "The register has no unit {unit} on {day}. Check the code, or choose another day."


@dataclass(frozen=True, slots=True)
class Found:
    """A unit that a search found: its newest name that matches, and the days of that name."""

    unit: UUID
    name: str
    kind: str
    code: str | None
    valid: Period
    alive: bool
    parent: str = ""

    def nearest(self, day: date) -> date:
        """Give the day nearest to one on which it bore the name."""
        return max(self.valid.since, min(day, self.valid.last_day or day))


# A unit of several lines is told by what it is under in the territorial one.
PARENTS = """
SELECT DISTINCT ON (found.unit) found.unit, v.name
FROM unnest(%(units)s::uuid[], %(days)s::date[]) AS found(unit, day)
JOIN {placements} p ON p.unit_id = found.unit AND p.valid @> found.day
JOIN {versions} v ON v.unit_id = p.parent_id AND v.valid @> found.day
ORDER BY found.unit, p.line = %(line)s DESC
"""


def holders(codes: Iterable[str], *, on: date, scheme: str = NATIONAL) -> dict[str, UUID]:
    """Give the unit that bears each code on a day, as known now; codes that nobody bears are left out."""
    possible = {code for code in codes if code.isprintable()}
    held = Identifier.objects.on(on).filter(scheme=scheme, value__in=possible)
    return dict(held.values_list("value", "unit_id"))


def by_code(code: str, as_of: AsOf) -> UUID:
    """Give the unit that bears a national code, or has this id.

    :raises NoSuchUnit: nobody does.
    """
    wanted = as_reference(code, as_of)
    if isinstance(wanted, UUID):
        return wanted
    held = Identifier.objects.as_of(as_of).filter(scheme=NATIONAL, value=wanted)
    unit = held.values_list("unit_id", flat=True).first()
    if unit is None:
        raise NoSuchUnit(unit=wanted[:60], day=as_of.valid)
    return UUID(str(unit))


def as_reference(text: str, as_of: AsOf) -> UUID | str:
    """Read a unit's id or its national code: a code never looks like an id.

    :raises NoSuchUnit: it is neither, but holds what no code can.
    """
    wanted = text.strip()
    try:
        return UUID(wanted)
    except ValueError:
        pass
    if not wanted.isprintable():
        raise NoSuchUnit(unit=ascii(wanted)[:60], day=as_of.valid)
    return wanted


def versions(unit: UUID, as_of: AsOf) -> list[UnitVersion]:
    """Give all versions of a unit as known, first day first, each with its kind and decision."""
    rows = UnitVersion.objects.as_known(as_of).filter(unit=unit)
    return list(
        rows.select_related("kind", "decision", "decision__type")
        .defer("decision__operations")
        .order_by("valid")
    )


def codes(unit: UUID, as_of: AsOf) -> QuerySet[Identifier]:
    """Give all codes of a unit as known, first day first."""
    return Identifier.objects.as_known(as_of).filter(unit=unit).order_by("valid")


def names(units: Iterable[UUID], *, on: date, as_of: AsOf) -> dict[UUID, str]:
    """Give the name of each unit on a day; of one not alive then, its nearest name."""
    rows = UnitVersion.objects.as_known(as_of).filter(unit__in=set(units)).order_by("valid")
    found: dict[UUID, str] = {}
    for unit, valid, name in rows.values_list("unit_id", "valid", "name"):
        if valid.since <= on or unit not in found:
            found[unit] = name
    return found


def search(text: str, as_of: AsOf, *, limit: int = 20) -> list[Found]:
    """Find units by a part of a name, with or without marks, or by the beginning of a code.

    Living units come first, then names that match letter by letter with their marks.
    """
    wanted = sought(text)
    if not wanted:
        return []
    coded = Identifier.objects.as_known(as_of).filter(scheme=NATIONAL, value__startswith=wanted)
    rows = (
        UnitVersion.objects.as_known(as_of)
        .filter(Q(name_folded__contains=fold(wanted)) | Q(unit__in=coded.values("unit_id")[:200]))
        .order_by("-valid")
        .values_list("unit_id", "name", "kind_id", "valid")[:2000]
    )
    newest: dict[UUID, Found] = {}
    for unit, name, kind, valid in rows:
        alive = as_of.valid in valid
        if unit not in newest or (alive and not newest[unit].alive):
            newest[unit] = Found(unit, name, kind, None, valid, alive)
    nearest = sorted(newest.values(), key=lambda one: _rank(one, wanted))[:limit]
    return _with_parents(_with_codes(nearest, as_of), as_of)


def _rank(found: Found, wanted: str) -> tuple[bool, bool, int, str]:
    marked = wanted.lower() in found.name.lower()
    return (not found.alive, not marked, len(found.name), found.name)


def _with_codes(found: list[Found], as_of: AsOf) -> list[Found]:
    held = Identifier.objects.as_known(as_of).filter(scheme=NATIONAL, unit__in=[one.unit for one in found])
    last = dict(held.order_by("valid").values_list("unit_id", "value"))
    return [replace(one, code=last.get(one.unit)) for one in found]


def _with_parents(found: list[Found], as_of: AsOf) -> list[Found]:
    """Tell what each stood under: a hundred wards are called Phường 1."""
    known = as_of.known is not None
    sql = PARENTS.format(
        placements=source("register_placement", known=known),
        versions=source("register_unitversion", known=known),
    )
    values: dict[str, Any] = {
        "units": [one.unit for one in found], "days": [one.nearest(as_of.valid) for one in found],
        "line": TERRITORIAL, "known": as_of.known,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        parents = dict(cursor.fetchall())
    return [replace(one, parent=parents.get(one.unit, "")) for one in found]
