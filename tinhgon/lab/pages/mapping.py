"""The map of a scenario: outlines of before, coloured by the new unit that each goes into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from tinhgon.access.middleware import ReachRequest
from tinhgon.lab.drawing import Drawn
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.colours import tones_of
from tinhgon.lab.pages.numbers import number
from tinhgon.register.pages import maps


def map_page(request: ReachRequest, scenario: Scenario, drawn: Drawn | None) -> dict[str, Any]:
    """Gather the map, and the boxes that do the same without a mouse."""
    if drawn is None:
        return {}
    era = maps.era_of(drawn.ground.eve)
    drawable = maps.codes(era)
    units = drawn.ground.units
    return {
        "shapes": shapes_of(drawn, range(len(units)), tones_of(drawn), drawable),
        "outlines": _outlines(era) if any(one.code in drawable for one in units) else "",
        "choices": sorted((one.name, str(one.id), _above(drawn, place)) for place, one in enumerate(units)),
        "targets": targets(drawn),
        "chosen": request.GET.get("unit", "")[:36],
    }  # fmt: skip


def _outlines(era: str) -> str:
    return reverse("register:outlines", args=[era])


def targets(drawn: Drawn) -> list[tuple[str, str]]:
    """Give the new units by name, each with the member that names it."""
    seats = (str(drawn.ground.units[seat].id) for seat in drawn.plan.seat.tolist())
    return sorted((label.name, seat) for label, seat in zip(drawn.labels, seats, strict=True))


def shapes_of(
    drawn: Drawn, places: Iterable[int], tones: Mapping[int, int], drawable: frozenset[str] = frozenset()
) -> dict[str, dict[str, Any]]:
    """Say by code what the map draws; a unit without an outline is drawn as a dot at its seat."""
    found = {}
    for place in places:
        unit, new = drawn.ground.units[place], int(drawn.plan.into[place])
        seat = int(drawn.plan.seat[new])
        shape = {
            "id": str(unit.id), "name": unit.name, "note": _note(drawn, place, new), "tone": tones[seat],
            "into": str(drawn.ground.units[seat].id),
        }  # fmt: skip
        if unit.code not in drawable:
            latitude, longitude = drawn.ground.territory.position[place].tolist()
            if latitude == latitude:
                shape["at"] = [latitude, longitude]
        found[unit.code] = shape
    return found


def _note(drawn: Drawn, place: int, new: int) -> str:
    people = float(drawn.ground.territory.measures[drawn.ground.conditions.people][place])
    size = len(drawn.units[new].members)
    told = gettext("%(people)s người") % {"people": number(people)}
    if size == 1:
        return gettext("%(people)s · giữ nguyên") % {"people": told}
    return gettext("%(people)s · vào %(new)s (gộp %(size)s)") % {
        "people": told, "new": drawn.labels[new].name, "size": size,
    }  # fmt: skip


def _above(drawn: Drawn, place: int) -> str:
    parent = drawn.ground.units[place].parent
    return drawn.ground.names.get(parent, "") if parent else ""
