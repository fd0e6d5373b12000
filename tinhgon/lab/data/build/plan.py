"""The lab's own plan for Cần Thơ at the usual prices, found beforehand for the demonstration."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tinhgon.lab.files import read_neighbours, read_units
from tinhgon.lab.files.grounds import Reading, tabled
from tinhgon.lab.parameters import Consolidate, StandardsAsked
from tinhgon.lab.running.consolidating import found_of
from tinhgon.lab.running.solving import Consolidating, consolidate
from tinhgon.solvers.consolidate.values import Conditions, Plan, Weights
from tinhgon.solvers.watch import UNWATCHED, Limits

CENSUS = "population_2019"  # what the register of the demonstration says of the eve
MERGER = date(2025, 7, 1)


def build(data: Path) -> None:
    """Solve and write; the register of the demonstration says the same of these units as the tables do."""
    units = read_units(
        (data / "cantho" / "units_before.csv").read_bytes(), "units", measures=(CENSUS, "area_km2")
    )
    pairs = read_neighbours((data / "cantho" / "neighbours_before.csv").read_bytes(), "neighbours")
    asked = StandardsAsked(by="rules", terrain="lowland", in_municipality=True)
    reading = Reading(people=CENSUS, standards=asked, on=MERGER)
    usual = Conditions(max_members=Consolidate().max_members)
    ground = tabled(sorted(units, key=lambda unit: unit.code), pairs, reading, usual)
    task = Consolidating(
        territory=ground.territory,
        standards=ground.standards,
        weights=Weights(),
        conditions=ground.conditions,
    )
    done = consolidate(task, limits=Limits(), watch=UNWATCHED, resume=None)
    found = found_of(done) | {"before": len(units)}
    text = json.dumps(
        {"found": found, "seats": seats_of(ground.territory.codes, done.plan)}, ensure_ascii=False, indent=1
    )
    (data / "cantho" / "plan.json").write_text(text + "\n", encoding="utf-8")


def seats_of(codes: Sequence[str], plan: Plan) -> dict[str, Any]:
    """Give the code of the seat that each unit goes to."""
    return {code: codes[int(plan.seat[plan.into[place]])] for place, code in enumerate(codes)}
