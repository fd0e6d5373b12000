"""A scenario's parameters as the solver takes them: units by their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from tinhgon.core.errors import Said
from tinhgon.lab.ground.refusals import NotInScenario
from tinhgon.lab.ground.values import Unit
from tinhgon.lab.parameters import Consolidate
from tinhgon.solvers.consolidate.values import Conditions, Weights

PARAMETERS = Said("tham số", "the parameters")


def conditions_of(units: Sequence[Unit], asked: Consolidate, eve: date) -> Conditions:
    """
    Give what every plan keeps to.

    :raises NotInScenario: the parameters name units that are not there.
    """
    place = {unit.id: number for number, unit in enumerate(units)}
    named = [*asked.alone, *(one for pair in asked.apart for one in pair)]
    named += [one for bundle in asked.together for one in bundle]
    _assert_there(named, place, eve)
    return Conditions(
        max_members=asked.max_members,
        max_km=asked.max_km,
        together=tuple(tuple(place[one] for one in bundle) for bundle in asked.together),
        apart=tuple((place[one], place[other]) for one, other in asked.apart),
        alone=tuple(place[one] for one in asked.alone),
        people=asked.people,
        first=tuple(asked.first),
    )


def weights_of(asked: Consolidate) -> Weights:
    """Give the prices: the usual ones, and what the scenario says otherwise."""
    return Weights(**asked.weights)


def _assert_there(named: Sequence[UUID], place: Mapping[UUID, int], eve: date) -> None:
    lost = sorted({str(one) for one in named if one not in place})
    if lost:
        raise NotInScenario(count=len(lost), unit=lost[0], where=PARAMETERS, day=eve)
