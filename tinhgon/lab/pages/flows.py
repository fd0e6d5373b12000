"""Old units flowing into new ones, and the new structure as a tree."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from tinhgon.lab.drawing import Drawn
from tinhgon.lab.models import Scenario
from tinhgon.lab.pages.colours import GREY, tones_of
from tinhgon.lab.pages.numbers import number

FEW = 45  # old units that a drawing can still show apart


def flows_page(request: HttpRequest, scenario: Scenario, drawn: Drawn | None) -> dict[str, Any]:
    """Gather the flow of one part of the territory: all that goes to where one of its units goes."""
    if drawn is None:
        return {}
    parts = parts_of(drawn)
    asked = request.GET.get("part", "")
    chosen = asked if asked in {key for key, _, _ in parts} else (parts[0][0] if parts else "")
    numbers = drawn.merged if not parts else _touching(drawn, chosen)
    flows = [
        (drawn.ground.units[place], number_) for number_ in numbers for place in drawn.units[number_].members
    ]
    return {
        "parts": parts, "part": chosen, "sankey": sankey(scenario, drawn, flows),
        "flows": [_line(drawn, unit, number_) for unit, number_ in flows],
    }  # fmt: skip


def parts_of(drawn: Drawn) -> list[tuple[str, str, int]]:
    """Give the units above those that merge, with how many do; none where all fit into one drawing."""
    merging = [place for number_ in drawn.merged for place in drawn.units[number_].members]
    if len(merging) <= FEW:
        return []
    counts: dict[UUID, int] = {}
    for place in merging:
        parent = drawn.ground.units[place].parent
        if parent:
            counts[parent] = counts.get(parent, 0) + 1
    names = drawn.ground.names
    return sorted(
        ((str(key), names.get(key, ""), count) for key, count in counts.items()), key=lambda one: one[1]
    )


def sankey(scenario: Scenario, drawn: Drawn, flows: list[tuple[Any, int]]) -> dict[str, Any]:
    """Give the drawing: each old unit as broad as its people."""
    measure, tones = drawn.ground.territory.measures[drawn.ground.conditions.people], tones_of(drawn)
    old = [
        {"id": f"o{unit.id}", "name": unit.name, "tone": _tone(drawn, number_, tones)}
        for unit, number_ in flows
    ]
    new = [
        {
            "id": f"n{number_}", "name": drawn.labels[number_].name,
            "url": reverse("lab:unit", args=[scenario.pk, drawn.ground.units[drawn.units[number_].seat].id]),
        }
        for number_ in dict.fromkeys(number_ for _, number_ in flows)
    ]  # fmt: skip
    links = [
        {"source": f"o{unit.id}", "target": f"n{number_}", "value": people, "label": number(people)}
        for unit, number_ in flows
        if (people := float(measure[drawn.ground.place[unit.id]])) > 0
    ]
    return {"nodes": [*old, *new], "links": links}


def tree(scenario: Scenario, drawn: Drawn, kinds: dict[str, str]) -> dict[str, Any]:
    """Give the new structure as the organisation chart reads it: under each new unit what it takes in."""
    tones = tones_of(drawn)
    boxes = [_box(scenario, drawn, one, tones, kinds) for one in range(len(drawn.units))]
    return {
        "id": str(scenario.pk),
        "name": scenario.name,
        "kind": "",
        "code": "",
        "tone": GREY,
        "children": boxes,
    }


def _box(
    scenario: Scenario, drawn: Drawn, number_: int, tones: dict[int, int], kinds: dict[str, str]
) -> dict[str, Any]:
    new, label, units = drawn.units[number_], drawn.labels[number_], drawn.ground.units
    seat = units[new.seat].id
    members = [
        {"id": f"o{units[place].id}", "name": units[place].name, "kind": kinds.get(units[place].kind, ""),
         "code": units[place].code, "tone": GREY}
        for place in new.members if len(new.members) > 1
    ]  # fmt: skip
    box = {
        "id": f"n{seat}", "name": label.name, "kind": kinds.get(label.kind, label.kind), "code": "",
        "url": reverse("lab:unit", args=[scenario.pk, seat]), "tone": tones[new.seat],
    }  # fmt: skip
    return box | ({"children": members} if members else {})


def _touching(drawn: Drawn, part: str) -> list[int]:
    units = drawn.ground.units
    return [
        one for one in drawn.merged
        if any(str(units[place].parent) == part for place in drawn.units[one].members)
    ]  # fmt: skip


def _tone(drawn: Drawn, number_: int, tones: dict[int, int]) -> int:
    return tones[drawn.units[number_].seat]


def _line(drawn: Drawn, unit: Any, number_: int) -> tuple[str, str, float]:
    measure = drawn.ground.territory.measures[drawn.ground.conditions.people]
    return unit.name, drawn.labels[number_].name, float(measure[drawn.ground.place[unit.id]])
