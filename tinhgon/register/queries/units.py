"""Reads of units: who bears a code, what a unit is, what stands under it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from tinhgon.core.rows import NATIONAL
from tinhgon.register.models import Identifier


def holders(codes: Iterable[str], *, on: date, scheme: str = NATIONAL) -> dict[str, UUID]:
    """Give the unit that bears each code on a day, as known now; codes that nobody bears are left out."""
    held = Identifier.objects.on(on).filter(scheme=scheme, value__in=set(codes))
    return dict(held.values_list("value", "unit_id"))
