"""A plan with the names and figures of its new units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tinhgon.lab.drawing.grounds import kept_ground
from tinhgon.lab.drawing.moves import Move, moved
from tinhgon.lab.ground import Ground
from tinhgon.lab.models import Scenario
from tinhgon.lab.plans import json_of, plan_of
from tinhgon.solvers.consolidate.evaluate import terms_of, value_of
from tinhgon.solvers.consolidate.units import NewUnit, per_unit
from tinhgon.solvers.consolidate.values import Plan


@dataclass(frozen=True, slots=True)
class Label:
    """What a new unit is called, and its kind."""

    name: str
    kind: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """A plan on its ground.

    :param entries: what a scenario keeps of it: members, seat, name, kind of all that is merged.
    """

    ground: Ground
    plan: Plan
    entries: Sequence[Mapping[str, Any]]

    @cached_property
    def units(self) -> tuple[NewUnit, ...]:
        """Give every new unit with its figures, in the plan's order."""
        ground = self.ground
        return per_unit(ground.territory, ground.standards, ground.conditions, self.plan)

    @cached_property
    def terms(self) -> dict[str, float]:
        """Give the terms of the whole."""
        ground = self.ground
        return terms_of(ground.territory, ground.standards, ground.conditions, self.plan)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Give what each new unit is called; one left as it is keeps its name."""
        written = {str(one["seat"]): Label(one["name"], one["kind"]) for one in self.entries}
        seats = (self.ground.units[place] for place in self.plan.seat.tolist())
        return tuple(written.get(str(seat.id)) or Label(seat.name, seat.kind) for seat in seats)

    @property
    def value(self) -> float:
        """Give what it costs by the scenario's weights."""
        return value_of(self.terms, self.ground.weights)

    @property
    def merged(self) -> list[int]:
        """Give the numbers of the new units that take in more than one."""
        return [number for number, one in enumerate(self.units) if len(one.members) > 1]

    def moved(self, moves: Sequence[Move]) -> Drawn:
        """Give what becomes of it by some moves."""
        return named(self.ground, moved(self.ground, self.plan, moves), self.entries) if moves else self


def drawn_of(scenario: Scenario) -> Drawn:
    """
    Draw a scenario's plan; without one, everything stays as it is.

    :raises Refused: the scenario cannot be laid out.
    """
    ground = kept_ground(scenario)
    return named(ground, plan_of(ground, scenario.plan), scenario.plan)


def named(ground: Ground, plan: Plan, kept: Sequence[Mapping[str, Any]]) -> Drawn:
    """Name the new units of a plan: as they were named while seat and kind are the same, else anew."""
    names = {(str(one["seat"]), one.get("kind")): one.get("name") for one in kept}
    entries = [
        {**one, "name": names.get((str(one["seat"]), one["kind"])) or one["name"]}
        for one in json_of(ground, plan)
    ]
    return Drawn(ground=ground, plan=plan, entries=entries)
