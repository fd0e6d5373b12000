"""Three wards side by side, a scenario that merges two of them, and the cast that looks at it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU, THOI_BINH
from tinhgon.lab.models import Location, Neighbour, Scenario
from tinhgon.lab.tests.offices import staff_town

ON = date(2027, 1, 1)
PLANLESS: dict[str, Any] = {"consolidate": {"standards": {"by": "none"}}}
# In a line: Cái Khế – An Hòa – Thới Bình.
PLACES = {CAI_KHE: (10.05, 105.75), AN_HOA: (10.04, 105.77), THOI_BINH: (10.03, 105.79)}


def make_ground() -> dict[str, User]:
    """Found the town with its map and cast; Tâm's area is one ward, so no whole scenario is his."""
    staff_town()
    for one, other in ((CAI_KHE, AN_HOA), (AN_HOA, THOI_BINH)):
        first, second = sorted((one, other))
        Neighbour.objects.create(unit_id=first, beside_id=second, border_km=2, source="kiểm thử")
    for unit, (latitude, longitude) in PLACES.items():
        Location.objects.create(unit_id=unit, latitude=latitude, longitude=longitude, source="kiểm thử")
    return make_cast(area=[CAI_KHE])


def merging(**values: Any) -> Scenario:
    """Make a scenario of Ninh Kiều that merges An Hòa and Cái Khế."""
    entry = {
        "members": [str(AN_HOA), str(CAI_KHE)], "seat": str(CAI_KHE), "name": "Phường Cái Khế",
        "kind": "ward",
    }  # fmt: skip
    given = {
        "name": "Gộp hai phường", "root_id": NINH_KIEU, "kinds": ["ward"], "effective_on": ON,
        "known": timezone.now(), "parameters": PLANLESS, "plan": [entry],
    }  # fmt: skip
    return Scenario.objects.create(**(given | values))
