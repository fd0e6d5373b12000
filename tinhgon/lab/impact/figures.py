"""All figures of a scenario, in the order in which pages show them."""

from __future__ import annotations

from tinhgon.lab.drawing import Drawn, drawn_of
from tinhgon.lab.impact.people import of_people
from tinhgon.lab.impact.staff import of_staff
from tinhgon.lab.impact.units import of_units
from tinhgon.lab.impact.values import SORTS, Figure
from tinhgon.lab.models import Scenario


def impact_of(scenario: Scenario, drawn: Drawn | None = None) -> tuple[Figure, ...]:
    """
    Give the figures of a scenario.

    :raises Refused: the scenario cannot be laid out.
    """
    found = (*of_units(drawn or drawn_of(scenario)), *of_staff(scenario), *of_people(scenario))
    order = list(SORTS)
    return tuple(sorted(found, key=lambda one: order.index(one.key)))
