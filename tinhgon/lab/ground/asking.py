"""The standards that a scenario asks for: of the rule packs, of its own, or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tinhgon.lab.ground.facts import assert_known
from tinhgon.lab.ground.standards import MERGED, Law, given_standards, standards_of
from tinhgon.lab.ground.values import Unit
from tinhgon.lab.parameters import Consolidate
from tinhgon.rules.library import book
from tinhgon.solvers.consolidate.values import Standards, Territory


def asked_standards(
    units: Sequence[Unit], territory: Territory, asked: Consolidate, on: date
) -> tuple[Standards, Law]:
    """
    Give the standards, and the law that they come from; own numbers come from none.

    :raises TerrainUnknown, RegionUnknown: the law's standards cannot be told.
    """
    wanted = asked.standards
    if wanted.by != "rules":
        least = wanted.given if wanted.by == "given" else {}
        return given_standards(len(units), least, wanted.waived_from), Law(on=on, sorts=())
    standards, law = standards_of([unit.facts for unit in units], on=wanted.on or on, book=book())
    assert_known(((unit.name, unit.facts) for unit in units), regions=law.merged == MERGED)
    return _measured(standards, territory), law


def _measured(standards: Standards, territory: Territory) -> Standards:
    """Ask nothing by a measure that no unit has: bodies have neither people nor land."""
    there = territory.measures
    return Standards(
        sort=standards.sort,
        merged={name: least for name, least in standards.merged.items() if name in there},
        alone={name: least for name, least in standards.alone.items() if name in there},
        waived_from=standards.waived_from,
        spared=standards.spared,
    )
