"""`tinhgon lab consolidate`: which units to merge, out of two tables, with proof."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from tinhgon.cli.lab import options as ask
from tinhgon.cli.lab.asked import NoThreshold, weights_of
from tinhgon.cli.lab.grounds import ground_of
from tinhgon.cli.lab.told import told
from tinhgon.cli.lab.watching import TerminalWatch
from tinhgon.cli.terminal import Language
from tinhgon.exchange.shapes import to_bytes
from tinhgon.lab.files import write_plan
from tinhgon.lab.files.reports import report_of
from tinhgon.lab.running.solving import Consolidating
from tinhgon.lab.running.solving import consolidate as solved
from tinhgon.solvers.consolidate import assert_lawful
from tinhgon.solvers.consolidate.values import Conditions
from tinhgon.solvers.watch import Limits

Out = Annotated[Path, typer.Option("--out", metavar="PLAN.csv", help="old_code,new_unit,seat.")]
Report = Annotated[Path | None, typer.Option("--report", metavar="REPORT.json", help="Everything else.")]


def consolidate(
    units: ask.Units,
    neighbours: ask.Neighbours,
    out: Out,
    report: Report = None,
    standards: ask.StandardsRule = "",
    on: ask.On = "",
    min_population: ask.MinPopulation = None,
    min_area: ask.MinArea = None,
    waived_from: ask.WaivedFrom = None,
    terrain: ask.Terrain = None,
    in_municipality: ask.InMunicipality = None,
    region: ask.Region = None,
    max_members: ask.MaxMembers = 6,
    max_km: ask.MaxKm = None,
    group_by: ask.GroupBy = "",
    weights: ask.Prices = None,
    first: ask.First = None,
    together: ask.Together = None,
    apart: ask.Apart = None,
    alone: ask.Alone = None,
    mode: ask.Mode = "cost",
    threshold: ask.Threshold = None,
    people: ask.People = "population",
    area: ask.Area = "area_km2",
    districts: ask.Districts = "district_code",
    touching: ask.Touching = False,
    missing_as_zero: ask.MissingAsZero = False,
    time_limit: ask.TimeLimit = None,
    memory: ask.Memory = None,
    seed: ask.Seed = 0,
    effort: ask.Effort = 1.0,
    language: Language = None,
) -> None:
    """Merge units into fewer that meet the standards, with their people near the new seats."""
    given = dict(locals())
    conditions = Conditions(max_members=max_members, max_km=max_km, first=tuple(first or ()))
    ground = ground_of(units, neighbours, conditions, given)
    prices = weights_of(weights)
    asked = Consolidating(
        territory=ground.territory, standards=ground.standards, weights=prices,
        conditions=ground.conditions, threshold=_threshold(given),
    )  # fmt: skip
    limits = Limits(seconds=time_limit, memory_mb=memory, effort=effort, seed=seed)
    with TerminalWatch().watching() as watch:
        done = solved(asked, limits=limits, watch=watch, resume=None)
    assert_lawful(ground.territory, ground.conditions, done.plan)
    found = {"seed": seed, **report_of(ground, done, prices)}
    out.write_text(write_plan(ground.territory.codes, done.plan), encoding="utf-8")
    if report:
        report.write_bytes(to_bytes(found, indent=True))
    told(found)


def _threshold(given: dict[str, Any]) -> float | None:
    """Give what each new unit must reach where as many as can be are wanted.

    :raises NoThreshold: nothing was said.
    """
    if given["mode"] == "cost":
        return None
    least = given["threshold"] if given["threshold"] is not None else given["min_population"]
    if least is None:
        raise NoThreshold
    return float(least)
