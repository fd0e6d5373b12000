"""The page of overlapping functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from tinhgon.access.middleware import ReachRequest
from tinhgon.mandates.models import Comparison, Overlap
from tinhgon.mandates.pages.marking import marked
from tinhgon.mandates.queries.bodies import state_on
from tinhgon.mandates.queries.overlaps import newest, overlaps
from tinhgon.register.models import UnitVersion
from tinhgon.register.pages.paging import page_number, sliced

LISTED = 20
SHOWN = 3  # passages of a pair before it is opened
LEVELS = {"high": 0.3, "middle": 0.1, "all": 0.0}


@dataclass(frozen=True, slots=True)
class Row:
    """A pair of bodies: names, how much of the lesser mandate, and the passages side by side."""

    overlap: Overlap
    one: str
    other: str
    passages: list[dict[str, Any]]

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return round(self.overlap.score * 100)

    @property
    def words(self) -> list[str]:
        """The longest words that both have."""
        found = dict.fromkeys(word for one in self.passages for word in one["words"])
        return sorted(found, key=lambda word: -len(word.split()))[:6]


def listing_page(request: ReachRequest) -> dict[str, Any]:
    """Gather the pairs of the newest comparison, as the filters ask."""
    today = timezone.localdate()
    comparison = newest(today)
    level = request.GET.get("level", "middle")
    level = level if level in LEVELS else "middle"
    unit = _unit(request.GET.get("unit", ""))
    found = overlaps(comparison, unit=unit, least=LEVELS[level]) if comparison else Overlap.objects.none()
    shown, page = sliced(found, page_number(request), LISTED)
    names = names_of((one.one_id, one.other_id) for one in shown)
    return {
        "comparison": comparison,
        "stale": comparison is not None and comparison.state != state_on(today),
        "rows": [row_of(one, names) for one in shown],
        "page": page,
        "level": level,
        "unit": unit,
        "unit_name": names_of([(unit, unit)]).get(unit, "") if unit else "",
        "may_ask": request.user.has_perm("register.draft_decision"),
        "without": without_mandate(comparison),
    }


def row_of(overlap: Overlap, names: Mapping[UUID, str]) -> Row:
    """Word a pair."""
    passages = [
        one
        | {"marked_one": marked(one["one"], one["words"]), "marked_other": marked(one["other"], one["words"])}
        for one in overlap.passages
    ]
    return Row(overlap, names.get(overlap.one_id, "–"), names.get(overlap.other_id, "–"), passages)


def names_of(pairs: Iterable[tuple[UUID, UUID]]) -> dict[UUID, str]:
    """Name units as they are called today."""
    units = {unit for pair in pairs for unit in pair}
    found = UnitVersion.objects.on(timezone.localdate()).filter(unit__in=units)
    return dict(found.values_list("unit_id", "name"))


def without_mandate(comparison: Comparison | None) -> int:
    """Count the bodies of today that have no mandate in the register: they could not be compared."""
    if comparison is None:
        return 0
    found = UnitVersion.objects.on(timezone.localdate()).filter(mandate="", kind__level__isnull=True)
    return int(found.count())


def _unit(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
