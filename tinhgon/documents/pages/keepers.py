"""For which units somebody may keep documents."""

from __future__ import annotations

from uuid import UUID

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.names import sort_key
from tinhgon.core.reach import EDIT, INTERNAL
from tinhgon.register.models import UnitKind, UnitVersion

MOST = 4000


def keepers(request: ReachRequest) -> list[tuple[UUID, str]]:
    """Give the units of today in which somebody keeps documents, the highest first, then by name."""
    units = request.reach.units(INTERNAL, action=EDIT)
    living = UnitVersion.objects.on(request.today)
    found = living if units is None else living.filter(unit__in=units)
    position = dict(UnitKind.objects.values_list("code", "position"))
    rows = found.values_list("unit_id", "name", "kind_id")[:MOST]
    ordered = sorted(rows, key=lambda row: (position[row[2]], sort_key(row[1])))
    return [(unit, name) for unit, name, _ in ordered]
