"""Areas that somebody is granted by the name of what stood there before."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from tinhgon.register.models import Placement, Succession
from tinhgon.register.queries.units import holders


def successors_of(code: str, *, on: date) -> list[UUID]:
    """Give the units into which, on a day, those under a former unit went; those themselves if they go on."""
    eve = on - timedelta(days=1)
    former = holders([code], on=eve).values()
    below = Placement.objects.on(eve).filter(parent__in=former).values("unit")
    found = Succession.objects.throughout().filter(origin__in=below, on=on).order_by("result")
    went = list(found.values_list("result_id", flat=True).distinct())
    return went or list(below.order_by("unit").values_list("unit", flat=True).distinct())
