"""Many plans from the command line: one for each point of a grid, those that nobody beats marked."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tinhgon.cli import lab
from tinhgon.cli.lab import sweep
from tinhgon.cli.lab.asked import BadWeight
from tinhgon.lab.hashing import digest
from tinhgon.lab.refusals import NothingToVary
from tinhgon.lab.running.many import Solved, Task
from tinhgon.lab.running.solving import consolidate
from tinhgon.solvers.watch import UNWATCHED

UNITS = "code,name,type,population,area_km2,lat,lon\n"
PAIRS = "old_code_a,old_code_b,shared_border_km,strength\n"


def here(tasks: Sequence[Task], *, progress: Callable[[int, Solved], None], **_: Any) -> dict[str, Solved]:
    """Solve in this process; that Dask's workers come to the same has tests of its own."""
    done = {}
    for task in tasks:
        found = consolidate(task.asked, limits=task.limits, watch=UNWATCHED, resume=None)
        plan_hash = digest([found.plan.into, found.plan.seat])
        done[task.key] = Solved(key=task.key, found=found, plan_hash=plan_hash)
        progress(len(done), done[task.key])
    return done


@pytest.fixture
def swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Six communes in a row, to be swept."""
    monkeypatch.setattr(sweep, "solve_many", here)
    rows = [f"{place},Xã {place},xã,{900 + place},20,10.{place},105.0" for place in range(6)]
    pairs = [f"{place},{place + 1},2,border" for place in range(5)]
    (tmp_path / "u.csv").write_text(UNITS + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text(PAIRS + "\n".join(pairs) + "\n", encoding="utf-8")
    given = ["sweep", "--units", "u.csv", "--neighbours", "a.csv", "--out", "plans.csv", "--language", "en"]
    monkeypatch.chdir(tmp_path)
    return lambda *asked: CliRunner().invoke(lab.app, [*given, *asked])


def test_every_point_of_the_grid_is_a_row_and_the_unbeaten_are_marked(
    swept: Callable[..., Result], tmp_path: Path
) -> None:
    done = swept("--vary", "unit=1,100", "--vary", "max-members=1,3", "--front", "units", "--front", "travel")
    assert done.exit_code == 0, (done.output, done.exception)
    with (tmp_path / "plans.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["vary_units"], row["vary_max_members"]) for row in rows] == [
        ("1.0", "1.0"), ("1.0", "3.0"), ("100.0", "1.0"), ("100.0", "3.0"),
    ]  # fmt: skip
    assert [row["units"] for row in rows][::2] == ["6.0", "6.0"]
    assert float(rows[3]["units"]) < 6
    assert [row["front"] for row in rows] == ["1", "1", "1", "1"]
    assert {row["proven"] for row in rows} == {"1"}
    assert rows[0]["plan_sha256"] == rows[2]["plan_sha256"] != rows[3]["plan_sha256"]


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (("--vary", "unit=a"), BadWeight),
        (("--vary", "beauty=1"), NothingToVary),
        (("--vary", "unit=1", "--front", "beauty"), BadWeight),
    ],
)
def test_a_grid_that_makes_no_sense_is_named(
    swept: Callable[..., Result], asked: tuple[str, ...], refusal: type[Exception]
) -> None:
    assert isinstance(swept(*asked).exception, refusal)
