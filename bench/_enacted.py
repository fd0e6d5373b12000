"""Cần Thơ and the country on the eve of 01/07/2025 as ground for the lab, and what was really decided."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import django
import numpy as np
from _communes import DAY, cities, lain_in
from _ground import ROOT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tinhgon.config.settings")
django.setup()

from tinhgon.lab.data.enacted import enacted_plan, rows_of  # noqa: E402  (Django is set up first)
from tinhgon.lab.files import read_neighbours, read_units  # noqa: E402
from tinhgon.lab.files.grounds import Reading, Tabled, tabled  # noqa: E402
from tinhgon.lab.files.units import UnitRow  # noqa: E402
from tinhgon.lab.parameters import StandardsAsked  # noqa: E402
from tinhgon.solvers.consolidate.values import Conditions, Plan  # noqa: E402

DATA = ROOT / "tinhgon" / "lab" / "data"
CONDITIONS = Conditions(max_members=6)


def cantho(people: str = "population") -> tuple[Tabled, Plan]:
    """Give Cần Thơ, Hậu Giang and Sóc Trăng as one city; terrain is known there."""
    return _ground(DATA / "cantho", ".csv", people=people, group="")


def country(people: str = "population") -> tuple[Tabled, Plan]:
    """Give the country by the provinces of 01/07/2025, assumed to be lowland and no border throughout."""
    return _ground(DATA / "vn", ".csv.gz", people=people, group="new_province")


def _ground(folder: Path, ending: str, *, people: str, group: str) -> tuple[Tabled, Plan]:
    def raw(name: str) -> bytes:
        return (folder / f"{name}{ending}").read_bytes()

    mapping = rows_of(folder / f"mapping{ending}")
    after = {row["code"]: row["province_code"] for row in rows_of(folder / f"units_after{ending}")}
    province = {row["old_code"]: after[row["new_code"]] for row in mapping}
    inside, central = lain_in(), cities(DAY)
    rows = read_units(raw("units_before"), folder.name, measures=(people, "area_km2"))
    units = [_with(unit, province[unit.code], inside, central) for unit in rows]
    asked = StandardsAsked(by="rules", on=DAY, terrain="lowland", region="other")
    reading = Reading(people=people, group=group, missing_as_zero=True, standards=asked, on=DAY)
    ground = tabled(units, read_neighbours(raw("neighbours_before"), folder.name), reading, CONDITIONS)
    plan, _ = enacted_plan(mapping, ground.territory, ground.conditions)
    return ground, plan


def _with(unit: UnitRow, new: str, inside: Mapping[str, str | None], central: set[str]) -> UnitRow:
    """Say in which new province a unit lies, whether that is a city, and what a ward lay in."""
    more = {"new_province": new, "in_municipality": str(int(new in central))}
    if unit.cells["type"] == "phường":
        more["of_what"] = inside.get(unit.code) or ""
    return replace(unit, cells={**unit.cells, **more})


def same_units(one: Plan, other: Plan) -> int:
    """Count new units with exactly the same members in both plans."""

    def sets(plan: Plan) -> set[bytes]:
        order = np.argsort(plan.into, kind="stable")
        return {part.tobytes() for part in np.split(order, np.cumsum(np.bincount(plan.into))[:-1])}

    return len(sets(one) & sets(other))
