"""`tinhgon lab sweep`: many plans of the same units, one for each point of a grid, and which nobody beats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from tinhgon.cli.lab import options as ask
from tinhgon.cli.lab.asked import SHORT, BadWeight, bundle_of, weights_of
from tinhgon.cli.lab.grounds import ground_of
from tinhgon.cli.terminal import Language, say
from tinhgon.lab.actions.sweeping import CONDITIONS, points_of
from tinhgon.lab.files.grounds import Tabled
from tinhgon.lab.files.sweeps import rows_of, write_rows
from tinhgon.lab.running.many import Solved, Task, hash_of_all, solve_many
from tinhgon.lab.running.solving import Consolidating
from tinhgon.solvers.consolidate.values import TERMS, Conditions, Weights
from tinhgon.solvers.watch import Limits

Vary = Annotated[
    list[str],
    typer.Option("--vary", metavar="TERM=A,B,…", help="unit=50,100,200, max-members=4,6 …; repeatable."),
]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="tcp://HOST:PORT", help="Of a Dask cluster that is there."),
]
Workers = Annotated[int, typer.Option("--workers", min=1, max=256, help="Without one: processes here.")]
Out = Annotated[Path, typer.Option("--out", metavar="PLANS.csv", help="A row for each point of the grid.")]
Objectives = Annotated[
    list[str] | None, typer.Option("--front", metavar="TERM", help="Compared for the front; repeatable.")
]
COMPARED = ("missed", "units", "travel")


def sweep(
    units: ask.Units,
    neighbours: ask.Neighbours,
    vary: Vary,
    out: Out,
    scheduler: Scheduler = None,
    workers: Workers = 2,
    compared: Objectives = None,
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
    people: ask.People = "population",
    area: ask.Area = "area_km2",
    districts: ask.Districts = "district_code",
    touching: ask.Touching = False,
    missing_as_zero: ask.MissingAsZero = False,
    time_limit: ask.TimeLimit = None,
    seed: ask.Seed = 0,
    effort: ask.Effort = 1.0,
    language: Language = None,
) -> None:
    """Solve every point of a grid, beside each other, and mark the plans that no other beats."""
    given = dict(locals())
    points = points_of(grid_of(vary))
    assert_terms(compared or ())
    conditions = Conditions(max_members=max_members, max_km=max_km, first=tuple(first or ()))
    ground = ground_of(units, neighbours, conditions, given)
    limits = Limits(seconds=time_limit, effort=effort, seed=seed)
    tasks = [_task(ground, weights_of(weights), point, limits) for point in points]

    def heard(done: int, solved: Solved) -> None:
        typer.echo(f"{done}/{len(tasks)}  {solved.key}", err=True)

    solved = solve_many(tasks, scheduler=scheduler, workers=workers, progress=heard)
    rows = rows_of(points, list(solved.values()), tuple(compared or COMPARED))
    out.write_text(write_rows(rows), encoding="utf-8")
    best = sum(bool(row["front"]) for row in rows)
    say(
        f"{len(rows)} phương án, {best} phương án không bị phương án nào hơn về mọi mặt.",
        f"{len(rows)} plans, {best} of which no other beats.",
    )
    typer.echo(hash_of_all(solved), err=True)


def grid_of(texts: Iterable[str]) -> dict[str, list[float]]:
    """
    Read what to vary.

    :raises BadWeight: a value is no number.
    """
    grid: dict[str, list[float]] = {}
    for text in texts:
        written, _, values = text.partition("=")
        name = written.strip().replace("-", "_")
        try:
            grid[SHORT.get(name, name)] = [float(value) for value in bundle_of(values)]
        except ValueError:
            raise BadWeight(text=text[:60], terms=(*TERMS, *CONDITIONS)) from None
    return grid


def assert_terms(names: Iterable[str]) -> None:
    """
    Let pass what plans can be compared by.

    :raises BadWeight: it is no term.
    """
    for name in names:
        if name not in TERMS:
            raise BadWeight(text=name[:60], terms=TERMS)


def _task(ground: Tabled, weights: Weights, point: Mapping[str, float], limits: Limits) -> Task:
    prices = {name: value for name, value in point.items() if name in TERMS}
    others: dict[str, Any] = {name: point[name] for name in CONDITIONS if name in point}
    if "max_members" in others:
        others["max_members"] = int(others["max_members"])
    asked = Consolidating(
        territory=ground.territory,
        standards=ground.standards,
        weights=replace(weights, **prices),
        conditions=replace(ground.conditions, **others),
    )
    key = " ".join(f"{name}={value:g}" for name, value in point.items())
    return Task(key=key, asked=asked, limits=limits)
