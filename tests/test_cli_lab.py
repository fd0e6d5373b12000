"""The lab from the command line: plans out of tables, compared; what is wrong in a file is named."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from tinhgon.cli import lab
from tinhgon.core.errors import Refused
from tinhgon.lab import data
from tinhgon.lab.files import FaultyFile

CANTHO = Path(data.__file__).parent / "cantho"
LAW = ("--standards", "units.merged_size", "--on", "2025-07-01", "--terrain", "lowland", "--in-municipality")
UNITS = "code,name,type,population,area_km2,lat,lon\n"
PAIRS = "old_code_a,old_code_b,shared_border_km,strength\n"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TINHGON_LANGUAGE", "en")


@pytest.fixture
def four(tmp_path: Path) -> tuple[object, ...]:
    """Four communes in a row."""
    rows = [
        f"{place},Xã {place},xã,{people},20,10.{place},105.0" for place, people in enumerate((9, 8, 9, 8))
    ]
    (tmp_path / "u.csv").write_text(UNITS + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text(PAIRS + "0,1,2,border\n1,2,2,border\n2,3,0.1,touch\n", encoding="utf-8")
    return "--units", tmp_path / "u.csv", "--neighbours", tmp_path / "a.csv"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(lab.app, [str(argument) for argument in arguments])


def said(*arguments: object) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


def refusal(*arguments: object) -> Refused:
    done = run(*arguments)
    assert isinstance(done.exception, Refused), (done.output, done.exception)
    return done.exception


def compared(*arguments: object) -> Any:
    return json.loads(said("compare", *arguments, "--json"))


def enacted(place: Path) -> Path:
    """Write the enacted plan of Cần Thơ; who was split goes to the first place named."""
    rows = (CANTHO / "mapping.csv").read_text(encoding="utf-8").splitlines()[1:]
    into = dict(reversed([row.split(",")[:2] for row in rows]))  # type: ignore[misc]
    place.write_text("old_code,new_unit\n" + "".join(f"{old},{new}\n" for old, new in into.items()))
    return place


def test_the_enacted_plan_is_judged_by_the_law_of_its_day(tmp_path: Path) -> None:
    plan = enacted(tmp_path / "enacted.csv")
    ground = ("--units", CANTHO / "units_before.csv", "--neighbours", CANTHO / "neighbours_before.csv")
    (found,) = compared(plan, *ground, *LAW)
    assert (found["units_before"], found["units_after"], found["broken"]) == (263, 103, None)
    rules = {one["rule"] for unit in found["units"] for one in unit["findings"]}
    assert rules == {"units.merged_size", "units.left_unmerged"}


def test_plans_stand_side_by_side(tmp_path: Path, four: tuple[object, ...]) -> None:
    for name, rows in (("pairs", "0,a\n1,a\n2,b\n3,b\n"), ("none", "0,0\n")):
        (tmp_path / f"{name}.csv").write_text(f"old_code,new_unit\n{rows}")
    plans = (tmp_path / "pairs.csv", tmp_path / "none.csv")
    table = said("compare", *plans, *four, "--min-population", 16, "--touching")
    assert "pairs" in table.splitlines()[0]
    pairs, none = compared(*plans, *four, "--min-population", 16, "--touching")
    assert (pairs["units_after"], none["units_after"]) == (2, 4)
    assert (pairs["figures"]["below"], none["figures"]["below"]) == (0, 4)


def test_a_plan_in_pieces_is_told_as_one(tmp_path: Path, four: tuple[object, ...]) -> None:
    (tmp_path / "p.csv").write_text("old_code,new_unit\n2,b\n3,b\n")
    (found,) = compared(tmp_path / "p.csv", *four)
    assert found["broken"]["code"] == "PlanBrokenPieces"


def test_every_fault_of_a_file_is_named_by_row_and_column(tmp_path: Path, four: tuple[object, ...]) -> None:
    bad = "1,A,xã,many,2,,\n1,B,xã,5,-2,99,\n,C,xã,5,2,,\n"
    (tmp_path / "u.csv").write_text(UNITS + bad, encoding="utf-8")
    found = refusal("compare", tmp_path / "u.csv", *four)
    assert isinstance(found, FaultyFile)
    places = [one.en.split(":")[0] for one in found.found]
    assert places == [
        "Row 2, column population", "Row 3, column area_km2", "Row 3, column lat", "Row 3, column code",
        "Row 4, column code",
    ]  # fmt: skip


def test_a_word_that_the_rules_do_not_know_is_named(tmp_path: Path, four: tuple[object, ...]) -> None:
    (tmp_path / "u.csv").write_text("code,population,area_km2,terrain\n1,5,5,hilly\n", encoding="utf-8")
    assert "Row 2, column terrain" in refusal("compare", tmp_path / "u.csv", *four).message("en")


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"", b"a;b\n1;2\n", gzip.compress(b"x")[:-4], b"code\n1\n"])
def test_a_file_that_is_no_table_is_refused(raw: bytes, tmp_path: Path, four: tuple[object, ...]) -> None:
    (tmp_path / "u.csv").write_bytes(raw)
    assert isinstance(refusal("compare", tmp_path / "u.csv", *four), FaultyFile)


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("--standards", "units"), "StandardsNeedADay"),
        (("--standards", "units", "--on", "2025-07-01", "--min-area", 1), "OneKindOfStandards"),
        (("--standards", "units.merged_size", "--on", "2026-07-01"), "NotTheLawOfTheDay"),
        (("--standards", "units", "--on", "2025-07-01"), "TerrainUnknown"),
        (("--weights", "unit=cheap"), "BadWeight"),
        (("--weights", "beauty=1"), "BadWeight"),
        (("--apart", "1"), "BadPair"),
        (("--alone", "9"), "StrangeCode"),
        (("--group-by", "province"), "NoSuchColumn"),
    ],
)
def test_options_that_cannot_be_meant_are_named(
    options: tuple[object, ...], name: str, four: tuple[object, ...], tmp_path: Path
) -> None:
    (tmp_path / "p.csv").write_text("old_code,new_unit\n0,a\n1,a\n")
    assert refusal("compare", tmp_path / "p.csv", *four, *options).code == name


def test_a_file_that_is_not_there_is_named(four: tuple[object, ...]) -> None:
    assert refusal("compare", "nowhere.csv", *four).code == "UnreadableFile"


@pytest.mark.django_db
def test_a_map_is_loaded_by_the_codes_of_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab.loading.ground, "open_database", lambda: None)
    files = ("--units", CANTHO / "units_before.csv", "--neighbours", CANTHO / "neighbours_before.csv")
    found = refusal("load", *files, "--on", "2025-06-30", "--source", "thử")
    assert isinstance(found, FaultyFile)
    assert len(found.found) == 263
    assert refusal("load", "--on", "2025-06-30", "--source", "thử").code == "NothingToLoad"


def test_a_plan_is_found_written_and_proven(tmp_path: Path, four: tuple[object, ...]) -> None:
    out, report = tmp_path / "plan.csv", tmp_path / "report.json"
    asked = (
        *four,
        "--min-population",
        16,
        "--max-members",
        2,
        "--touching",
        "--weights",
        "unit=10,missed=1000",
    )
    first = ("--first", "missed")
    assert "Proven" in said("consolidate", *asked, *first, "--out", out, "--report", report)
    rows = out.read_text().splitlines()
    assert (rows[0], len(rows)) == ("old_code,new_unit,seat", 5)
    found = json.loads(report.read_bytes())
    assert (found["units_after"], found["proven"], found["gap_percent"], found["whole"]) == (2, True, 0, True)
    assert found["first"]["missed"]["proven"]
    assert {"bound", "seconds", "peak_memory_mb", "versions", "plan_sha256"} <= found.keys()
    (again,) = compared(out, *asked)
    assert again["plan_sha256"] == found["plan_sha256"]
    assert again["objective"] == pytest.approx(found["objective"])


def test_the_most_units_above_a_threshold_are_found(tmp_path: Path, four: tuple[object, ...]) -> None:
    report = tmp_path / "report.json"
    asked = (
        "--mode",
        "max-p",
        "--threshold",
        17,
        "--touching",
        "--out",
        tmp_path / "p.csv",
        "--report",
        report,
    )
    said("consolidate", *four, *asked)
    assert json.loads(report.read_bytes())["units_after"] == 2
    assert refusal("consolidate", *four, "--mode", "max-p", "--out", tmp_path / "p.csv").code == "NoThreshold"


def test_conditions_that_contradict_are_told_and_nothing_is_written(
    tmp_path: Path, four: tuple[object, ...]
) -> None:
    out = tmp_path / "plan.csv"
    found = refusal("consolidate", *four, "--together", "0,1", "--apart", "0,1", "--out", out)
    assert found.code == "FaultyInput"
    assert not out.exists()
