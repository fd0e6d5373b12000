"""`tinhgon lab compare`: plans of the same units side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tinhgon.cli.lab import options as ask
from tinhgon.cli.lab.asked import weights_of
from tinhgon.cli.lab.grounds import ground_of, names_of
from tinhgon.cli.lab.told import NAMES, table
from tinhgon.cli.terminal import Json, Language, print_json, read_file
from tinhgon.core.errors import Said
from tinhgon.exchange.shapes import to_bytes
from tinhgon.lab.files import read_plan
from tinhgon.lab.files.comparing import broken, figures_of
from tinhgon.lab.files.reports import plan_report
from tinhgon.solvers.consolidate.values import TERMS, Conditions

Plans = Annotated[list[Path], typer.Argument(metavar="PLAN.csv…", help="As `lab consolidate` writes them.")]
FIGURES = {
    "objective": Said("mục tiêu", "objective"),
    "merged": Said("đơn vị mới do nhập", "merged units"),
    "largest": Said("nhiều đơn vị nhập nhất", "members of the largest"),
    "least_people": Said("ít dân nhất", "fewest people"),
    "most_people": Said("nhiều dân nhất", "most people"),
    "mean_km": Said("km bình quân mỗi người", "km a person, on average"),
    "farthest_km": Said("km xa nhất", "farthest km"),
    "below": Said("đơn vị dưới tiêu chuẩn", "units below a standard"),
    "waived": Said("  trong đó được miễn xét", "  of them waived or spared"),
    "broken": Said("điều kiện không giữ", "conditions not kept"),
}


def compare(
    plans: Plans,
    units: ask.Units,
    neighbours: ask.Neighbours,
    report: Annotated[Path | None, typer.Option("--report", metavar="REPORT.json")] = None,
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
    together: ask.Together = None,
    apart: ask.Apart = None,
    alone: ask.Alone = None,
    people: ask.People = "population",
    area: ask.Area = "area_km2",
    districts: ask.Districts = "district_code",
    touching: ask.Touching = False,
    missing_as_zero: ask.MissingAsZero = False,
    json: Json = False,
    language: Language = None,
) -> None:
    """Put plans of the same units side by side: terms, size, travel, standards."""
    given = dict(locals())
    ground = ground_of(units, neighbours, Conditions(max_members=max_members, max_km=max_km), given)
    prices, codes = weights_of(weights), ground.territory.codes
    found: list[dict[str, Any]] = []
    for name, path in zip(names_of(plans), plans, strict=True):
        plan = read_plan(read_file(path), path.name, codes)
        told = {"plan": name, **plan_report(ground, plan, prices)}
        found.append({**told, "figures": figures_of(ground, plan), "broken": broken(ground, plan)})
    if report:
        report.write_bytes(to_bytes(found, indent=True))
    print_json(found) if json else _table(found)


def _table(found: Sequence[dict[str, Any]]) -> None:
    rows = [(NAMES[term], [one["terms"][term]["amount"] for one in found]) for term in TERMS]
    for name, words in FIGURES.items():
        rows.append((words, [_figure(one, name) for one in found]))
    table([one["plan"] for one in found], rows)


def _figure(one: dict[str, Any], name: str) -> float | None:
    if name == "objective":
        return float(one["objective"])
    if name == "broken":
        return float(one["broken"] is not None)
    value: float | None = one["figures"][name]
    return value
