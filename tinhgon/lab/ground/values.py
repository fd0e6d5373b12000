"""Units as the lab sees them, and all that a solver is given about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from tinhgon.core.errors import Said
from tinhgon.core.rules.units.facts import Territory as Facts
from tinhgon.lab.ground.standards import Law
from tinhgon.solvers.consolidate.values import Conditions, Standards, Territory, Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit that may be merged, as it stands on the eve.

    :param code: its national code, or its id where it has none.
    :param name: in full, with its kind; `facts` is what the rules may ask, with what the scenario assumes.
    """

    id: UUID
    code: str
    name: str
    kind: str
    parent: UUID | None
    top: UUID | None
    facts: Facts | None
    estimated: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Ground:
    """What a scenario stands on; arrays run in the order of `units`, which is that of their codes.

    :param eve: the day on which the register was read; `on` is the day of effect.
    :param law: which standards were asked, and of which day.
    :param notes: assumptions and gaps that whoever reads a plan must know.
    """

    eve: date
    on: date
    units: tuple[Unit, ...]
    names: Mapping[UUID, str]  # of the units and of all that stands above them
    territory: Territory
    standards: Standards
    law: Law
    conditions: Conditions
    weights: Weights
    notes: tuple[Said, ...] = ()

    @cached_property
    def place(self) -> Mapping[UUID, int]:
        """Give the place of each unit in the arrays."""
        return {unit.id: place for place, unit in enumerate(self.units)}
