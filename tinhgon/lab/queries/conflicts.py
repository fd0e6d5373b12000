"""What moved in the register since a scenario was drawn: units gone, new, or other than they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Literal, TypeAlias
from uuid import UUID

from django.utils import timezone

from tinhgon.lab.ground import Ground, read_ground
from tinhgon.lab.models import Placing, Scenario
from tinhgon.lab.queries.planned import outline_of
from tinhgon.register.models import Decision, Succession, UnitVersion

Sort: TypeAlias = Literal["ends", "gone", "new", "renamed", "retyped", "figures", "people"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing that moved.

    :param stops: whether the plan cannot be carried out with it.
    :param decision: that ends the unit, where one is known.
    :param count: of people, for "people".
    """

    sort: Sort
    name: str
    unit: UUID | None = None
    was: str = ""
    now: str = ""
    decision: Decision | None = None
    count: int = 0

    @property
    def stops(self) -> bool:
        """Tell whether the plan cannot be carried out as it is."""
        return self.sort in ("ends", "gone", "people")


def conflicts_of(scenario: Scenario) -> list[Conflict]:
    """
    Compare the register that a scenario was drawn on with the register as it is known now.

    :raises Refused: the scenario cannot be laid out.
    """
    before, fresh = read_ground(scenario), copy(scenario)
    fresh.known = timezone.now()
    after = read_ground(fresh)
    return [*_ending(scenario, after), *_units(before, after), *_people(scenario)]


def _ending(scenario: Scenario, ground: Ground) -> Iterator[Conflict]:
    """Units that another decision ends by the very day of effect."""
    ids = {unit.id for unit in ground.units}
    living = UnitVersion.objects.on(scenario.effective_on).filter(unit__in=ids)
    alive = set(living.values_list("unit_id", flat=True))
    rows = Succession.objects.throughout().filter(origin__in=ids - alive, on=scenario.effective_on)
    by = {row.origin_id: row.decision for row in rows.select_related("decision__type")}
    for unit in ground.units:
        if unit.id not in alive:
            yield Conflict(sort="ends", name=unit.name, unit=unit.id, decision=by.get(unit.id))


def _units(before: Ground, after: Ground) -> Iterator[Conflict]:
    was, now = {unit.id: unit for unit in before.units}, {unit.id: unit for unit in after.units}
    for unit in before.units:
        if unit.id not in now:
            yield Conflict(sort="gone", name=unit.name, unit=unit.id)
        elif now[unit.id].kind != unit.kind:
            yield Conflict(sort="retyped", name=unit.name, unit=unit.id, was=unit.kind, now=now[unit.id].kind)
        elif now[unit.id].name != unit.name:
            yield Conflict(sort="renamed", name=unit.name, unit=unit.id, was=unit.name, now=now[unit.id].name)
        else:
            yield from _figures(unit.id, unit.name, before, after)
    for unit in after.units:
        if unit.id not in was:
            yield Conflict(sort="new", name=unit.name, unit=unit.id)


def _figures(unit: UUID, name: str, before: Ground, after: Ground) -> Iterator[Conflict]:
    was, now = _measures(unit, before), _measures(unit, after)
    if was != now:
        changed = [key for key in now if was.get(key) != now[key]]
        yield Conflict(sort="figures", name=name, unit=unit, was=_told(was, changed), now=_told(now, changed))


def _measures(unit: UUID, ground: Ground) -> dict[str, float]:
    place = ground.place[unit]
    return {name: float(of[place]) for name, of in ground.territory.measures.items()}


def _told(figures: Mapping[str, float], names: Iterable[str]) -> str:
    return "; ".join(f"{name} {figures[name]:g}" for name in names if name in figures)


def _people(scenario: Scenario) -> Iterator[Conflict]:
    """People whom the plan places and who hold no main post in its units any more."""
    placed = set(Placing.objects.filter(scenario=scenario).values_list("person_id", flat=True))
    if not placed:
        return
    present = outline_of(scenario).present
    there = {one.person for post in present for one in post.holders if one.moves}
    if gone := placed - there:
        yield Conflict(sort="people", name=scenario.name, count=len(gone))
