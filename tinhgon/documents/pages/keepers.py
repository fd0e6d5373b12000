"""For which units somebody may keep documents."""

from __future__ import annotations

from uuid import UUID

from tinhgon.access.middleware import ReachRequest
from tinhgon.core.names import sort_key
from tinhgon.core.reach import EDIT, INTERNAL
from tinhgon.register.models import UnitVersion

MOST = 4000


def keepers(request: ReachRequest, *, action: str = EDIT) -> list[tuple[UUID, str]]:
    """Give the units of today in which somebody keeps documents, the highest first, then by name.

    :param action: what they must be allowed to do there: to keep documents, or to sign them.
    """
    units = request.reach.units(INTERNAL, action=action)
    living = UnitVersion.objects.on(request.today)
    found = living if units is None else living.filter(unit__in=units)
    rows = found.order_by("kind__position", "unit_id").values_list("unit_id", "name", "kind__position")[:MOST]
    ordered = sorted(rows, key=lambda row: (row[2], sort_key(row[1])))
    return [(unit, name) for unit, name, _ in ordered]
